import { closeOfWorkingDayAfter } from '../promises/policy-calendar';
import { isReachable } from './customer';
import type { Clock } from './duty';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { isForSeniors } from './seniors';

/**
 * What comes of a wait whose time is up. Asked and reminded in vain, a customer is not left with an open ticket. What is
 * for seniors is never closed by itself: there the clock to management goes on; nor is what nobody has begun, and so
 * nobody has asked about.
 */
export function afterWaiting(ticket: OpenedTicket, { now: at, policy }: Clock): TicketEvent {
  const { status, customer, incident } = ticket;
  const { reminders, everyWorkingDays } = policy.waiting;
  const reminds = status.is === 'waiting' && status.remind === true && isReachable(customer);
  const isLeading = incident !== undefined && incident.tickets.length > 0;
  if (!reminds || isLeading || !ticket.begun || isForSeniors(ticket, policy) || reminders === 0)
    return { type: 'waiting-ended', at, why: 'time-is-up', ...(reminds && { remind: true }) };
  const count = (status.reminded ?? 0) + 1;
  if (count > reminders) return { type: 'ticket-resolved', at, by: 'desk', because: 'no-answer' };
  const until = closeOfWorkingDayAfter(at, everyWorkingDays, policy);
  return { type: 'customer-reminded', at, count, until, last: count === reminders };
}
