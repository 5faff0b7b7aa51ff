import type { Policy } from '../promises/policy';
import type { Customer } from './message';
import type { OpenedTicket } from './opened-ticket';
import { participantsOf } from './participants';
import { Refusal } from './refusal';
import { isForSeniors } from './seniors';

/**
 * Throws `Refusal` where a ticket can't go on in another: where their customers would read each other's mail, or
 * something that was promised on the one would be lost. The policy is the one that it is held to.
 */
export function refuseToMerge(ticket: OpenedTicket, survivor: OpenedTicket, policy: Policy): void {
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
  if (isForSeniors(ticket, policy) && ticket.kind !== survivor.kind)
    throw new Refusal(
      'not-allowed',
      `The ticket is of kind ${ticket.kind}, and the other is not. Merge the other into this one, or triage that one first.`,
    );
}

/** Whether two tickets are known to be one customer's: what somebody has merely said of themselves joins nothing. */
export const haveOneCustomer = (ticket: OpenedTicket, survivor: OpenedTicket): boolean =>
  isOneConversation(ticket.customer, survivor.customer) ||
  isOneOrganisation(ticket.customer, survivor.customer) ||
  (!isChat(ticket) && !isChat(survivor) && isReachedAlike(ticket.customer, survivor));

const isOneConversation = ({ conversation: one }: Customer, { conversation: other }: Customer): boolean =>
  one !== undefined && one.provider === other?.provider && one.id === other.id;

// A standing is given to whoever has proven who they are; anybody can name an organisation's address.
const isOneOrganisation = (one: Customer, other: Customer): boolean =>
  one.organisationId !== undefined &&
  one.organisationId === other.organisationId &&
  one.standing !== undefined &&
  other.standing !== undefined;

// A visitor's address and number are what they have typed.
const isChat = ({ channel }: OpenedTicket): boolean => channel === 'chat';

function isReachedAlike({ email, phone }: Customer, survivor: OpenedTicket): boolean {
  const takesPart = email !== undefined && participantsOf(survivor).includes(email);
  return takesPart || (phone !== undefined && phone === survivor.customer.phone);
}
