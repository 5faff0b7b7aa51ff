import { commitmentFor } from '../promises/deadlines';
import type { Policy } from '../promises/policy';
import { eventsOfAct } from './acts';
import { type Circumstances, heldTo, type Terms } from './circumstances';
import type { Command, Inquiry } from './command';
import { isReachable } from './customer';
import { comeDue } from './due';
import type { TicketEvent } from './events';
import { received, suspicion } from './follow-up';
import { Refusal } from './refusal';
import { fromAnother } from './shared-acts';
import { type OpenedTicket, replay, type Ticket } from './ticket';

/**
 * What happens to the ticket: first what has come due, then what the command brings, then what that uncovers.
 * Nothing, when there is nothing new. Throws `Refusal` where the ticket's state or the promise forbids the act.
 */
export function decide(ticket: Ticket, command: Command, circumstances: Circumstances): TicketEvent[] {
  const { policies } = circumstances;
  const policy = policyFor(ticket, command, circumstances);
  const due = comeDue(ticket, { ...circumstances, policy });
  const answer = answerTo(command, replay(due, ticket), { ...circumstances, policy });
  const events = [...due, ...answer];
  const after = replay(events, ticket);
  if (answer.length === 0 || after.state === 'unopened') return events;
  return [...events, ...comeDue(after, { ...circumstances, policy: heldTo(after, policies) })];
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
  if (!('by' in command)) return noted(ticket, command, terms);
  return 'from' in command ? fromAnother(ticket, command, terms) : eventsOfAct(ticket, command, terms);
}

type Note = Extract<
  Command,
  { type: 'note-automatic-mail' | 'hold-mail' | 'note-delivery-failure' | 'note-complaint' | 'end-chat' }
>;

// What happens to the ticket from outside: nobody has done anything about it.
function noted({ chat, status }: OpenedTicket, command: Note, { now: at }: Terms): TicketEvent[] {
  switch (command.type) {
    case 'note-automatic-mail':
      return [{ ...command, type: 'automatic-mail-noted', at }];
    case 'hold-mail':
      // Held here it would be looked at by nobody: whoever brings it asks again where the ticket goes on.
      if (status.is === 'merged') throw new Refusal('merged', `The ticket goes on in ${status.into}.`);
      return [{ ...command, type: 'mail-held', at }];
    case 'note-delivery-failure':
      return [{ ...command, type: 'delivery-failed', at }];
    case 'note-complaint':
      return [{ ...command, type: 'complaint-made', at }];
    case 'end-chat':
      return chat && !chat.ended ? [{ type: 'chat-ended', at }] : [];
  }
}

function receive(ticket: Ticket, inquiry: Inquiry, terms: Terms): TicketEvent[] {
  if (ticket.state === 'unopened') return open(inquiry, terms);
  return received(ticket, inquiry, terms);
}

function open(inquiry: Inquiry, { now, policy }: Terms): TicketEvent[] {
  const { channel, customer, subject, language, message, acknowledge, loggedBy, follows, park, withheld, storm } =
    inquiry;
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
      acknowledged:
        acknowledge && park === undefined && withheld === undefined && storm === undefined && isReachable(customer),
      ...(loggedBy && { loggedBy }),
      ...(follows && { follows }),
    },
    { type: 'message-received', at: now, message },
    ...(storm === undefined && park === undefined ? suspicion(subject, inquiry, now) : []),
    ...(withheld ? [{ type: 'acknowledgement-withheld', at: now, ...withheld } as const] : []),
    ...(storm === undefined ? [] : [{ type: 'storm-gathered', at: now, reason: storm } as const]),
    ...(park === undefined ? [] : [{ type: 'ticket-parked', at: now, reason: park } as const]),
  ];
}
