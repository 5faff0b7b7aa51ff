import { answerDueFor } from '../promises/change';
import { commitmentFor } from '../promises/deadlines';
import { eventsOfAct } from './acts';
import type { Circumstances } from './circumstances';
import type { Command, Inquiry } from './command';
import { isReachable } from './customer';
import { clockGoesOn, comeDue, reopensUntil } from './due';
import type { TicketEvent } from './events';
import { Refusal } from './refusal';
import { type OpenedTicket, replay, type Ticket } from './ticket';

/**
 * What happens to the ticket: first what has come due, then what the command brings, then what that uncovers.
 * Nothing, when there is nothing new. Throws `Refusal` where the ticket's state or the promise forbids the act.
 */
export function decide(ticket: Ticket, command: Command, circumstances: Circumstances): TicketEvent[] {
  const { now, policy } = circumstances;
  const due = comeDue(ticket, now, policy);
  const answer = answerTo(command, replay(due, ticket), circumstances);
  const events = [...due, ...answer];
  return answer.length === 0 ? events : [...events, ...comeDue(replay(events, ticket), now, policy)];
}

function answerTo(command: Command, ticket: Ticket, circumstances: Circumstances): TicketEvent[] {
  if (command.type === 'receive-inquiry') return receive(ticket, command, circumstances);
  if (ticket.state === 'unopened') throw new Refusal('no-such-ticket', `There is no ticket ${ticket.id}.`);
  if (command.type === 'look') return [];
  if (command.type === 'note-automatic-mail') {
    const { reason, words, raw } = command;
    return [{ type: 'automatic-mail-noted', at: circumstances.now, reason, words, ...(raw && { raw }) }];
  }
  return eventsOfAct(ticket, command, circumstances);
}

function receive(ticket: Ticket, inquiry: Inquiry, circumstances: Circumstances): TicketEvent[] {
  return ticket.state === 'unopened' ? open(inquiry, circumstances) : followUp(ticket, inquiry, circumstances);
}

function open(inquiry: Inquiry, { now, policy }: Circumstances): TicketEvent[] {
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

function followUp(ticket: OpenedTicket, { message }: Inquiry, { now, policy }: Circumstances): TicketEvent[] {
  const { status, begun, commitment } = ticket;
  const answerDue = begun && { answerDue: answerDueFor(message.receivedAt, policy) };
  const received: TicketEvent = { type: 'message-received', at: now, message, ...answerDue };
  if (status.is === 'waiting') {
    return [
      received,
      { type: 'waiting-ended', at: now, why: 'answered', ...clockGoesOn(status, commitment.kind, now, policy) },
    ];
  }
  if (status.is !== 'resolved' || now > reopensUntil(status.at, policy)) return [received];
  return [
    received,
    { type: 'ticket-reopened', at: now, by: 'customer', ...clockGoesOn(status, commitment.kind, now, policy) },
  ];
}
