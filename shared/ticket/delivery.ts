import { HOUR, type Instant, MINUTE, SECOND } from '../promises/instant';
import type { WithholdingReason } from './contact';

/**
 * How far an owed effect has come. No service takes a letter idempotently, so one that may have gone out is a doubt:
 * it is sent once more at most, and stays counted as uncertain where people see it.
 */
export type Delivery = { readonly tries: number; readonly doubts: number } & (
  | { readonly is: 'owed'; readonly notBefore: Instant }
  | { readonly is: 'under-way'; readonly leaseUntil: Instant }
  | { readonly is: 'done'; readonly at: Instant; readonly serviceId?: string }
  /** Nobody knows whether it arrived, and it is not sent again. */
  | { readonly is: 'unknown'; readonly at: Instant }
  | { readonly is: 'given-up'; readonly at: Instant; readonly error: string }
  /** Not sent, and rightly so: machines do not write to where their mail is not wanted, or does not arrive. */
  | { readonly is: 'withheld'; readonly at: Instant; readonly reason: WithholdingReason }
);

/**
 * What came of a letter that was sent, as the mail service tells it: each the first time that it was told, by any of
 * those who were to get it. The news come in any order, and before we ourselves have noted that it went out.
 */
export type LetterFeedback = { readonly [M in FeedbackMark]?: Instant };

export const FEEDBACK_MARKS = ['deliveredAt', 'delayedAt', 'returnedAt', 'complainedAt'] as const;
export type FeedbackMark = (typeof FEEDBACK_MARKS)[number];

/** What an attempt came to. Only an error that was answered proves that nothing was sent. */
export type Outcome =
  | { readonly is: 'done'; readonly serviceId?: string }
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'no-answer' }
  | { readonly is: 'withheld'; readonly reason: WithholdingReason };

const LEASE = MINUTE;
const TRIES_MAX = 24;
const DOUBTS_MAX = 2;

export const owed = (now: Instant): Delivery => ({ is: 'owed', notBefore: now, tries: 0, doubts: 0 });

/** Whether it is to be tried `asOf` then, which may be the end of time; what has come to its end never is. */
export function isDue(delivery: Delivery, asOf: Instant): boolean {
  const at = nextAttemptAt(delivery);
  return at !== undefined && at <= asOf;
}

export const isUncertain = ({ is, doubts }: Delivery): boolean => is === 'unknown' || (is === 'done' && doubts > 0);

/** When the effect is to be tried next; nothing when it has come to its end. */
export function nextAttemptAt(delivery: Delivery): Instant | undefined {
  if (delivery.is === 'owed') return delivery.notBefore;
  return delivery.is === 'under-way' ? delivery.leaseUntil : undefined;
}

/** Takes a letter on. One whose lease ran out may have been sent by whoever held it: that is a doubt too. */
export function claimed(delivery: Delivery, now: Instant): Delivery {
  const doubts = delivery.is === 'under-way' ? delivery.doubts + 1 : delivery.doubts;
  const tries = delivery.tries + 1;
  if (doubts >= DOUBTS_MAX) return { is: 'unknown', at: now, tries: delivery.tries, doubts };
  return { is: 'under-way', leaseUntil: now + LEASE, tries, doubts };
}

export function afterAttempt({ tries, doubts }: Delivery, outcome: Outcome, now: Instant): Delivery {
  switch (outcome.is) {
    case 'done':
    case 'withheld':
      return { ...outcome, at: now, tries, doubts };
    case 'refused':
      if (tries >= TRIES_MAX) return { is: 'given-up', at: now, error: outcome.error, tries, doubts };
      return { is: 'owed', notBefore: now + backOff(tries), tries, doubts };
    case 'no-answer':
      if (doubts + 1 >= DOUBTS_MAX) return { is: 'unknown', at: now, tries, doubts: doubts + 1 };
      return { is: 'owed', notBefore: now + backOff(tries), tries, doubts: doubts + 1 };
  }
}

/** Half a minute, doubled each time, six hours at the most: two days and a half for all the tries. */
const backOff = (tries: number) => Math.min(30 * SECOND * 2 ** (tries - 1), 6 * HOUR);
