import { managementDue, type Standing } from './change';
import { type Commitment, commitmentOn, type Instants, type Used } from './commitment';
import { millisecondsOf } from './duration';
import type { Instant } from './instant';
import { endedBy } from './pauses';
import type { Kind, Policy } from './policy';
import { calendarNamed } from './policy-calendar';

/** A promise that another version of the policy is applied to. */
export interface Application extends Standing {
  /** The kind under the new version: the same, or what it takes an inquiry for that nobody has triaged. */
  readonly kind: Kind;
  readonly held: Policy;
  readonly to: Policy;
  readonly begun: boolean;
  /** The latest instants that were missed. */
  readonly missed: readonly Instant[];
  readonly managementTold: boolean;
}

/**
 * The promise under a new version, from now on: open time that was used stays used, the new rule sets the rest, and
 * nothing becomes due before now. What was begun, missed or told stays as it was.
 */
export function underNewVersion(application: Application): Commitment {
  const { commitment, kind, to, now } = application;
  const { from } = commitment.basis;
  const settled = settledInstants(application);
  return commitmentOn(
    { policy: to.version, from, because: 'new-version', at: now, settled, used: usedSoFar(application) },
    kind,
    to,
  );
}

function settledInstants(application: Application): Partial<Instants> {
  const { commitment, begun, missed, managementTold, now } = application;
  const { beginTarget, beginLatest, warnAt, managementAt } = commitment;
  const isJudged = begun || missed.includes(beginLatest);
  return {
    ...(isJudged && { beginLatest, warnAt }),
    ...((isJudged || beginTarget <= now) && { beginTarget }),
    ...(managementTold && managementAt !== undefined && { managementAt }),
  };
}

function usedSoFar(application: Application): Used {
  const { commitment, held, now } = application;
  const { kind, basis } = commitment;
  const { calendar } = calendarNamed(held.kinds[kind].calendar, held);
  const begin = (basis.used?.begin ?? 0) + calendar.between(basis.used ? (basis.at ?? now) : basis.from, now);
  return { under: held.version, begin, management: managementUsed(application) };
}

// What is left is known to the millisecond, pauses and all; what was used is the rest.
function managementUsed({ commitment, pauses, held, to, kind, now }: Application): number {
  const { management } = held.kinds[commitment.kind];
  const due = managementDue(commitment, endedBy(pauses, now), held);
  if (management && due !== undefined) {
    const { calendar } = calendarNamed(management.calendar, held);
    return millisecondsOf(management.openTime) - calendar.between(now, due);
  }
  // The version before had no such clock: it is counted as if it had always been there.
  const { calendar } = calendarNamed(to.kinds[kind].management?.calendar ?? to.workingDays, to);
  return calendar.between(commitment.basis.from, now);
}
