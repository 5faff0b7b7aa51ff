import { underway } from '../ticket/allowed';
import { heldTo } from '../ticket/circumstances';
import type { CommandId, TicketId } from '../ticket/ids';
import { refuseToMerge } from '../ticket/mergeable';
import type { Agent } from '../ticket/staff';
import { type Handled, handle } from './handle';
import { openedTicket } from './opened-ticket';
import type { Desk } from './ports';

/**
 * Merges a ticket into another of the same customer, which goes on with both. Throws `Refusal` where they would read each
 * other's mail, or where something that was promised on the one would be lost.
 */
export const mergeTickets =
  (desk: Desk) =>
  async (id: TicketId, into: TicketId, { id: by }: Agent, once: CommandId): Promise<Handled> => {
    const history = await desk.tickets.history(id);
    const isDone = history.some(({ command }) => command === once);
    if (!isDone && id !== into) {
      const { policies } = await desk.circumstances();
      const ticket = underway(await openedTicket(desk, id));
      const survivor = underway(await openedTicket(desk, into));
      refuseToMerge(ticket, survivor, heldTo(ticket, policies));
    }
    return handle(desk)(id, { type: 'merge', into, by }, once);
  };
