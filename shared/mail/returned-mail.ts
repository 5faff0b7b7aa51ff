import { addressesIn } from './address';
import { type ReportedRecipient, statusIn } from './delivery-status';
import type { Mail } from './read';
import { tidyLine } from './repair';
import { values } from './signals';

const LINES_MAX = 400;
const LINE_MAX = 500;
const RECIPIENTS_MAX = 20;
/** How many lines below an address may say why: Exchange puts its explanation between them. */
const REASON_WITHIN = 20;

/** Where servers of old begin the mail that they return: what follows is not their words. */
const RETURNED = [
  /^-{2,}\s*(?:below this line is a copy of the message|this is a copy of (?:the|your) message|original message|original mail|returned message|message header follows)/i,
  /^(?:original message headers|opprinnelige meldingshoder|opprinnelig meldingshode)\s*:/i,
];

const NAME_RECIPIENT = [
  // qmail and Postfix: `<kari@kunde.example>:`.
  /^<([^<>\s]+@[^<>\s]+)>:/,
  // Exim, and Exchange with or without what it links: `kari@kunde.example`, `kari@kunde.example on 5/10/2026 10:12`.
  /^([^\s()<>"',;:]+@[^\s()<>"',;:]+)(?:<mailto:[^<>]+>)?(?: on \d.*)?$/,
  // Exchange: `Kari Nordmann (kari@kunde.example)<mailto:kari@kunde.example>`.
  /^[^()<>@]{1,200}\(([^\s()<>]+@[^\s()<>]+)\)(?:<mailto:[^<>]+>)?$/,
  // Gmail: `Your message wasn't delivered to kari@kunde.example because …`.
  /\b(?:delivered to|delivering (?:your message )?to|levert til|levere (?:meldingen )?til) <?([^\s<>,;]+@[^\s<>,;]*[^\s<>,;.])/i,
];

const DELAYED =
  /\b(?:delayed|will (?:be retried|keep trying|retry)|still trying|not yet been delivered|temporary (?:problem|failure)|do not need to resend|forsinket|forseinka|prøver på nytt)\b/i;

/** Whom a mail could not be delivered to, by the words of a server that reports as it likes (qmail, Exim, Exchange, Gmail). */
export function returnedRecipients(mail: Mail): ReportedRecipient[] {
  const lines = serversLines(mail.text);
  const found = new Map<string, ReportedRecipient>();
  const action = DELAYED.test(lines.join('\n')) ? 'delayed' : 'failed';
  for (const [place, line] of lines.entries()) {
    const address = recipientIn(line);
    if (address && !found.has(address)) found.set(address, { address, action, ...reasonFrom(lines, place) });
    if (found.size === RECIPIENTS_MAX) break;
  }
  const failed = values(mail, 'x-failed-recipients').flatMap(addressesIn);
  return failed.length === 0
    ? [...found.values()]
    : failed.slice(0, RECIPIENTS_MAX).map(({ address }) => ({
        ...(found.get(address) ?? reasonFrom(lines, 0, lines.length)),
        address,
        action,
      }));
}

function serversLines(text: string): string[] {
  const lines = text
    .slice(0, LINES_MAX * LINE_MAX)
    .split('\n', LINES_MAX)
    .map((line) => line.slice(0, LINE_MAX).trim());
  const copy = lines.findIndex((line) => RETURNED.some((begins) => begins.test(line)));
  return copy === -1 ? lines : lines.slice(0, copy);
}

function recipientIn(line: string): string | undefined {
  const [named] = NAME_RECIPIENT.flatMap((pattern) => pattern.exec(line)?.[1] ?? []);
  return addressesIn(named ?? '')[0]?.address;
}

function reasonFrom(lines: readonly string[], place: number, within = REASON_WITHIN) {
  const said = lines.slice(place, place + within);
  const next = said.findIndex((line, ahead) => ahead > 0 && /^<[^<>\s]+@[^<>\s]+>:/.test(line));
  const reason = (next === -1 ? said : said.slice(0, next)).find((line) => statusIn(withoutDates(line)) !== undefined);
  if (reason === undefined) return {};
  const status = statusIn(withoutDates(reason));
  return { ...(status && { status }), diagnostic: tidyLine(reason) };
}

// An address or a date may hold what looks like a status or a reply code.
const withoutDates = (line: string): string =>
  line.replace(/<[^<>]*>|\S+@\S+|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}/g, ' ');
