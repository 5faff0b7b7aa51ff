import type { Calendar } from './calendar';
import { type Basis, type Commitment, commitmentOn, type Instants } from './commitment';
import type { Instant } from './instant';
import type { Kind, Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { reckoningsOf } from './reckoning';

type BeginInstants = Pick<Instants, 'beginTarget' | 'beginLatest'>;

export interface Retriage {
  /** The promise as it stands. */
  readonly commitment: Commitment;
  readonly receivedAt: Instant;
  /** The instants that the customer was told, if any. */
  readonly told?: BeginInstants | undefined;
  readonly to: Kind;
  readonly because: 'first-triage' | 'misjudged' | 'new-facts';
  readonly now: Instant;
  readonly policy: Policy;
}

/** The promise after a triage. Only a lowered one may move an instant later than it stood. */
export const retriaged = (change: Retriage): Commitment => commitmentOn(basisOf(change), change.to, change.policy);

function basisOf({ commitment, receivedAt, told, to, because, now, policy }: Retriage): Basis {
  const received = { policy: policy.version, from: receivedAt };
  if (because === 'first-triage') return { ...received, because, ...(told && { noLaterThan: begin(told) }) };
  const raisedBy = policy.kinds[to].rank - policy.kinds[commitment.kind].rank;
  // Between kinds of one rank the facts are what they were: to count anew could uncover a miss that never was.
  if (raisedBy === 0) return { ...commitment.basis, policy: policy.version };
  if (raisedBy < 0) return { ...received, because: 'lowered' };
  const from = because === 'new-facts' ? now : receivedAt;
  return { ...received, from, because, noLaterThan: instantsOf(commitment) };
}

const begin = ({ beginTarget, beginLatest }: BeginInstants): BeginInstants => ({ beginTarget, beginLatest });

function instantsOf({ kind, basis, ...instants }: Commitment): Instants {
  return instants;
}

/** The instants of P16 for a customer's message that awaits an answer: an internal duty, counted apart. */
export function answerDueFor(receivedAt: Instant, policy: Policy): { target: Instant; latest: Instant } {
  const { target, latest } = reckoningsOf(policy.answers, policy);
  return { target: target(receivedAt), latest: latest(receivedAt) };
}

/** What is left of the clock to management (P8) when it is paused, in milliseconds of its open time. */
export function managementLeft(managementAt: Instant, pausedAt: Instant, policy: Policy, kind: Kind): number {
  return managementCalendar(kind, policy).between(pausedAt, managementAt);
}

/** When management is told after all, once the clock goes on with what was left of it. */
export function managementResumed(left: number, now: Instant, policy: Policy, kind: Kind): Instant {
  return managementCalendar(kind, policy).add(now, left);
}

function managementCalendar(kind: Kind, policy: Policy): Calendar {
  const { management } = policy.kinds[kind];
  if (!management) throw new RangeError(`Policy ${policy.version} has no clock to management for the kind “${kind}”.`);
  return calendarNamed(management.calendar, policy).calendar;
}
