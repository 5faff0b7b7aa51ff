import { addressesIn } from './address';
import { type DeliveryAction, type ReportedRecipient, statusIn } from './delivery-status';
import { readHead } from './head';
import type { Mail } from './read';
import type { MailAttachment } from './read-body';
import { tidyLine } from './repair';
import { returnedRecipients } from './returned-mail';
import { has, isFromMailServer, isReport, values } from './signals';

export type { DeliveryAction, ReportedRecipient } from './delivery-status';

export interface DeliveryReport {
  readonly recipients: readonly ReportedRecipient[];
  /** Of the mail that was not delivered, as `<id@host>`. */
  readonly originalMessageId?: string;
  /** Whether some recipient can't be reached, now or later. */
  readonly permanent: boolean;
}

const PARTS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RECIPIENTS_MAX = 100;
const LOOKED_AT = 64 * 1024;

/**
 * What a mail says of the delivery of another, by its report (RFC 3464) or, where a server writes none, by its words.
 * Anybody can write one: believe it of an address only if we sent it that mail.
 */
export function deliveryReportIn(mail: Mail): DeliveryReport | undefined {
  const parts = mail.attachments.filter(({ type }) => PARTS.has(type));
  const isReturned = isReport(mail, 'delivery-status') || has(mail, 'x-failed-recipients') || isFromMailServer(mail);
  if (parts.length === 0 && !isReturned) return undefined;
  const reported = parts.flatMap(({ bytes }) => reportedIn(bytes)).slice(0, RECIPIENTS_MAX);
  const recipients = reported.length > 0 ? reported : returnedRecipients(mail);
  const originalMessageId = originalIdIn(mail);
  return {
    recipients,
    ...(originalMessageId && { originalMessageId }),
    permanent: recipients.some(isPermanent),
  };
}

/** Whether it is of no use to try the address again: only a failure that the server itself calls permanent. */
export const isPermanent = ({ action, status = '' }: ReportedRecipient): boolean =>
  action === 'failed' && status.startsWith('5.');

// One block for the mail, then one for each recipient, with an empty line before each.
const reportedIn = (bytes: Buffer): ReportedRecipient[] =>
  bytes
    .toString('utf8', 0, LOOKED_AT)
    .split(/\r?\n[ \t]*\r?\n/)
    .flatMap(recipientIn);

function recipientIn(block: string): ReportedRecipient[] {
  const fields = new Map(
    readHead(Buffer.from(`${block.trim()}\r\n\r\n`)).fields.map(({ name, value }) => [name, value]),
  );
  // Where a mailbox forwards, the original recipient is whom we wrote to.
  const address = addressOf(fields.get('original-recipient')) ?? addressOf(fields.get('final-recipient'));
  const action = ACTIONS.find((known) => known === fields.get('action')?.trim().toLowerCase());
  if (!address || !action) return [];
  const diagnostic = tidyLine((fields.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20};\s*/, ''));
  const status = statusIn(fields.get('status') ?? '') ?? statusIn(diagnostic);
  return [{ address, action, ...(status && { status }), ...(diagnostic && { diagnostic }) }];
}

const ACTIONS: readonly DeliveryAction[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** `rfc822; kari@kunde.example`. */
const addressOf = (recipient = ''): string | undefined =>
  addressesIn(recipient.replace(/^[\w-]{1,20};\s*/, ''))[0]?.address;

const ORIGINALS = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers']);

function originalIdIn(mail: Mail): string | undefined {
  const enclosed = mail.attachments.filter(({ type }) => ORIGINALS.has(type)).flatMap(idsOf);
  const copied = /^[ \t>]{0,9}Message-ID:[ \t]*(<[^<>\s]{1,998}>)/im.exec(mail.text.slice(0, LOOKED_AT))?.[1];
  const named = values(mail, 'x-original-message-id').flatMap((value) => value.match(/<[^<>\s]+>/g) ?? []);
  return enclosed[0] ?? copied ?? named[0] ?? mail.inReplyTo ?? mail.references.at(-1);
}

const idsOf = ({ bytes }: MailAttachment): string[] =>
  readHead(bytes.subarray(0, LOOKED_AT))
    .fields.filter(({ name }) => name === 'message-id')
    .flatMap(({ value }) => value.match(/<[^<>\s]{1,998}>/g) ?? []);
