import { type Basis, type Commitment, commitmentOn, type Instants } from './commitment';
import type { Instant } from './instant';
import { dueAfter, endedBy, type Pause, pausesAfter } from './pauses';
import type { Kind, Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { reckoningsOf } from './reckoning';

type BeginInstants = Pick<Instants, 'beginTarget' | 'beginLatest'>;

/** A promise as it stands, and what has come of it. */
export interface Standing {
  readonly commitment: Commitment;
  readonly receivedAt: Instant;
  /** The instants that the customer was told, if any. */
  readonly told?: BeginInstants | undefined;
  readonly pauses: readonly Pause[];
  readonly now: Instant;
}

export interface Retriage extends Standing {
  readonly to: Kind;
  readonly because: 'first-triage' | 'misjudged' | 'new-facts';
  readonly policy: Policy;
}

/** The promise after a triage. Only a lowered one may move an instant later than it stood. */
export const retriaged = (change: Retriage): Commitment => commitmentOn(basisOf(change), change.to, change.policy);

function basisOf({ commitment, receivedAt, told, pauses, to, because, now, policy }: Retriage): Basis {
  const from = because === 'new-facts' ? now : receivedAt;
  const counted = { policy: policy.version, from, ...decidedAt(now, from, pauses) };
  if (because === 'first-triage') return { ...counted, because, ...(told && { noLaterThan: begin(told) }) };
  const raisedBy = policy.kinds[to].rank - policy.kinds[commitment.kind].rank;
  // Between kinds of one rank the facts are what they were: to count anew could uncover a miss that never was.
  if (raisedBy === 0) return commitment.basis;
  if (raisedBy < 0) return { ...counted, from: receivedAt, ...decidedAt(now, receivedAt, pauses), because: 'lowered' };
  return { ...counted, because, noLaterThan: asItStands({ commitment, pauses, now }, policy) };
}

function decidedAt(now: Instant, from: Instant, pauses: readonly Pause[]): Pick<Basis, 'at' | 'pauses'> {
  const ended = endedBy(pausesAfter(pauses, from), now);
  return { ...(now > from && { at: now }), ...(ended.length > 0 && { pauses: ended }) };
}

const begin = ({ beginTarget, beginLatest }: BeginInstants): BeginInstants => ({ beginTarget, beginLatest });

/** The instants as pauses have left them; while one lasts, as if it ended now. */
function asItStands({ commitment, pauses, now }: Omit<Standing, 'receivedAt'>, policy: Policy): Instants {
  const { beginTarget, beginLatest, warnAt } = commitment;
  const managementAt = managementDue(commitment, endedBy(pauses, now), policy);
  return { beginTarget, beginLatest, warnAt, ...(managementAt !== undefined && { managementAt }) };
}

/**
 * When management is told (P8), with the pauses of the ticket; undefined where the kind has no such clock, and while it
 * stands still.
 */
export function managementDue(
  { kind, managementAt, basis }: Commitment,
  pauses: readonly Pause[],
  policy: Policy,
): Instant | undefined {
  const { management } = policy.kinds[kind];
  if (managementAt === undefined || !management) return managementAt;
  const { calendar } = calendarNamed(management.calendar, policy);
  return dueAfter(pausesAfter(pauses, basis.at ?? basis.from), managementAt, calendar);
}

/** The promise of a ticket that comes back before anybody had begun on it, and after that was due: to begin, anew. */
export function recommitted({ commitment, pauses, now }: Omit<Standing, 'receivedAt'>, policy: Policy): Commitment {
  const { managementAt } = asItStands({ commitment, pauses, now }, policy);
  const settled = managementAt !== undefined && { settled: { managementAt } };
  return commitmentOn({ policy: policy.version, from: now, because: 'reopened', ...settled }, commitment.kind, policy);
}

/** The instants of P16 for a customer's message that awaits an answer: an internal duty, counted apart. */
export function answerDueFor(receivedAt: Instant, policy: Policy): { target: Instant; latest: Instant } {
  const { target, latest } = reckoningsOf(policy.answers, policy);
  return { target: target(receivedAt), latest: latest(receivedAt) };
}
