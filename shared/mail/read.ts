import { addressesIn, type MailAddress } from './address';
import { decodeWords } from './encoded-words';
import { guard } from './guard';
import { type Field, readHead } from './head';
import { mailDate } from './mail-date';
import { type Body, readBody, wholeMail } from './read-body';
import { oneLine, tidyLine } from './repair';

export interface Mail extends Body {
  /** The first address that the mail names as its author's or sender's; none, if only the envelope knows. */
  readonly from: MailAddress | undefined;
  /** All that From names. A mail of several authors proves nothing about any of them. */
  readonly authors: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  readonly subject: string;
  /** `<id@host>`, as are `inReplyTo` and `references` (oldest first). */
  readonly messageId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  /** What the sender's clock said, to be shown; time is counted from SES's receipt. */
  readonly date: Date | undefined;
  /** By name in lower case, all values in the mail's order, each on one line and decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** Reads any bytes as a mail; what can't be taken apart comes as its headers, with the raw mail attached. */
export async function readMail(raw: Buffer): Promise<Mail> {
  const head = readHead(raw);
  const obstacle = guard(raw);
  const body = obstacle ? wholeMail(raw, obstacle) : await readBody(raw, head);
  return { ...envelopeOf(head.fields), ...body };
}

function envelopeOf(fields: readonly Field[]): Omit<Mail, keyof Body> {
  const raw = valuesByName(fields);
  const addresses = (name: string) => (raw.get(name) ?? []).flatMap(addressesIn);
  const ids = (name: string) => (raw.get(name) ?? []).flatMap(messageIdsIn);
  return {
    from: SENDERS.flatMap(addresses)[0],
    authors: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    replyTo: addresses('reply-to'),
    subject: (raw.get('subject') ?? []).map((value) => tidyLine(decodeWords(value))).find(Boolean) ?? '',
    messageId: ids('message-id')[0],
    inReplyTo: ids('in-reply-to')[0],
    references: ids('references'),
    date: mailDate(raw.get('date')?.[0] ?? ''),
    headers: new Map([...raw].map(([name, values]) => [name, values.map((value) => oneLine(decodeWords(value)))])),
  };
}

const SENDERS = ['from', 'reply-to', 'sender', 'return-path'];

function valuesByName(fields: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const others = values.get(name);
    if (others) others.push(value);
    else values.set(name, [value]);
  }
  return values;
}

const ID_MAX = 998;

/** The ids that a header names; some clients write them without their angle brackets. */
function messageIdsIn(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]+>/g);
  const ids =
    bracketed ??
    value
      .split(/[\s<>]+/)
      .filter(Boolean)
      .map((id) => `<${id}>`);
  return ids.filter(({ length }) => length <= ID_MAX);
}
