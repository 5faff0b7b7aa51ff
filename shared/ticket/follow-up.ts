import { answerDueFor } from '../promises/change';
import { begunAnew } from './begin';
import type { Terms } from './circumstances';
import { reopens } from './due';
import type { CustomerMessage, TicketEvent } from './events';
import type { OpenedTicket } from './ticket';

/** The customer's next message: it awaits an answer once work has begun, ends a wait, and reopens what was solved not long ago. */
export function received(
  ticket: OpenedTicket,
  message: CustomerMessage,
  { now, policy }: Terms,
  { ofStorm = false } = {},
): TicketEvent[] {
  const { status, begun } = ticket;
  const { receivedAt } = message;
  const answerDue = begun && { answerDue: answerDueFor(receivedAt, policy) };
  const arrival: TicketEvent = {
    type: 'message-received',
    at: now,
    message,
    ...answerDue,
    ...(ofStorm && { ofStorm }),
  };
  if (status.is === 'waiting') return [arrival, { type: 'waiting-ended', at: now, why: 'answered' }];
  if (status.is !== 'resolved' || !reopens(receivedAt, status.at, policy)) return [arrival];
  return [arrival, { type: 'ticket-reopened', at: now, by: 'customer', ...begunAnew(ticket, receivedAt, now, policy) }];
}
