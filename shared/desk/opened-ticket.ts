import type { TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { OpenedTicket } from '../ticket/ticket';
import { currentOf } from './history';
import type { Desk } from './ports';

/** The ticket as it is now; throws `Refusal` where there is none of that number. */
export async function openedTicket(desk: Pick<Desk, 'tickets'>, id: TicketId): Promise<OpenedTicket> {
  const { ticket } = await currentOf(desk, id);
  if (ticket.state === 'opened') return ticket;
  throw new Refusal('no-such-ticket', `There is no ticket ${id}.`);
}
