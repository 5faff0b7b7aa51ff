import { heldTo } from '../ticket/circumstances';
import { wakeAt } from '../ticket/due';
import { type Current, currentOf } from './history';
import type { Desk } from './ports';

/**
 * Sets the ticket's alarm to the next instant that matters, or removes it. Two who set it at once could leave
 * the older instant standing, so whoever has set it looks whether the ticket has moved on, and then sets it again.
 */
export const setAlarm =
  (desk: Desk) =>
  async ({ ticket, version }: Current): Promise<void> => {
    if (ticket.state === 'unopened') return;
    const { policies } = await desk.circumstances();
    const at = wakeAt(ticket, heldTo(ticket, policies));
    if (at === undefined) await desk.alarms.remove(ticket.id);
    else await desk.alarms.set(ticket.id, at, ticket.kind ?? 'untriaged');
    if (!(await desk.tickets.hasVersion(ticket.id, version + 1))) return;
    await setAlarm(desk)(await currentOf(desk, ticket.id));
  };
