import type { Changes } from './changes';
import type { EventOf, TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { workChanges } from './work-changes';

type LaterEvent = Exclude<TicketEvent, { type: 'ticket-opened' }>;

/**
 * What an event makes of a ticket that is there: here what comes from outside, the rest where it belongs. What machines
 * bring does not count as something having been done about it.
 */
export function changesBy(ticket: OpenedTicket, event: LaterEvent): Changes {
  switch (event.type) {
    case 'ticket-parked':
      return { status: { is: 'parked', reason: event.reason } };
    case 'message-received':
      return received(ticket, event);
    case 'suspicion-raised':
      return { suspected: { of: event.of, words: event.words, at: event.at } };
    case 'address-left':
      return { customer: { ...ticket.customer, email: event.email } };
    case 'chat-ended':
      return { chat: { ended: true, keptWaiting: true }, quietSince: ticket.quietSince };
    case 'mail-held': {
      const { message, doubt, agent } = event;
      const mail = { message, doubt, ...(agent && { agent }), confirmed: false };
      return { held: [...ticket.held, mail], quietSince: ticket.quietSince };
    }
    case 'delivery-failed':
      return { quietSince: ticket.quietSince, ...(event.permanent && returned(event, ticket)) };
    case 'automatic-mail-noted':
      return { quietSince: ticket.quietSince, notes: ticket.notes + 1 };
    case 'complaint-made':
      return { quietSince: ticket.quietSince };
    case 'acknowledgement-withheld':
    case 'storm-gathered':
      return {};
    default:
      return workChanges(ticket, event);
  }
}

function received(ticket: OpenedTicket, { message, answerDue }: EventOf<'message-received'>): Changes {
  const { messages, undeliverable, toldOf, chat } = ticket;
  const from = message.sender?.email;
  return {
    messages: [...messages, { from: 'customer', at: message.receivedAt, cc: [], ...message }],
    undeliverable: without(from, undeliverable),
    toldOf: without(from, toldOf),
    ...(answerDue && !ticket.answerDue && { answerDue: { ...answerDue, overdue: false } }),
    ...(chat?.ended && message.mail === undefined && { chat: { ended: false, keptWaiting: false } }),
  };
}

function returned({ address, byMail }: EventOf<'delivery-failed'>, { undeliverable, toldOf }: OpenedTicket): Changes {
  return {
    undeliverable: withAddress(address, undeliverable),
    ...(!byMail && { toldOf: withAddress(address, toldOf) }),
  };
}

const withAddress = (address: string, addresses: readonly string[]): readonly string[] => [
  ...without(address, addresses),
  address,
];

const without = (address: string | undefined, addresses: readonly string[]): readonly string[] =>
  addresses.filter((one) => one !== address);
