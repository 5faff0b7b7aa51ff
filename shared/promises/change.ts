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
  readonly begun: boolean;
  readonly policy: Policy;
}

/** The promise after a triage. Only a lowered one may move an instant later than it stood. */
export function retriaged(change: Retriage): Commitment {
  const { commitment, to, policy } = change;
  const basis = basisOf(change);
  const ruled = commitmentOn(basis, to, policy);
  if (basis.because !== 'lowered' || !beginStands(change, ruled)) return ruled;
  return commitmentOn({ ...basis, settled: { ...basis.settled, ...beginInstants(commitment) } }, to, policy);
}

// Lowered, the new rule sets what is still open: not what was begun already, and no miss that the old rule had not.
function beginStands({ commitment, begun, now }: Retriage, ruled: Commitment): boolean {
  return begun || (ruled.beginLatest <= now && now < commitment.beginLatest);
}

const beginInstants = ({ beginTarget, beginLatest, warnAt }: Commitment) => ({ beginTarget, beginLatest, warnAt });

function basisOf({ commitment, receivedAt, told, pauses, to, because, now, policy }: Retriage): Basis {
  const { basis } = commitment;
  const { version } = policy;
  const raisedBy = policy.kinds[to].rank - policy.kinds[commitment.kind].rank;
  if (because === 'new-facts' && raisedBy > 0)
    return { policy: version, from: now, because, noLaterThan: asItStands({ commitment, pauses, now }, policy) };
  const counted = {
    policy: version,
    from: receivedAt,
    ...lastingOf(basis),
    ...decidedAt(now, basis, receivedAt, pauses),
  };
  // What has come back since has been promised anew, whatever the customer was told at first.
  if (because === 'first-triage')
    return { ...counted, because, ...(told && basis.beginFrom === undefined && { noLaterThan: begin(told) }) };
  // Between kinds of one rank the facts are what they were: to count anew could uncover a miss that never was.
  if (raisedBy === 0) return basis;
  if (raisedBy < 0) return { ...counted, because: 'lowered' };
  return { ...counted, because: 'misjudged', noLaterThan: asItStands({ commitment, pauses, now }, policy) };
}

/** What a triage does not undo: that the ticket came back, and that a version was applied to it. */
function lastingOf({ beginFrom, used, settled }: Basis): Partial<Basis> {
  return {
    ...(beginFrom !== undefined && { beginFrom }),
    ...(used && { used }),
    ...(used && settled && { settled }),
  };
}

// Pauses before a version was applied are in what was used by then.
function decidedAt(
  now: Instant,
  { used }: Basis,
  from: Instant,
  pauses: readonly Pause[],
): Pick<Basis, 'at' | 'pauses'> {
  const ended = endedBy(pausesAfter(pauses, used?.until ?? from), now);
  return { ...(now > from && { at: now }), ...(ended.length > 0 && { pauses: ended }) };
}

const begin = ({ beginTarget, beginLatest }: BeginInstants): BeginInstants => ({ beginTarget, beginLatest });

/** The instants as pauses have left them; while one lasts, as if it ended now. */
function asItStands(
  { commitment, pauses, now }: Pick<Standing, 'commitment' | 'pauses' | 'now'>,
  policy: Policy,
): Instants {
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

/**
 * The promise of a ticket that comes back before anybody had begun on it, and after that was due: to begin, anew from
 * then. The clock to management goes on as it stood.
 */
export function recommitted(
  { commitment, pauses, now }: Pick<Standing, 'commitment' | 'pauses' | 'now'>,
  beginFrom: Instant,
  policy: Policy,
): Commitment {
  const { kind, basis } = commitment;
  const { from, used } = basis;
  const { managementAt } = asItStands({ commitment, pauses, now }, policy);
  const anew: Basis = {
    policy: policy.version,
    from,
    beginFrom,
    because: 'reopened',
    ...decidedAt(now, basis, from, pauses),
    ...(used && { used }),
    ...(managementAt !== undefined && { noLaterThan: { managementAt } }),
  };
  return commitmentOn(anew, kind, policy);
}

/**
 * The promise of a ticket that stands for others too, counted from when the first of them was received: no instant moves
 * later for it.
 */
export function countedFrom(
  firstReceivedAt: Instant,
  standing: Pick<Standing, 'commitment' | 'pauses' | 'now'>,
  policy: Policy,
): Commitment {
  const { kind, basis } = standing.commitment;
  const counted: Basis = {
    policy: policy.version,
    from: firstReceivedAt,
    because: 'first-receipt',
    ...lastingOf(basis),
    ...decidedAt(standing.now, basis, firstReceivedAt, standing.pauses),
    noLaterThan: asItStands(standing, policy),
  };
  return commitmentOn(counted, kind, policy);
}

/** The instants of P16 for a customer's message that awaits an answer: an internal duty, counted apart. */
export function answerDueFor(receivedAt: Instant, policy: Policy): { target: Instant; latest: Instant } {
  const { target, latest } = reckoningsOf(policy.answers, policy);
  return { target: target(receivedAt), latest: latest(receivedAt) };
}
