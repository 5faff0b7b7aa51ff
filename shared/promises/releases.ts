import { Refusal } from '../ticket/refusal';
import type { Instant, LocalDate } from './instant';
import type { Policy } from './policy';
import { zoneOf } from './zone';

/** A version of the system in the calendar of releases. */
export interface Release {
  readonly name: string;
  /** The last date on which a fix can still be put into it. */
  readonly freeze: LocalDate;
  /** The date on which it is planned to be out. */
  readonly date: LocalDate;
  readonly releasedAt?: Instant;
}

export type ReleasePlan = Pick<Release, 'name' | 'freeze' | 'date'>;

type Local = Pick<Policy, 'timeZone'>;

/** The next version that can hold a fix (P7): not out, and not frozen yet. */
export const nextReleaseFor = (at: Instant, releases: readonly Release[], policy: Local): Release | undefined =>
  inOrder(releases).find((release) => canHoldFix(release, at, policy));

/** The same after a given version; where there is none of that name, the next one of all. */
export function releaseAfter(
  name: string,
  at: Instant,
  releases: readonly Release[],
  policy: Local,
): Release | undefined {
  const sorted = inOrder(releases);
  const later = sorted.slice(sorted.findIndex(isNamed(name)) + 1);
  return later.find((release) => canHoldFix(release, at, policy));
}

/** Whether its date has passed, and it is not out. */
export const isOverdue = ({ date, releasedAt }: Release, at: Instant, policy: Local): boolean =>
  releasedAt === undefined && at >= endOf(date, policy);

/** The version of that name, in capitals or not, or a refusal that says which there are. */
export function releaseNamed<R extends Release>(releases: readonly R[], name: string): R {
  const release = releases.find(isNamed(name));
  if (release) return release;
  const there = inOrder(releases).map(({ name }) => name);
  const instead = there.length > 0 ? `Choose one of: ${there.join(', ')}.` : 'Plan it first: there is none yet.';
  throw new Refusal('no-such-version', `The calendar of releases has no version “${name}”. ${instead}`);
}

/**
 * The version as it stands once it is planned, or moved; the very one that is there where nothing changes.
 * Throws `Refusal` where the plan can't be kept, or the version is out already.
 */
export function planned(plan: ReleasePlan, releases: readonly Release[], at: Instant, policy: Local): Release {
  const known = releases.find(isNamed(plan.name));
  if (known && known.freeze === plan.freeze && known.date === plan.date) return known;
  if (known?.releasedAt !== undefined)
    throw new Refusal('bad-request', `Version ${known.name} is out already. Plan the next one.`);
  refuseImpossible(plan, known, zoneOf(policy.timeZone).dateOf(at));
  return { name: known?.name ?? plan.name, freeze: plan.freeze, date: plan.date };
}

// A version that is late may have frozen long ago: its date moves, and its freeze stays where it was.
function refuseImpossible({ name, freeze, date }: ReleasePlan, known: Release | undefined, today: LocalDate): void {
  if (freeze > date)
    throw new Refusal('bad-request', `Version ${name} would freeze after it is out. Let it freeze by ${date}.`);
  if (date < today)
    throw new Refusal('in-the-past', `Version ${name} would be out on ${date}, which has passed. Choose a later date.`);
  if (freeze < today && freeze !== known?.freeze)
    throw new Refusal('in-the-past', `Version ${name} would have frozen on ${freeze}. Choose a later date.`);
}

/** By what two names are told apart: “V7” and “v7” are one version. */
export const releaseKey = (name: string): string => name.trim().toLowerCase();

export const isNamed =
  (name: string) =>
  (release: Release): boolean =>
    releaseKey(release.name) === releaseKey(name);

/** By date, the soonest first. */
export const inOrder = <R extends Release>(releases: readonly R[]): readonly R[] =>
  releases.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

const placeOf = ({ name, freeze, date }: Release): string => [date, freeze, releaseKey(name)].join(' ');

const canHoldFix = ({ freeze, releasedAt }: Release, at: Instant, policy: Local): boolean =>
  releasedAt === undefined && at < endOf(freeze, policy);

const endOf = (date: LocalDate, { timeZone }: Local): Instant => zoneOf(timeZone).instantOf(date, '24:00');
