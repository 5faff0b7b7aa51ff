import { answerDueFor } from '../promises/change';
import { commitmentFor } from '../promises/deadlines';
import type { Policy } from '../promises/policy';
import { eventsOfAct } from './acts';
import { begunAnew } from './begin';
import { type Circumstances, heldTo, type Terms } from './circumstances';
import type { Command, Inquiry } from './command';
import { isReachable } from './customer';
import { comeDue, reopens } from './due';
import type { TicketEvent } from './events';
import { Refusal } from './refusal';
import { type OpenedTicket, replay, type Ticket } from './ticket';

/**
 * What happens to the ticket: first what has come due, then what the command brings, then what that uncovers.
 * Nothing, when there is nothing new. Throws `Refusal` where the ticket's state or the promise forbids the act.
 */
export function decide(ticket: Ticket, command: Command, circumstances: Circumstances): TicketEvent[] {
  const { now, policies } = circumstances;
  const policy = policyFor(ticket, command, circumstances);
  const due = comeDue(ticket, now, policy);
  const answer = answerTo(command, replay(due, ticket), { ...circumstances, policy });
  const events = [...due, ...answer];
  const after = replay(events, ticket);
  if (answer.length === 0 || after.state === 'unopened') return events;
  return [...events, ...comeDue(after, now, heldTo(after, policies))];
}

// A new inquiry is held to what was in force when it arrived, however late it is read.
function policyFor(ticket: Ticket, command: Command, { now, policies }: Circumstances): Policy {
  if (ticket.state === 'opened') return heldTo(ticket, policies);
  return policies.inForce(command.type === 'receive-inquiry' ? command.message.receivedAt : now);
}

function answerTo(command: Command, ticket: Ticket, terms: Terms): TicketEvent[] {
  if (command.type === 'receive-inquiry') return receive(ticket, command, terms);
  if (ticket.state === 'unopened') throw new Refusal('no-such-ticket', `There is no ticket ${ticket.id}.`);
  if (command.type === 'look') return [];
  if (command.type === 'note-automatic-mail') {
    const { reason, words, raw } = command;
    return [{ type: 'automatic-mail-noted', at: terms.now, reason, words, ...(raw && { raw }) }];
  }
  return eventsOfAct(ticket, command, terms);
}

function receive(ticket: Ticket, inquiry: Inquiry, terms: Terms): TicketEvent[] {
  return ticket.state === 'unopened' ? open(inquiry, terms) : followUp(ticket, inquiry, terms);
}

function open(inquiry: Inquiry, { now, policy }: Terms): TicketEvent[] {
  const { channel, customer, subject, language, message, acknowledge, loggedBy, follows, park } = inquiry;
  const { receivedAt } = message;
  return [
    {
      type: 'ticket-opened',
      at: now,
      channel,
      customer,
      subject,
      language,
      receivedAt,
      commitment: commitmentFor(policy.untriaged, receivedAt, policy),
      acknowledged: acknowledge && park === undefined && isReachable(customer),
      ...(loggedBy && { loggedBy }),
      ...(follows && { follows }),
    },
    { type: 'message-received', at: now, message },
    ...(park === undefined ? [] : [{ type: 'ticket-parked', at: now, reason: park } as const]),
  ];
}

function followUp(ticket: OpenedTicket, { message }: Inquiry, { now, policy }: Terms): TicketEvent[] {
  const { status, begun } = ticket;
  const { receivedAt } = message;
  const answerDue = begun && { answerDue: answerDueFor(receivedAt, policy) };
  const received: TicketEvent = { type: 'message-received', at: now, message, ...answerDue };
  if (status.is === 'waiting') return [received, { type: 'waiting-ended', at: now, why: 'answered' }];
  if (status.is !== 'resolved' || !reopens(receivedAt, status.at, policy)) return [received];
  return [
    received,
    { type: 'ticket-reopened', at: now, by: 'customer', ...begunAnew(ticket, receivedAt, now, policy) },
  ];
}
