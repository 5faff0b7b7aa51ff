import type { EventOf, TicketEvent } from './events';
import type { TicketId } from './ids';
import type { OpenedTicket, Ticket, Unopened } from './opened-ticket';
import { changesBy } from './outside-changes';

export type * from './opened-ticket';

export const unopened = (id: TicketId): Unopened => ({ state: 'unopened', id });

export const replay = <T extends Ticket>(events: readonly TicketEvent[], from: T): Ticket =>
  events.reduce<Ticket>(evolve, from);

/** What the ticket is after the event. Total over histories that `decide` can write; others leave it as it was. */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket {
  if (event.type === 'ticket-opened') return opened(ticket.id, event);
  if (ticket.state === 'unopened') return ticket;
  return { ...ticket, lastActivityAt: event.at, quietSince: event.at, ...changesBy(ticket, event) };
}

type Opening = EventOf<'ticket-opened'>;

function opened(id: TicketId, event: Opening): OpenedTicket {
  const { channel, customer, subject, language, receivedAt, commitment, follows, acknowledged } = event;
  const { beginTarget, beginLatest } = commitment;
  return {
    state: 'opened',
    id,
    channel,
    customer,
    subject,
    language,
    receivedAt,
    ...(follows && { follows }),
    status: { is: 'open' },
    level: 2,
    spells: [{ level: 2, from: receivedAt }],
    commitment,
    ...(acknowledged && { told: { beginTarget, beginLatest } }),
    ...(channel === 'chat' && { chat: { ended: false, keptWaiting: false } }),
    warned: false,
    missed: [],
    pauses: [],
    managementTold: false,
    messages: [],
    held: [],
    links: [],
    undeliverable: [],
    toldOf: [],
    notes: 0,
    lastActivityAt: event.at,
    quietSince: event.at,
  };
}
