import { HOUR, type Instant } from '../../shared/promises/instant';
import { ACCOUNT, REGION } from './aws-environment';
import { iso } from './clock';
import { type BusEvent, envelope } from './event-bus';
import type { Behaviour, Mailboxes } from './ses-mailboxes';

/** A mail that SES has taken. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: readonly string[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What SES tells of a mail through its configuration set: for each sort of mailbox what it did, as it comes about. */
export function eventsOf(
  mail: AcceptedMail,
  configurationSet: string,
  mailboxes: Mailboxes,
  newId: () => string,
): BusEvent[] {
  const sorts = new Set(mail.to.map(mailboxes.of));
  return [...sorts].flatMap((sort) => {
    const here = mail.to.filter((address) => mailboxes.of(address) === sort);
    return NEWS[sort].map((tell) => eventOf(mail, configurationSet, tell(here, iso(mail.at), newId), newId()));
  });
}

/** What is told of some of a mail's receivers: the event's kind, and what is particular to it. */
type Tell = (to: readonly string[], timestamp: string, newId: () => string) => News;

interface News {
  readonly kind: string;
  readonly eventType: string;
  readonly particulars: object;
}

const delivered: Tell = (recipients, timestamp) => ({
  kind: 'Email Delivered',
  eventType: 'Delivery',
  particulars: {
    delivery: { timestamp, processingTimeMillis: 0, recipients, smtpResponse: '250 OK', reportingMTA: MTA },
  },
});

const delayed: Tell = (to, timestamp) => ({
  kind: 'Email Delivery Delayed',
  eventType: 'DeliveryDelay',
  particulars: {
    deliveryDelay: {
      timestamp,
      delayType: 'TransientCommunicationFailure',
      expirationTime: iso(Date.parse(timestamp) + 14 * HOUR),
      delayedRecipients: to.map((emailAddress) => ({ emailAddress, status: '4.4.1', diagnosticCode: 'smtp; 421' })),
    },
  },
});

const complained: Tell = (to, timestamp, newId) => ({
  kind: 'Email Complaint Received',
  eventType: 'Complaint',
  particulars: {
    complaint: {
      timestamp,
      feedbackId: newId(),
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
      complainedRecipients: to.map((emailAddress) => ({ emailAddress })),
    },
  },
});

const bounced =
  (bounceType: string, bounceSubType: string, report: object = {}): Tell =>
  (to, timestamp, newId) => ({
    kind: 'Email Bounced',
    eventType: 'Bounce',
    particulars: {
      bounce: {
        timestamp,
        feedbackId: newId(),
        bounceType,
        bounceSubType,
        bouncedRecipients: to.map((emailAddress) => ({ emailAddress, ...report })),
        reportingMTA: `dns; ${MTA}`,
      },
    },
  });

const NO_SUCH_USER = { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
const ON_THE_LIST = {
  action: 'failed',
  status: '5.1.1',
  diagnosticCode: 'Amazon SES has suppressed sending to this address because it has a recent history of bouncing',
};

const NEWS: Readonly<Record<Behaviour, readonly Tell[]>> = {
  deliver: [delivered],
  bounce: [bounced('Permanent', 'General', NO_SUCH_USER)],
  complain: [delivered, complained],
  delay: [delayed],
  suppress: [bounced('Permanent', 'Suppressed', ON_THE_LIST)],
  'out-of-office': [delivered, bounced('Transient', 'General')],
};

function eventOf(mail: AcceptedMail, configurationSet: string, news: News, id: string): BusEvent {
  const { messageId, at, from, to, tags } = mail;
  const { kind, eventType, particulars } = news;
  const set = { 'ses:configuration-set': [configurationSet] };
  const about = { timestamp: iso(at), source: from, sendingAccountId: ACCOUNT, messageId, destination: to };
  return {
    ...envelope('aws.ses', id, at),
    'detail-type': kind,
    resources: [`arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${configurationSet}`],
    detail: { eventType, mail: { ...about, tags: { ...set, ...tags } }, ...particulars },
  };
}

const MTA = `a8-30.smtp-out.${REGION}.amazonses.com`;
