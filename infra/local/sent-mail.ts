import { type AddressObject, type HeaderValue, type ParsedMail, simpleParser } from 'mailparser';
import type { SentLetter } from './sent';

type AddressHeader = AddressObject | AddressObject[] | undefined;

/** Reads a mail as its receiver would see it. */
export async function sentMail(at: string, raw: Buffer): Promise<SentLetter> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  return {
    at,
    from: addressesIn(mail.from).join(', '),
    to: addressesIn(mail.to).join(', '),
    cc: addressesIn(mail.cc).join(', '),
    replyTo: addressesIn(mail.replyTo).join(', '),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail),
  };
}

/** The bare addresses of a header, those inside groups as well. */
export const addressesIn = (header: AddressHeader) => mailboxesIn(header).map(({ address }) => address);

/** The names and addresses of a header, those inside groups as well. */
export function mailboxesIn(header: AddressHeader): { name: string; address: string }[] {
  const listed = [header ?? []].flat().flatMap(({ value }) => value);
  const single = listed.flatMap(({ group, ...mailbox }) => group ?? [mailbox]);
  return single.flatMap(({ name, address }) => (address ? [{ name, address }] : []));
}

function headersOf({ headers, headerLines }: ParsedMail): Record<string, string> {
  const lines = new Map<string, string[]>();
  for (const { key, line } of headerLines) lines.set(key, [...(lines.get(key) ?? []), headerOf(line).value]);
  return Object.fromEntries([...lines].map(([key, values]) => [key, decoded(headers.get(key)) ?? values.join(', ')]));
}

/** What the parser could decode; undefined where it made something else of the header. */
function decoded(value: HeaderValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Object && 'text' in value ? value.text : undefined;
}

/** A line of a header, unfolded; nothing is decoded. */
export function headerOf(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\r?\n(?=[ \t])/g, '');
  return { name: line.slice(0, colon), value: value.trim() };
}
