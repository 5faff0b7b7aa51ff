import type { Instant } from '../promises/instant';
import { isoWeekOf, weeksBetween } from '../promises/iso-week';
import type { Recorded } from '../report/rehearsal';
import type { TicketId } from '../ticket/ids';
import type { Desk } from './ports';

/** What was recorded of the tickets that arrived in [from, to), and of all that are open. Read only. */
export async function recordedBetween(
  { reports, lists, tickets }: Pick<Desk, 'reports' | 'lists' | 'tickets'>,
  from: Instant,
  to: Instant,
  timeZone: string,
): Promise<Recorded[]> {
  const ids = new Set<TicketId>();
  // A ticket is opened in the week of its receipt or, read late, in one after it.
  for (const week of weeksBetween(isoWeekOf(from, timeZone), isoWeekOf(to, timeZone))) {
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
