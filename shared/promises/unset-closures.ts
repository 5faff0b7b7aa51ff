import type { Instant } from './instant';
import type { Policies } from './policies';
import type { Words } from './say';
import { zoneOf } from './zone';

/** A closure by weeks that nobody has decided for a year, so that we count as open then. No weeks are a decision too. */
export interface UnsetClosure {
  /** The closure's name in the policy. */
  readonly closure: string;
  readonly name: Words;
  readonly year: number;
}

/** Closures by weeks that nobody has set for this year or, from October on, for the next; by the version in force then. */
export function unsetClosures(policies: Policies, now: Instant): UnsetClosure[] {
  const { dateOf } = zoneOf(policies.inForce(now).timeZone);
  const year = Number(dateOf(now).slice(0, 4));
  const isTime = dateOf(now).slice(5) >= '10-01';
  return [year, ...(isTime ? [year + 1] : [])].flatMap((each) => unsetIn(each, policies));
}

function unsetIn(year: number, policies: Policies): UnsetClosure[] {
  const { calendars, closures } = policies.inForce(Date.UTC(year, 6, 1));
  const kept = new Set(Object.values(calendars).flatMap((calendar) => calendar.closures));
  return Object.entries(closures).flatMap(([closure, written]) =>
    kept.has(closure) && 'weeks' in written && written.weeks[year] === undefined
      ? [{ closure, name: written.name, year }]
      : [],
  );
}
