import { createHash } from 'node:crypto';
import { readHead } from './head';
import type { Mail } from './read';

/**
 * What makes a mail the same mail when it is delivered again, as a text to be hashed. An id alone does not: some
 * programs give all their mails one. A mail without an id is known by what it says and when and what about.
 */
export function messageKey(mail: Mail): string {
  const body = [
    mail.text.replace(/\s+/g, ' ').trim(),
    ...mail.attachments.map(({ bytes }) => digest(stable(mail, bytes))),
  ];
  const from = mail.from?.address ?? '';
  return mail.messageId
    ? JSON.stringify([bareMessageId(mail.messageId), from, mail.subject, body])
    : JSON.stringify([from, mail.subject, mail.headers.get('date')?.[0] ?? '', body]);
}

/**
 * A message id as we keep it: without brackets, and the ids that SES gives (`<id@eu-north-1.amazonses.com>` on the wire)
 * bare, as its API answers them.
 */
export function bareMessageId(id: string): string {
  const bare = id.trim().replace(/^<|>$/g, '');
  return bare.replace(/@[a-z\d-]+\.amazonses\.com$/i, '');
}

// The raw mail bears the Received headers of one delivery.
const stable = ({ unreadable }: Mail, bytes: Buffer): Buffer => (unreadable ? readHead(bytes).body : bytes);

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
