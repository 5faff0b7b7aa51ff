import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { type Failure, type Feedback, type Return, receiveFeedback } from '../shared/desk/receive-feedback';
import { normaliseAddress } from '../shared/mail/address';
import { LETTER_TAG, letterOf } from '../shared/mail/letter-tag';
import { oneLine } from '../shared/mail/repair';
import { onEvent } from './edge/on-event';

const instant = z.iso.datetime({ offset: true }).transform(Date.parse);
const address = z.string().max(1_000).transform(normaliseAddress);
/** SES lets a mail have fifty receivers. */
const receivers = <S extends z.ZodType>(one: S) => z.array(one).max(100);
const code = z.string().nullish();

const mail = z.object({ destination: receivers(address), tags: z.record(z.string(), z.array(z.string())).default({}) });

const event = <Type extends string, Detail extends z.ZodRawShape>(type: Type, detail: Detail) =>
  z.object({
    'detail-type': z.literal(type),
    source: z.literal('aws.ses'),
    id: z.string(),
    time: instant,
    detail: z.object({ mail, ...detail }),
  });

/** What SES tells of our mail, as EventBridge hands it on (the reference of SES's events there). */
const sesEvent = z.discriminatedUnion('detail-type', [
  event('Email Delivered', { delivery: z.object({ timestamp: instant, recipients: receivers(address) }) }),
  event('Email Delivery Delayed', { deliveryDelay: z.object({ timestamp: instant }) }),
  event('Email Bounced', {
    bounce: z.object({
      timestamp: instant,
      feedbackId: z.string(),
      bounceType: z.string(),
      bounceSubType: z.string(),
      bouncedRecipients: receivers(z.object({ emailAddress: address, status: code, diagnosticCode: code })),
    }),
  }),
  event('Email Complaint Received', {
    complaint: z.object({
      timestamp: instant,
      feedbackId: z.string(),
      complaintSubType: code,
      complainedRecipients: receivers(z.object({ emailAddress: address })),
    }),
  }),
  event('Email Rejected', { reject: z.object({ reason: z.string() }) }),
  event('Email Rendering Failed', { failure: z.object({ errorMessage: z.string() }) }),
]);

type SesEvent = z.output<typeof sesEvent>;

/** The kinds of events that this function is for. */
export const FEEDBACK_TYPES = sesEvent.options.map(({ shape }) => shape['detail-type'].value);

/** SES tells what became of a letter. */
export const receiveFeedbackFunction = (desk: Desk) =>
  onEvent(desk.log, sesEvent, async (event) => receiveFeedback(desk)(feedbackOf(event)));

function feedbackOf(event: SesEvent): Feedback {
  const { id, time: at, detail } = event;
  const letter = letterOf(detail.mail.tags[LETTER_TAG]?.[0] ?? '');
  switch (event['detail-type']) {
    case 'Email Delivered': {
      const { timestamp, recipients: to } = event.detail.delivery;
      return { is: 'delivered', id, at: timestamp, letter, to };
    }
    case 'Email Delivery Delayed':
      return { is: 'delayed', id, at: event.detail.deliveryDelay.timestamp, letter };
    case 'Email Bounced':
      return { letter, ...bounced(event.detail) };
    case 'Email Complaint Received':
      return { letter, ...complained(event.detail) };
    case 'Email Rejected':
      return { is: 'returned', id, at, letter, ...refused(detail, event.detail.reject.reason) };
    case 'Email Rendering Failed':
      return { is: 'returned', id, at, letter, ...refused(detail, event.detail.failure.errorMessage) };
  }
}

type DetailOf<T extends SesEvent['detail-type']> = Extract<SesEvent, { readonly 'detail-type': T }>['detail'];
type Mail = Pick<SesEvent['detail'], 'mail'>;

function bounced({ mail, bounce }: DetailOf<'Email Bounced'>) {
  const { timestamp: at, feedbackId: id, bounceSubType: kind, bouncedRecipients } = bounce;
  const failures = bouncedRecipients.map(({ emailAddress, status, diagnosticCode }) =>
    failureOf(emailAddress, mail, diagnosticCode ?? status ?? `${bounce.bounceType} ${kind}, and no reason was given`),
  );
  return { is: 'returned', id, at, why: returnOf(bounce), failures } as const;
}

// An out-of-office comes as a passing bounce too, of a mail that has arrived; but no mail server has reported on it.
function returnOf({ bounceType, bouncedRecipients }: DetailOf<'Email Bounced'>['bounce']): Return {
  if (bounceType === 'Permanent') return 'permanent';
  const isReport = bouncedRecipients.some(({ status, diagnosticCode }) => status ?? diagnosticCode);
  return isReport ? 'transient' : 'unexplained';
}

function complained({ mail, complaint }: DetailOf<'Email Complaint Received'>) {
  const { timestamp: at, feedbackId: id, complaintSubType, complainedRecipients } = complaint;
  const by = complainedRecipients.map(({ emailAddress }) => failureOf(emailAddress, mail, SUPPRESSED));
  // SES has not sent it at all: nobody has complained of this letter.
  if (complaintSubType === 'OnAccountSuppressionList')
    return { is: 'returned', id, at, why: 'permanent', failures: by } as const;
  return { is: 'complained', id, at, by: by.filter(({ isOurs }) => isOurs).map(({ address }) => address) } as const;
}

const SUPPRESSED = 'Not sent: somebody at the address has complained of our mail before';

const refused = ({ mail }: Mail, reason: string) =>
  ({ why: 'refused', failures: mail.destination.map((address) => failureOf(address, mail, reason)) }) as const;

const DIAGNOSTIC_MAX = 500;

// Whose mail it was is what another's mail server says, who may name anybody: only those whom we wrote to are believed.
function failureOf(told: string, { destination }: Mail['mail'], reason: string): Failure {
  const [only = told] = destination;
  const address = destination.length === 1 ? only : told;
  const diagnostic = oneLine(reason.slice(0, DIAGNOSTIC_MAX));
  return { address, diagnostic, isOurs: destination.includes(address) };
}
