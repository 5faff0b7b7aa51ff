import { commandId, type TicketId } from '../ticket/ids';
import { setAlarm } from './alarm';
import { handle } from './handle';
import type { Desk } from './ports';

/**
 * An alarm went off, or a sweep found that one should have: look at the clock. The alarm is gone once it has fired,
 * so a ticket on which nothing was due is given its next one here; otherwise its commit owes it.
 */
export const wakeTicket =
  (desk: Desk) =>
  async (id: TicketId): Promise<void> => {
    const { now } = await desk.circumstances();
    const { news, ...current } = await handle(desk)(id, { type: 'look' }, commandId(`look ${now}`));
    if (!news) await setAlarm(desk)(current);
  };
