import type { Calendar } from './calendar';
import type { Instant } from './instant';
import { dueAfterAll, type EndedPause } from './pauses';
import type { Kind, Policy } from './policy';
import { type GoingOn, reckoningsOf } from './reckoning';

/** What is promised to be done by when. It is stored with the ticket as it was made, because a promise stands. */
export interface Commitment extends Instants {
  readonly kind: Kind;
  readonly basis: Basis;
}

/** The instants of a promise. `warnAt` is ours alone; `managementAt` is there where the kind has a clock to management. */
export interface Instants {
  readonly beginTarget: Instant;
  readonly beginLatest: Instant;
  readonly warnAt: Instant;
  readonly managementAt?: Instant;
}

/** What a promise follows from: with the kind and the policy, all of it can be worked out again. */
export interface Basis {
  /** The policy's version. */
  readonly policy: string;
  readonly from: Instant;
  /** From where the clock to begin runs, where it is another: from when a ticket that nobody had begun came back. */
  readonly beginFrom?: Instant;
  readonly because:
    | 'received'
    | 'first-triage'
    | 'misjudged'
    | 'new-facts'
    | 'lowered'
    | 'reopened'
    | 'new-version'
    | 'first-receipt';
  /** When it was decided, if later than `from`: it takes account of the pauses until then, and of no later one. */
  readonly at?: Instant;
  readonly pauses?: readonly EndedPause[];
  /** Instants that already stood, or that the customer was told: of two, the earlier stands. */
  readonly noLaterThan?: Partial<Instants>;
  /** Instants of what is begun, missed or told already: no later rule moves them. */
  readonly settled?: Partial<Instants>;
  /** Where a new version was applied: the open time used under the one before stays used. */
  readonly used?: Used;
}

/** Open milliseconds of the clocks to begin and to management, used under a version until another took over. */
export interface Used {
  readonly under: string;
  readonly until: Instant;
  readonly begin: number;
  readonly management: number;
}

export const commitmentFor = (kind: Kind, from: Instant, policy: Policy): Commitment =>
  commitmentOn({ policy: policy.version, from, because: 'received' }, kind, policy);

export function commitmentOn(basis: Basis, kind: Kind, policy: Policy): Commitment {
  const managementAt = managementOn(basis, kind, policy);
  return {
    kind,
    ...beginOn(basis, kind, policy),
    ...(managementAt !== undefined && { managementAt }),
    basis,
  };
}

function beginOn(basis: Basis, kind: Kind, policy: Policy): Omit<Instants, 'managementAt'> {
  const { beginFrom: from = basis.from, noLaterThan: stood = {}, settled = {} } = basis;
  const { calendar, target, latest } = reckoningsOf(kind, policy);
  const goingOn = goingOnFrom(basis, 'begin');
  const beginLatest = settled.beginLatest ?? earliest(latest(from, goingOn), stood.beginLatest);
  const beginTarget = settled.beginTarget ?? earliest(target(from, goingOn), stood.beginTarget, beginLatest);
  const warning = partOfTheWay(from, beginLatest, policy.warnAt, calendar.calendar);
  return { beginTarget, beginLatest, warnAt: settled.warnAt ?? earliest(warning, stood.warnAt, beginLatest) };
}

function managementOn(basis: Basis, kind: Kind, policy: Policy): Instant | undefined {
  const { from, noLaterThan: stood = {}, settled = {}, pauses = [] } = basis;
  const { management } = reckoningsOf(kind, policy);
  if (!management) return undefined;
  const ruled = management.reckoning(from, goingOnFrom(basis, 'management'));
  return settled.managementAt ?? earliest(dueAfterAll(pauses, ruled, management.calendar), stood.managementAt);
}

/** From where a sum of open time goes on, if some of it was used under an older version. */
export function goingOnFrom({ used, beginFrom = 0 }: Basis, clock: 'begin' | 'management'): GoingOn | undefined {
  if (!used || (clock === 'begin' && beginFrom >= used.until)) return undefined;
  return { at: used.until, used: used[clock] };
}

function partOfTheWay(from: Instant, to: Instant, share: number, { add, between }: Calendar): Instant {
  return add(from, Math.round(between(from, to) * share));
}

const earliest = (first: Instant, ...others: (Instant | undefined)[]): Instant =>
  others.reduce<Instant>((least, other) => (other !== undefined && other < least ? other : least), first);
