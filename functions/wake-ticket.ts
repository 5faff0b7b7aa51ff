import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { wakeTicket } from '../shared/desk/wake-ticket';
import { ticketIdOf } from '../shared/ticket/ids';
import { onEvent } from './edge/on-event';

const alarm = z.object({ ticket: z.string(), severity: z.string() });

/** A ticket's alarm went off. */
export const wakeTicketFunction = (desk: Desk) =>
  onEvent(desk.log, alarm, async ({ ticket }) => {
    const id = ticketIdOf(ticket);
    if (!id) throw new Error(`The alarm names no ticket: ${ticket}`);
    await wakeTicket(desk)(id);
  });
