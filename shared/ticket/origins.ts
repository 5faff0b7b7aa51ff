import type { EventOf, TicketEvent } from './events';
import type { TicketId } from './ids';
import { evolve, type Message, type OpenedTicket, replay, type Ticket, unopened } from './ticket';

/** A commit, as far as it tells what has happened. */
export interface Told {
  readonly version: number;
  readonly events: readonly TicketEvent[];
}

/** Which event of which commit brought a message; of those that came together from another ticket, which one. */
export interface Origin {
  readonly version: number;
  readonly event: number;
  readonly among?: number;
}

/** A redaction, and of which message it speaks. */
export interface Redacted {
  readonly version: number;
  readonly event: EventOf<'message-redacted'>;
  readonly origin: Origin;
  /** The key of the one file, as it was then; empty once it is erased. */
  readonly file?: string;
}

export interface Traced {
  /** By the places of the messages, which never move. */
  readonly origins: readonly Origin[];
  readonly redactions: readonly Redacted[];
}

/** Where each message of a ticket came from, and which of them were redacted. */
export function traced(id: TicketId, history: readonly Told[]): Traced {
  const origins: Origin[] = [];
  const redactions: Redacted[] = [];
  let ticket: Ticket = unopened(id);
  for (const { version, events } of history)
    for (const [n, event] of events.entries()) {
      if (event.type === 'message-redacted') redactions.push(...redactedBy(event, version, ticket, origins));
      ticket = evolve(ticket, event);
      const count = messagesOf(ticket).length - origins.length;
      for (let among = 0; among < count; among += 1)
        origins.push({ version, event: n, ...(event.type === 'ticket-absorbed' && { among }) });
    }
  return { origins, redactions };
}

function redactedBy(
  event: EventOf<'message-redacted'>,
  version: number,
  ticket: Ticket,
  origins: readonly Origin[],
): Redacted[] {
  const origin = origins[event.message];
  const file = event.attachment === undefined ? undefined : fileAt(event.attachment, messagesOf(ticket)[event.message]);
  return origin ? [{ version, event, origin, ...(file !== undefined && { file }) }] : [];
}

const fileAt = (place: number, message: Message | undefined): string => message?.attachments[place]?.key ?? '';

const messagesOf = (ticket: Ticket): OpenedTicket['messages'] => (ticket.state === 'opened' ? ticket.messages : []);

/**
 * The ticket as it was after a commit, but for what was redacted since: what is still to be said of it then must not say
 * that.
 */
export function withoutRedacted(id: TicketId, history: readonly Told[], version: number): Ticket {
  const then = stateAfter(id, history, version);
  const now = stateAfter(id, history, Number.POSITIVE_INFINITY);
  if (then.state === 'unopened' || now.state === 'unopened') return then;
  return { ...then, messages: then.messages.map((message, place) => now.messages[place] ?? message) };
}

const stateAfter = (id: TicketId, history: readonly Told[], upTo: number): Ticket =>
  history
    .filter(({ version }) => version <= upTo)
    .reduce<Ticket>((ticket, { events }) => replay(events, ticket), unopened(id));
