import type { Instant } from '../promises/instant';
import { nextReleaseFor, type Release, releaseAfter, releaseNamed } from '../promises/releases';
import type { Terms } from './circumstances';
import type { ActOf } from './command';
import type { Doer, TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { Refusal } from './refusal';

/** The version that is to bring the fix, unless it is tied to that one already. */
export function tied(
  { fixIn }: OpenedTicket,
  { name: version, date }: Pick<Release, 'name' | 'date'>,
  by: Doer,
  at: Instant,
): TicketEvent[] {
  if (fixIn?.version === version && fixIn.date === date) return [];
  return [{ type: 'fix-tied', at, version, date, by }];
}

/** P7: a less severe error is fixed in the next version that can hold it, if one is planned. */
export function tiedToNext(ticket: OpenedTicket, { now, policy, releases }: Terms): TicketEvent[] {
  const next = ticket.kind === 'minor' && !ticket.fixIn ? nextReleaseFor(now, releases, policy) : undefined;
  return next ? tied(ticket, next, 'desk', now) : [];
}

export function tieToVersion(
  ticket: OpenedTicket,
  { by, version, date }: ActOf<'tie-to-version'>,
  { now, releases }: Terms,
): TicketEvent[] {
  const release = date ? { name: version, date } : notOut(releaseNamed(releases, version));
  return tied(ticket, release, by, now);
}

/** P7: only a less severe error may wait for a later version, and the customer is told why. */
export function postpone(ticket: OpenedTicket, command: ActOf<'postpone'>, terms: Terms): TicketEvent[] {
  const { by, reason } = command;
  if (ticket.kind !== 'minor') {
    throw new Refusal(
      'only-minor-errors-wait',
      'Only a less severe error may be postponed to a later version (P7). Triage it first.',
    );
  }
  return [{ type: 'fix-postponed', at: terms.now, by, reason, ...laterVersion(ticket, command, terms) }];
}

// A desk that keeps no calendar of releases names its versions as it likes.
function laterVersion({ fixIn }: OpenedTicket, { version }: ActOf<'postpone'>, { now, policy, releases }: Terms) {
  if (releases.length === 0) return version === undefined ? {} : { version };
  const later =
    version === undefined
      ? releaseAfter(fixIn?.version ?? '', now, releases, policy)
      : laterThan(fixIn, notOut(releaseNamed(releases, version)));
  return later ? { version: later.name, date: later.date } : {};
}

function laterThan(fixIn: OpenedTicket['fixIn'], release: Release): Release {
  if (!fixIn || release.date > fixIn.date) return release;
  throw new Refusal(
    'in-the-past',
    `The fix is to come in version ${fixIn.version} (${fixIn.date}) already. Choose a version after it.`,
  );
}

/** @throws {Refusal} where it is out already. */
export function notOut(release: Release): Release {
  if (release.releasedAt === undefined) return release;
  throw new Refusal('in-the-past', `Version ${release.name} is out already. Choose one that is still to come.`);
}
