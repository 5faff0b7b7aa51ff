import type { TicketEvent } from './events';
import type { AgentId, TicketId } from './ids';
import type { OpenedTicket, Ticket } from './opened-ticket';

/** What was done to a ticket, and what that is for the tickets that it goes on to. */
export type PassedOn = { readonly type: 'pass-on'; readonly to: readonly TicketId[] } & Passing;

type Passing =
  | { readonly what: 'join' | 'leave' | 'begin' | 'absorb' | 'link'; readonly by: AgentId }
  /** An answer to all of an incident, by its place among the messages. */
  | { readonly what: 'answer'; readonly by: AgentId; readonly message: number; readonly resolve: boolean }
  /** What came in for a ticket that has gone on in another. */
  | { readonly what: 'message'; readonly message: number };

/** To whom an event of one ticket goes on. */
export function passedOn(event: TicketEvent, before: Ticket, ticket: OpenedTicket): PassedOn[] {
  // Once it is resolved it leads nobody.
  const led = ledBy(event.type === 'ticket-resolved' ? before : ticket);
  const message = ticket.messages.length - 1;
  switch (event.type) {
    case 'tickets-attached':
      return goesOn(event.tickets, { what: 'join', by: event.by });
    case 'ticket-detached':
      return goesOn([event.ticket], { what: 'leave', by: event.by });
    case 'work-begun':
      return goesOn(led, { what: 'begin', by: event.by });
    case 'reply-written':
      return event.toAll ? goesOn(led, { what: 'answer', by: event.by, message, resolve: false }) : [];
    case 'ticket-resolved':
      if (event.by === 'desk') return [];
      if (event.toAll && event.words) return goesOn(led, { what: 'answer', by: event.by, message, resolve: true });
      // Nobody would look after them any longer.
      return goesOn(led, { what: 'leave', by: event.by });
    case 'ticket-merged':
      return goesOn([event.into], { what: 'absorb', by: event.by });
    case 'ticket-linked':
      return goesOn([event.to], { what: 'link', by: event.by });
    case 'message-received':
      return ticket.status.is === 'merged' ? goesOn([ticket.status.into], { what: 'message', message }) : [];
    default:
      return [];
  }
}

const ledBy = (ticket: Ticket): readonly TicketId[] =>
  ticket.state === 'opened' ? (ticket.incident?.tickets ?? []) : [];

const goesOn = (to: readonly TicketId[], passing: Passing): PassedOn[] =>
  to.length > 0 ? [{ type: 'pass-on', to, ...passing }] : [];
