import { type Instant, SECOND } from '../promises/instant';
import { inOrder, isNamed, planned, type Release, type ReleasePlan, releaseNamed } from '../promises/releases';
import type { Words } from '../promises/say';
import type { Agent } from '../ticket/staff';
import type { Summary } from '../ticket/summary';
import type { Desk, KeptRelease } from './ports';
import { isTiedTo, type ToldOfRelease, tellTickets, waitingForFixes } from './tell-release';

/** How long whoever asks waits for the tickets to be told; the rest is the sweep's. */
const TELLS_FOR = 20 * SECOND;

/** A version as it stands, with the tickets that wait for it. */
export interface ReleaseStanding {
  readonly release: Release;
  readonly waiting: readonly Summary[];
}

/** All versions by date. */
export const releaseStandings = (desk: Desk) => async (): Promise<ReleaseStanding[]> => {
  const releases = await desk.releases.kept();
  const waiting = await waitingForFixes(desk);
  return inOrder(releases).map((release) => ({
    release,
    waiting: waiting.filter((row) => isTiedTo(release, row.fixIn)),
  }));
};

/** Plans a version, or moves one that is not out: the tickets that wait for it wait for the new date. */
export const planRelease =
  (desk: Desk) =>
  async (plan: ReleasePlan, agent: Agent): Promise<ToldOfRelease> => {
    const { now, policies } = await desk.circumstances();
    const releases = await desk.releases.kept();
    const known = releases.find(isNamed(plan.name));
    const release = planned(plan, releases, now, policies.inForce(now));
    if (release === known) return tellTickets(desk, known, now + TELLS_FOR);
    const isMoved = known && known.date !== release.date;
    const next: KeptRelease = {
      ...(known ?? { revision: 0, told: [] }),
      ...release,
      ...(isMoved && { told: [], owes: { is: 'new-date', ...actNow(desk, agent, now) } }),
    };
    // Somebody else was quicker, or our own answer was lost: look again at what there is.
    if (!(await desk.releases.keep(next))) return planRelease(desk)(plan, agent);
    return tellTickets(desk, next, now + TELLS_FOR);
  };

/**
 * Brings a version out, and so closes the loop (P7): each ticket that waits for it is answered in its own language, and
 * resolved. That it is out is kept first, so that what breaks off is finished by the same request or by the sweep. A
 * version that is out already stays as it is, and tells nobody twice.
 */
export const releaseVersion =
  (desk: Desk) =>
  async (name: string, words: Words, agent: Agent): Promise<ToldOfRelease> => {
    const { now } = await desk.circumstances();
    const kept = releaseNamed(await desk.releases.kept(), name);
    if (kept.releasedAt !== undefined) return tellTickets(desk, kept, now + TELLS_FOR);
    const next: KeptRelease = {
      ...kept,
      releasedAt: now,
      told: [],
      owes: { is: 'answers', words, ...actNow(desk, agent, now) },
    };
    if (!(await desk.releases.keep(next))) return releaseVersion(desk)(name, words, agent);
    return tellTickets(desk, next, now + TELLS_FOR);
  };

/** Tells the tickets what is still owed to them since a version came out, or was moved; for as long as told. */
export const catchUpReleases =
  (desk: Desk) =>
  async (until: Instant = Infinity): Promise<void> => {
    for (const kept of await desk.releases.kept()) await tellTickets(desk, kept, until);
  };

const actNow = (desk: Desk, { id: by }: Agent, since: Instant) => ({ by, since, mark: desk.newMark() });
