import type { TicketId } from '../ticket/ids';
import { type Current, currentOf } from './history';
import type { Desk } from './ports';

/**
 * The ticket in which this one goes on, through all mergers. Of tickets that were merged in a circle, at the same moment,
 * it is the one whose number comes first.
 */
export async function survivorOf(
  desk: Pick<Desk, 'tickets'>,
  current: Current,
  passed: readonly Current[] = [],
): Promise<Current> {
  const { ticket } = current;
  if (ticket.state === 'unopened' || ticket.status.is !== 'merged') return current;
  const { into } = ticket.status;
  const way = [...passed, current];
  const circle = way.findIndex((one) => one.ticket.id === into);
  if (circle >= 0) return firstOf(way.slice(circle), current);
  return survivorOf(desk, await currentOf(desk, into), way);
}

export const survivorOfTicket = async (desk: Pick<Desk, 'tickets'>, id: TicketId): Promise<Current> =>
  survivorOf(desk, await currentOf(desk, id));

const firstOf = (circle: readonly Current[], current: Current): Current =>
  circle.reduce((first, one) => (one.ticket.id < first.ticket.id ? one : first), current);
