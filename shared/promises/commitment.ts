import type { Calendar } from './calendar';
import type { Instant } from './instant';
import type { Kind, Policy } from './policy';
import { reckoningsOf } from './reckoning';

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
  readonly because: 'received' | 'first-triage' | 'misjudged' | 'new-facts' | 'lowered';
  /** Instants that already stood, or that the customer was told: of two, the earlier stands. */
  readonly noLaterThan?: Partial<Instants>;
}

export const commitmentFor = (kind: Kind, from: Instant, policy: Policy): Commitment =>
  commitmentOn({ policy: policy.version, from, because: 'received' }, kind, policy);

export function commitmentOn(basis: Basis, kind: Kind, policy: Policy): Commitment {
  const { from, noLaterThan: stood = {} } = basis;
  const { calendar, target, latest, management } = reckoningsOf(kind, policy);
  const beginLatest = earliest(latest(from), stood.beginLatest);
  const beginTarget = earliest(target(from), stood.beginTarget, beginLatest);
  const warnAt = earliest(partOfTheWay(from, beginLatest, policy.warnAt, calendar.calendar), stood.warnAt, beginLatest);
  const instants = { beginTarget, beginLatest, warnAt };
  return {
    kind,
    ...instants,
    ...(management && { managementAt: earliest(management(from), stood.managementAt) }),
    basis,
  };
}

function partOfTheWay(from: Instant, to: Instant, share: number, { add, between }: Calendar): Instant {
  return add(from, Math.round(between(from, to) * share));
}

const earliest = (first: Instant, ...others: (Instant | undefined)[]): Instant =>
  others.reduce<Instant>((least, other) => (other !== undefined && other < least ? other : least), first);
