import type { Policy } from '../promises/policy';
import { underway } from '../ticket/allowed';
import { heldTo } from '../ticket/circumstances';
import type { Customer } from '../ticket/events';
import type { CommandId, TicketId } from '../ticket/ids';
import { participantsOf } from '../ticket/participants';
import { Refusal } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
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

function refuseToMerge(ticket: OpenedTicket, survivor: OpenedTicket, policy: Policy): void {
  if (!haveOneCustomer(ticket, survivor))
    throw new Refusal(
      'not-allowed',
      'They are of different customers, who would read each other’s mail. Link them, or declare an incident.',
    );
  if (ticket.partOf && ticket.partOf !== survivor.partOf && ticket.partOf !== survivor.id)
    throw new Refusal(
      'part-of-incident',
      `The ticket belongs to the incident that ${ticket.partOf} leads, whose answer its customer would not get. Detach it, or merge it into one of the same incident.`,
    );
  if (ticket.suspected)
    throw new Refusal(
      'not-allowed',
      'Its words suggest more than a request. Triage it first, or dismiss the suspicion.',
    );
  if (ticket.kind && policy.kinds[ticket.kind].seniorsOnly && ticket.kind !== survivor.kind)
    throw new Refusal(
      'not-allowed',
      `The ticket is of kind ${ticket.kind}, and the other is not. Merge the other into this one, or triage that one first.`,
    );
}

function haveOneCustomer({ customer }: OpenedTicket, survivor: OpenedTicket): boolean {
  const takesPart = customer.email !== undefined && participantsOf(survivor).includes(customer.email);
  return takesPart || haveOne('phone', customer, survivor) || haveOne('organisationId', customer, survivor);
}

const haveOne = (name: 'phone' | 'organisationId', customer: Customer, survivor: OpenedTicket): boolean =>
  customer[name] !== undefined && customer[name] === survivor.customer[name];
