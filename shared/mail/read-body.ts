import { decodeText } from './charset';
import { attachmentsOf, isTnef, type MailAttachment } from './files';
import type { Unreadable } from './guard';
import type { Field, Head } from './head';
import { invitationLine } from './invitation';
import { structured } from './parameters';
import { type Part, partsOf } from './parts';
import { isVisible } from './repair';
import { unpackTnef } from './tnef';
import { type Words, wordsOf } from './words';

export type { MailAttachment } from './files';

export interface Body extends Words {
  readonly attachments: readonly MailAttachment[];
  /** Outlook packed files into its own format (`winmail.dat`); what could be unpacked comes after it. */
  readonly tnef?: true;
  /** Why the parser did not read it; then its one attachment is the raw mail. */
  readonly unreadable?: Unreadable;
}

/** The body of a mail. Never rejects: what the parser can't read comes whole. */
export async function readBody(raw: Buffer, head: Head): Promise<Body> {
  try {
    return bodyOf(withSomething(await partsOf(withoutEnvelope(head)), head.body));
  } catch {
    return wholeMail(raw, 'parser-failed');
  }
}

/** A mail that isn't taken apart: itself its only attachment. */
export const wholeMail = (raw: Buffer, unreadable: Unreadable): Body => ({
  text: '',
  html: undefined,
  attachments: [{ name: 'mail.eml', type: 'message/rfc822', bytes: raw }],
  unreadable,
});

// The parser sees only what says how the body is built, and that in the plainest form.
function withoutEnvelope({ fields, body }: Head): Buffer {
  const content = fields.filter(({ name }) => name.startsWith('content-')).map(plainly);
  return Buffer.concat([Buffer.from(content.map((field) => `${field}\r\n`).join('')), CRLF, body]);
}

function plainly({ name, value }: Field): string {
  const { value: type, parameters } = structured(value);
  const boundary = name === 'content-type' ? parameters.get('boundary') : undefined;
  return boundary === undefined ? `${name}: ${value}` : `${name}: ${type}; boundary="${boundary}"`;
}

const CRLF = Buffer.from('\r\n');

/** A mail that calls itself a multipart and has no parts is the text that stands in it. */
const withSomething = (mail: Part, body: Buffer): Part =>
  mail.type.startsWith('multipart/') && mail.parts.length === 0 ? { ...mail, type: 'text/plain', bytes: body } : mail;

function bodyOf(mail: Part): Body {
  const words = wordsOf(mail);
  const attachments = attachmentsOf(mail, words.html);
  const text = [invitation(attachments), isVisible(words.text) ? words.text : packedText(attachments)];
  const body = { ...words, text: text.filter(Boolean).join('\n\n'), attachments };
  return attachments.some(isTnef) ? { ...body, tnef: true } : body;
}

const invitation = (attachments: readonly MailAttachment[]): string | undefined =>
  attachments
    .filter(({ type }) => type === 'text/calendar')
    .map(({ bytes }) => invitationLine(decodeText(bytes, 'utf-8')))
    .find(Boolean);

const packedText = (attachments: readonly MailAttachment[]): string =>
  attachments
    .filter(isTnef)
    .map(({ bytes }) => unpackTnef(bytes).text)
    .join('\n');
