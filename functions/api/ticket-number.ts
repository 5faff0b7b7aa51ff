import { type TicketId, ticketIdOf } from '../../shared/ticket/ids';
import { Refusal } from '../../shared/ticket/refusal';
import { readBy } from './read-by';
import type { Call } from './route';

/** A ticket's number in a body. */
export const ticketNumber = readBy(ticketIdOf, noNumber).describe('A ticket’s number, like 7K3M-Q9XD.');

/** The ticket whose number is the `{id}` of a path; throws `Refusal` where that is none. */
export function ticketIn({ parameters: { id = '' } }: Call): TicketId {
  const ticket = ticketIdOf(id);
  if (ticket) return ticket;
  throw new Refusal('no-such-ticket', noNumber(id));
}

function noNumber(written: string): string {
  return `“${written}” is no ticket number. One looks like 7K3M-Q9XD.`;
}
