import { managementDue, type Standing } from './change';
import { type Basis, type Commitment, commitmentOn, goingOnFrom, type Instants, type Used } from './commitment';
import { millisecondsOf } from './duration';
import type { Instant } from './instant';
import { endedBy, pausesAfter } from './pauses';
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
  const { from, beginFrom } = commitment.basis;
  const basis: Basis = {
    policy: to.version,
    from,
    ...(beginFrom !== undefined && { beginFrom }),
    because: 'new-version',
    at: now,
    settled: settledInstants(application),
    used: usedSoFar(application),
  };
  return commitmentOn(basis, kind, to);
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
  const before = goingOnFrom(basis, 'begin') ?? { at: basis.beginFrom ?? basis.from, used: 0 };
  const begin = before.used + calendar.between(before.at, now);
  return { under: held.version, until: now, begin, management: managementUsed(application) };
}

function managementUsed({ commitment, pauses, held, to, kind, now }: Application): number {
  const { management } = held.kinds[commitment.kind];
  const ended = endedBy(pauses, now);
  const due = managementDue(commitment, ended, held);
  // What is left is known to the millisecond, pauses and all; what was used is the rest.
  if (management && due !== undefined) {
    const { calendar } = calendarNamed(management.calendar, held);
    return millisecondsOf(management.openTime) - calendar.between(now, due);
  }
  // The version before had no such clock: it is counted as if it had always been there.
  const { calendar } = calendarNamed(to.kinds[kind].management?.calendar ?? to.workingDays, to);
  const { from } = commitment.basis;
  const paused = pausesAfter(ended, from).reduce((sum, pause) => sum + calendar.between(pause.from, pause.to), 0);
  return calendar.between(from, now) - paused;
}
