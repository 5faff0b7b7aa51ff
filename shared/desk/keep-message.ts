import { createHash } from 'node:crypto';
import { addressesIn } from '../mail/address';
import type { Receipt } from '../mail/classify';
import { areLocked } from '../mail/notice-rules';
import type { Mail } from '../mail/read';
import type { Instant } from '../promises/instant';
import type { Attachment, Customer, CustomerMessage, MailIds, Mark } from '../ticket/events';
import { keepAttachments } from './keep-attachments';
import { keepWords } from './keep-words';
import type { Desk } from './ports';

/** What SES tells of a mail that it has stored under `inbound/`: the envelope and its verdicts. */
export interface MailReceipt extends Receipt {
  readonly messageId: string;
  readonly receivedAt: Instant;
}

/** Where a raw mail will be kept, and how big it is. */
export interface RawMail {
  readonly key: string;
  readonly bytes: number;
}

/** Whose words a mail brings, and what was made of it. */
export interface Understood {
  readonly fresh: string;
  readonly folded: string;
  readonly sender: CustomerMessage['sender'] & object;
  readonly classed: NonNullable<CustomerMessage['classed']>;
  readonly marks: readonly Mark[];
}

/**
 * Keeps what a mail says and brings, before the commit that tells of it. Whatever a stranger sends, that stays far below
 * the 400 kB that an item of the table may have.
 */
export async function keepMessage(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  raw: RawMail,
  { fresh, folded, sender, classed, marks }: Understood,
): Promise<CustomerMessage> {
  const { html, messageId, unreadable } = mail;
  return {
    words: await keepWords(desk, fresh),
    ...(folded && { quoted: await keepWords(desk, folded) }),
    attachments: await attachmentsOf(desk, mail, receipt, raw),
    receivedAt: receipt.receivedAt,
    sender,
    ...(messageId && { mail: threadOf(mail, messageId) }),
    raw: raw.key,
    ...(html && { html: await keepHtml(desk, html) }),
    ...(unreadable && { unreadable }),
    classed,
    ...(marks.length > 0 && { marks }),
  };
}

export function senderOf({ from }: Mail, { envelopeFrom }: MailReceipt): Customer {
  const email = from?.address ?? addressesIn(envelopeFrom)[0]?.address;
  return { ...(from?.name && { name: from.name }), ...(email && { email }) };
}

const ATTACHMENTS_MAX = 100;

// What could not be read, or brings more than anybody opens, is attached whole; the raw mail is kept anyway.
async function attachmentsOf(desk: Desk, mail: Mail, receipt: MailReceipt, raw: RawMail): Promise<Attachment[]> {
  const locked = areLocked(receipt) ? ({ locked: true } as const) : {};
  if (mail.unreadable) return [{ ...wholeMail(raw), ...locked }];
  const kept = await keepAttachments(desk, receipt.messageId, mail.attachments.slice(0, ATTACHMENTS_MAX));
  const all = mail.attachments.length > ATTACHMENTS_MAX ? [...kept, wholeMail(raw)] : kept;
  return all.map((attachment) => ({ ...attachment, ...locked }));
}

// The key is made from what it says, as with words.
async function keepHtml({ files }: Desk, html: string): Promise<string> {
  const bytes = Buffer.from(html, 'utf8');
  const key = `html/${createHash('sha256').update(bytes).digest('hex')}.html`;
  await files.write(key, bytes, 'text/html; charset=utf-8');
  return key;
}

const wholeMail = ({ key, bytes }: RawMail): Attachment => ({ name: 'mail.eml', type: 'message/rfc822', bytes, key });

const LAST_REFERENCES = 20;

// As many as our answer names: the first and the latest.
const threadOf = ({ references }: Mail, messageId: string): MailIds => ({
  messageId,
  references: [...references.slice(0, 1), ...references.slice(1).slice(-LAST_REFERENCES)],
});
