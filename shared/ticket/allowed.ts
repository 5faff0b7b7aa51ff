import { isReachable } from './customer';
import { isUnderway } from './due';
import { Refusal } from './refusal';
import type { OpenedTicket } from './ticket';

/** The ticket, where it may be worked on; a refusal that says what to do first, where not. */
export function underway(ticket: OpenedTicket): OpenedTicket {
  if (isUnderway(ticket)) return ticket;
  if (ticket.status.is === 'parked') throw new Refusal('parked', 'The ticket is parked. Release it first.');
  if (ticket.status.is === 'merged') {
    const { into } = ticket.status;
    throw new Refusal('merged', `The ticket goes on in ${into}. Work on that one.`, { into });
  }
  throw new Refusal('already-resolved', 'The ticket is resolved. Reopen it first.');
}

// What was said on the phone is an answer too (promise: “begun”), so a caller needs no address.
export function reachable({ customer, channel }: OpenedTicket): void {
  if (!isReachable(customer) && channel !== 'phone') {
    throw new Refusal('unreachable', 'We know no address of this customer. Call back, and note what was said.');
  }
}
