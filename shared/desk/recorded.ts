import type { Instant } from '../promises/instant';
import { isoWeekOf, weeksBetween } from '../promises/iso-week';
import type { Recorded } from '../report/rehearsal';
import type { TicketId } from '../ticket/ids';
import type { Commit, Desk } from './ports';

/** Where it is kept. */
export interface Records {
  readonly reports: Pick<Desk['reports'], 'facts'>;
  readonly lists: Pick<Desk['lists'], 'underway'>;
  readonly tickets: { history(id: TicketId): Promise<readonly Pick<Commit, 'events'>[]> };
}

export interface RecordedRange {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  /** By whose weeks the facts are kept. */
  readonly timeZone: string;
}

/** What was recorded of the tickets that arrived in [from, to), and of all that are open. Read only. */
export async function recordedBetween(
  { reports, lists, tickets }: Records,
  { from, to, now, timeZone }: RecordedRange,
): Promise<Recorded[]> {
  const ids = new Set<TicketId>();
  // Facts are kept by the week of their commit: of a mail that lay unread, any week since its arrival.
  for (const week of weeksBetween(isoWeekOf(from, timeZone), isoWeekOf(now, timeZone))) {
    for (const { ticket, receivedAt } of await reports.facts(week)) {
      if (from <= receivedAt && receivedAt < to) ids.add(ticket);
    }
  }
  for await (const { id } of lists.underway(Infinity)) ids.add(id);
  const recorded: Recorded[] = [];
  for (const id of ids) {
    recorded.push({ id, history: (await tickets.history(id)).flatMap(({ events }) => events) });
  }
  return recorded;
}
