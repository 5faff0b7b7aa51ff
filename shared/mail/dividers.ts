import { attributionAt } from './attribution';
import { headerBlockAt } from './header-block';
import { type Line, nextWords } from './reply-lines';

/** Whether a mail begins here that the customer hands on. */
export const handsOn = (line: Line | undefined): boolean => HANDED_ON.some((words) => words.test(line?.text ?? ''));

const HANDED_ON = [
  /^-{3,}\s*(?:forwarded message|vid[ae]resend[te]? (?:melding|e-post|meddelelse|besked)|vidarebefordrat meddelande|weitergeleitete nachricht)\s*-{3,}$/i,
  /^(?:begin forwarded message|(?:start på )?vid[ae]resend[te]? (?:melding|e-post|besked)|vidarebefordrat (?:brev|meddelande)|anfang der weitergeleiteten nachricht):$/i,
];

const RULED_OFF = /^_{5,}$/;
const ORIGINAL =
  /^(-*)\s*(?:original (?:message|appointment|mail)|opprinnelig (?:melding|e-post|avtale)|opphavleg melding|original-?melding|ursprungligt meddelande|originalmeddelande|oprindelig (?:meddelelse|besked)|ursprüngliche nachricht|originalnachricht|message d'origine|oorspronkelijk bericht|alkuperäinen viesti)\s*-*:?$/i;

// Lotus Notes.
const WRITTEN_BY = /^-{3,}[^-\s].{0,200}(?:skrev|skreiv|wrote|schrieb)\s?:?\s?-{3,}$/iu;

/** How many lines a divider takes that stands above what is quoted. A rule alone may be the customer's own. */
export function dividerAt(lines: readonly Line[], at: number): number {
  const text = lines[at]?.text ?? '';
  const original = ORIGINAL.exec(text);
  if (WRITTEN_BY.test(text) || (original?.[1] ?? '').length > 1) return 1;
  if (!original && !RULED_OFF.test(text)) return 0;
  const next = nextWords(lines, at + 1);
  const size = headerBlockAt(lines, next) || attributionAt(lines, next);
  return size > 0 ? next + size - at : 0;
}

const FOOTER_LINES_MAX = 4;
const OF_A_LIST = /\b(?:mailing list|mailinglist|e-?post-?liste|unsubscribe|meld deg av listen)\b/i;

/** Whether a rule begins the footer that a mailing list adds. */
export function isListFooter(lines: readonly Line[], at: number): boolean {
  if (!/^[_-]{5,}$/.test(lines[at]?.text ?? '')) return false;
  return lines.slice(at + 1, at + 1 + FOOTER_LINES_MAX).some(({ text }) => OF_A_LIST.test(text));
}
