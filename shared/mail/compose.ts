import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { domainOf } from './address';
import { oneLine, tidyLine } from './repair';

/** Says to other machines that no person wrote this (RFC 3834): an answer to somebody's mail, or a notice. */
export type Automatic = 'auto-replied' | 'auto-generated';

/** A file that goes with a mail, byte for byte; with a content id it is an image that the HTML shows. */
export interface EnclosedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly contentId?: string;
}

/** A mail before it is MIME. Addresses are bare; message ids with or without their angle brackets. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Of a letter about a ticket: what becomes of the mail is told by it. */
  readonly letterId?: string;
  /** Nothing where a person wrote it. */
  readonly automatic: Automatic | undefined;
  /** By which we know our own automatic mail when it comes back. */
  readonly loopToken: string;
  readonly attachments?: readonly EnclosedFile[];
}

/** The mail as it goes over the wire. The same mail at the same time is the same bytes: its ids are made from its content. */
export function composeMail(mail: OutgoingMail, date: Date): Promise<Buffer> {
  const { attachments = [], ...letter } = mail;
  const hash = hashOf(JSON.stringify([letter, date, attachments.map(fingerprint)])).slice(0, 32);
  return new MailComposer({
    from: { name: tidyLine(mail.from.name), address: mail.from.address },
    to: mail.to.map(mailbox),
    cc: mail.cc.map(mailbox),
    ...(mail.replyTo && { replyTo: mailbox(mail.replyTo) }),
    subject: tidyLine(mail.subject),
    text: mail.text,
    html: mail.html,
    attachments: attachments.map(enclosed),
    ...threading(mail),
    headers: { ...cleaned(mail.headers), ...automaticHeaders(mail) },
    date,
    messageId: `<${hash}@${domainOf(mail.from.address)}>`,
    baseBoundary: hash,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

const fingerprint = ({ bytes, ...named }: EnclosedFile) => ({ ...named, bytes: hashOf(bytes) });

// In base64 nothing on the way touches a line's end. A part of type message/* or multipart/* must not be encoded
// (RFC 2046 5.2.1), so those go as files of unknown kind, which keep their names and bytes.
const enclosed = ({ name, type, bytes, contentId }: EnclosedFile) => ({
  filename: tidyLine(name),
  content: bytes,
  contentType: /^(message|multipart)\//i.test(type) ? 'application/octet-stream' : type,
  contentTransferEncoding: 'base64' as const,
  contentDisposition: contentId ? ('inline' as const) : ('attachment' as const),
  ...(contentId && { cid: oneLine(contentId).replace(/[<>\s]/g, '') }),
});

// As an object an address stays one address, whatever commas it holds.
const mailbox = (address: string) => ({ name: '', address });

const cleaned = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]));

const automaticHeaders = ({ automatic, loopToken }: OutgoingMail): Record<string, string> =>
  automatic
    ? { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'All', 'X-Responstid-Loop': oneLine(loopToken) }
    : {};

function threading({ inReplyTo = '', references }: OutgoingMail) {
  const [parent] = messageIds([inReplyTo]);
  return { ...(parent && { inReplyTo: parent }), references: shortened(messageIds(references)) };
}

const MESSAGE_ID = /^[!-;=?-~]{1,500}$/;

/** The ids that are fit for a header, each once; a stranger's client may have written anything there. */
function messageIds(ids: readonly string[]): string[] {
  const bare = ids.map((id) => id.trim().replace(/^<|>$/g, '')).filter((id) => MESSAGE_ID.test(id));
  return [...new Set(bare)].map((id) => `<${id}>`);
}

const LAST_REFERENCES = 20;

// The first names the conversation, the last its latest branch; clients find their way with these (RFC 5537, 3.4.4).
const shortened = (ids: string[]): string[] =>
  ids.length > LAST_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1).slice(-LAST_REFERENCES)] : ids;
