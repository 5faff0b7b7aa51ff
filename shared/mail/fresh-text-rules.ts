import { attributionAt } from './attribution';
import { headerBlockAt } from './header-block';
import { type Line, nextWords } from './reply-lines';
import { isMarker } from './reply-marker';

export interface Reply {
  readonly lines: readonly Line[];
  /** The line that opens the quote by what the HTML says. */
  readonly quoteAt: number | undefined;
}

/**
 * How far a fold goes: over the quotation that it opens (the lines with `>` after it; if there are none, all the rest),
 * over a signature, which ends where a quotation begins, over one if it is short, over the opening alone, or nowhere
 * from here on.
 */
type Extent = 'quotation' | 'signature' | 'short-signature' | 'opening' | 'nothing-more';

export interface Opening {
  readonly folds: Extent;
  /** In lines. */
  readonly size: number;
}

interface FoldRule {
  readonly name: string;
  readonly folds: Extent;
  /** How many lines the opening takes that begins at this one; 0 where none does. */
  readonly opens: (reply: Reply, at: number) => number;
}

/** In order of precedence where several open at one line. */
export const foldRules: readonly FoldRule[] = [
  { name: 'our marker', folds: 'quotation', opens: ({ lines }, at) => Number(isMarker(lines[at])) },
  { name: 'a mail handed on', folds: 'nothing-more', opens: ({ lines }, at) => Number(matches(lines[at], HANDED_ON)) },
  { name: 'structure of the HTML', folds: 'quotation', opens: ({ quoteAt }, at) => Number(quoteAt === at) },
  { name: 'attribution', folds: 'quotation', opens: ({ lines }, at) => attributionAt(lines, at) },
  { name: 'block of headers', folds: 'quotation', opens: ({ lines }, at) => headerBlockAt(lines, at) },
  { name: 'divider', folds: 'quotation', opens: ({ lines }, at) => dividerAt(lines, at) },
  { name: 'quoted lines', folds: 'quotation', opens: ({ lines }, at) => Number(isQuotation(lines, at)) },
  { name: 'signature', folds: 'signature', opens: ({ lines }, at) => Number(lines[at]?.raw === '-- ') },
  // Without the space that RFC 3676 4.3 asks for, the dashes may divide the customer's own words.
  { name: 'dashes', folds: 'short-signature', opens: ({ lines }, at) => Number(lines[at]?.raw.trimEnd() === '--') },
  { name: "a device's line", folds: 'opening', opens: ({ lines }, at) => Number(matches(lines[at], DEVICE)) },
];

const matches = (line: Line | undefined, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(line?.text ?? ''));

const HANDED_ON = [
  /^-{3,}\s*(?:forwarded message|videresendt melding|vidaresend melding|videresendt e-post)\s*-{3,}$/i,
  /^(?:begin forwarded message|start på videresendt melding|start på vidaresend melding|videresendt melding):$/i,
];

const RULED_OFF = /^_{8,}$/;
const ORIGINAL =
  /^-{2,}\s*(?:original message|original appointment|opprinnelig melding|opphavleg melding|ursprungligt meddelande|oprindelig meddelelse|ursprüngliche nachricht)\s*-{2,}$/i;

// A rule alone may be the customer's own.
function dividerAt(lines: readonly Line[], at: number): number {
  const text = lines[at]?.text ?? '';
  if (ORIGINAL.test(text)) return 1;
  const next = nextWords(lines, at + 1);
  const size = RULED_OFF.test(text) ? headerBlockAt(lines, next) || attributionAt(lines, next) : 0;
  return size > 0 ? next + size - at : 0;
}

// One line that begins `> 50` says "more than fifty".
const isQuotation = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.quoted === true && (lines[at + 1]?.quoted === true || !/^\d/.test(lines[at]?.text ?? ''));

const LINK = String.raw`(?:\s*<?\[?https?:\S+)?`;
const DEVICES = [
  'iphone',
  'ipad',
  'android',
  'mobil(?:en min)?',
  'mobile',
  'phone',
  'telefonen min',
  'samsung(?: galaxy)?(?:[- ]\\p{L}+)?',
  'huawei(?: \\p{L}+)?',
  'outlook(?: for \\p{L}+)?',
  'yahoo mail(?: \\p{L}+ \\p{L}+)?',
  '(?:e-post|mail) for windows(?: 10)?',
  'proton ?mail(?: \\p{L}+)*',
];

const DEVICE = [
  `(?:sendt|sent|skickat|gesendet) (?:fra|frå|from|från|von|med|with|mit) (?:min |my |meinem )?(?:${DEVICES.join('|')})`,
  '(?:hent|få|skaff deg|last ned|get|download|hämta) outlook (?:for|för|für) (?:ios|android|mac)',
].map((words) => new RegExp(`^${words}\\.?${LINK}$`, 'iu'));
