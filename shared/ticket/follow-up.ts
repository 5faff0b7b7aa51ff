import { answerDueFor } from '../promises/change';
import type { Instant } from '../promises/instant';
import { suspicionIn } from '../promises/suspicions';
import { begunAnew } from './begin';
import type { Terms } from './circumstances';
import type { Inquiry } from './command';
import { reopens } from './due';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './ticket';

/** A message with what else is known of who wrote it, and whether it is one of a storm. */
type Arrival = Pick<Inquiry, 'message'> & Partial<Pick<Inquiry, 'customer' | 'storm' | 'whole'>>;

/** The customer's next message: it awaits an answer once work has begun, ends a wait, and reopens what was solved not long ago. */
export function received(ticket: OpenedTicket, arrival: Arrival, terms: Terms): TicketEvent[] {
  const { message, customer, storm } = arrival;
  const { now, policy } = terms;
  const answerDue = ticket.begun && { answerDue: answerDueFor(message.receivedAt, policy) };
  const ofStorm = storm !== undefined && ({ ofStorm: true } as const);
  return [
    ...addressLeft(ticket, customer?.email, now),
    { type: 'message-received', at: now, message, ...answerDue, ...ofStorm },
    ...(ticket.kind || ticket.suspected || ofStorm ? [] : suspicion('', arrival, now)),
    ...takenUp(ticket, message.receivedAt, terms),
  ];
}

function takenUp(ticket: OpenedTicket, receivedAt: Instant, { now, policy }: Terms): TicketEvent[] {
  const { status } = ticket;
  if (status.is === 'waiting') return [{ type: 'waiting-ended', at: now, why: 'answered' }];
  if (status.is !== 'resolved' || !reopens(receivedAt, status.at, policy)) return [];
  return [{ type: 'ticket-reopened', at: now, by: 'customer', ...begunAnew(ticket, receivedAt, now, policy) }];
}

/** What the words of an inquiry suggest, before anybody has triaged it (P2): it decides nothing. */
export function suspicion(
  subject: string,
  { message, whole = message.words.text }: Arrival,
  now: Instant,
): TicketEvent[] {
  const suspected = suspicionIn(`${subject}\n\n${whole}`);
  return suspected ? [{ type: 'suspicion-raised', at: now, ...suspected }] : [];
}

// Whoever was in the chat alone can be written to from here on.
function addressLeft({ customer }: OpenedTicket, email: string | undefined, now: Instant): TicketEvent[] {
  return email && !customer.email ? [{ type: 'address-left', at: now, email }] : [];
}
