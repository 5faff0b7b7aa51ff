import { addressesIn } from '../mail/address';
import type { Receipt } from '../mail/classify';
import { freshText } from '../mail/fresh-text';
import type { Mail } from '../mail/read';
import { isReply } from '../mail/thread';
import type { Instant } from '../promises/instant';
import type { Attachment, Customer, CustomerMessage, MailIds } from '../ticket/events';
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

/**
 * Keeps what a mail says and brings, before the commit that tells of it. Whatever a stranger sends, that stays far below
 * the 400 kB that an item of the table may have.
 */
export async function keepMessage(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  raw: RawMail,
): Promise<CustomerMessage> {
  const { text, html, messageId, unreadable } = mail;
  const { fresh, folded } = freshText({ text, ...(html && { html }), isReply: isReply(mail) });
  return {
    words: await keepWords(desk, fresh || text),
    ...(fresh && folded && { quoted: await keepWords(desk, folded) }),
    attachments: await attachmentsOf(desk, mail, receipt.messageId, raw),
    receivedAt: receipt.receivedAt,
    sender: senderOf(mail, receipt),
    ...(messageId && { mail: threadOf(mail, messageId) }),
    raw: raw.key,
    ...(unreadable && { unreadable }),
  };
}

export function senderOf({ from }: Mail, { envelopeFrom }: MailReceipt): Customer {
  const email = from?.address ?? addressesIn(envelopeFrom)[0]?.address;
  return { ...(from?.name && { name: from.name }), ...(email && { email }) };
}

const ATTACHMENTS_MAX = 100;

// What could not be read, or brings more than anybody opens, is attached whole; the raw mail is kept anyway.
async function attachmentsOf(desk: Desk, mail: Mail, mailId: string, raw: RawMail): Promise<Attachment[]> {
  if (mail.unreadable) return [wholeMail(raw)];
  const kept = await keepAttachments(desk, mailId, mail.attachments.slice(0, ATTACHMENTS_MAX));
  return mail.attachments.length > ATTACHMENTS_MAX ? [...kept, wholeMail(raw)] : kept;
}

const wholeMail = ({ key, bytes }: RawMail): Attachment => ({ name: 'mail.eml', type: 'message/rfc822', bytes, key });

const LAST_REFERENCES = 20;

// As many as our answer names: the first and the latest.
const threadOf = ({ references }: Mail, messageId: string): MailIds => ({
  messageId,
  references: [...references.slice(0, 1), ...references.slice(1).slice(-LAST_REFERENCES)],
});
