import type { Policies } from '../promises/policies';
import { alertsFor } from './alerts';
import { heldTo } from './circumstances';
import { wakeAt } from './due';
import type { TicketEvent } from './events';
import type { Letter } from './letter';
import { letterTo } from './letters-to-customer';
import type { OpenedTicket, Ticket } from './opened-ticket';
import { type PassedOn, passedOn } from './passed-on';

export type { AlertReason, Audience, Letter } from './letter';

/** What the world must be told after a commit. All but letters are idempotent by name. */
export type Effect =
  /** These are made from the ticket as it is then. */
  | { readonly type: 'summary' }
  | { readonly type: 'alarm' }
  /** What was said of the customer here is remembered for whatever else they write. */
  | { readonly type: 'contact' }
  /** What the status page says of the incident. */
  | { readonly type: 'status' }
  /** What was redacted is erased wherever it is kept. */
  | { readonly type: 'erase'; readonly message: number; readonly attachment?: number }
  /** What was done here goes on to other tickets. */
  | PassedOn
  | ({ readonly type: 'letter' } & Letter);

/** What a commit owes. */
export function effectsOf(before: Ticket, events: readonly TicketEvent[], after: Ticket, policies: Policies): Effect[] {
  if (after.state === 'unopened') return [];
  const policy = heldTo(after, policies);
  const moved = wakesAt(before, policies) !== wakeAt(after, policy) || severityMoved(before, after);
  return [
    { type: 'summary' },
    ...(moved ? [{ type: 'alarm' } as const] : []),
    ...events.flatMap((event) => toTheWorld(event, before, after)),
    ...events
      .flatMap((event) => [...letterTo(event, after), ...alertsFor(event, { before, events, after, policy })])
      .map((letter) => ({ type: 'letter', ...letter }) as const),
  ];
}

const wakesAt = (ticket: Ticket, policies: Policies): number | undefined =>
  ticket.state === 'opened' ? wakeAt(ticket, heldTo(ticket, policies)) : undefined;

const severityMoved = (before: Ticket, after: OpenedTicket) => before.state === 'opened' && before.kind !== after.kind;

function toTheWorld(event: TicketEvent, before: Ticket, after: OpenedTicket): Effect[] {
  switch (event.type) {
    case 'language-set':
      return [{ type: 'contact' }];
    case 'message-redacted': {
      const { message, attachment } = event;
      return [{ type: 'erase', message, ...(attachment !== undefined && { attachment }) }];
    }
    case 'incident-published':
    case 'incident-withdrawn':
      return [{ type: 'status' }];
    case 'ticket-resolved':
    case 'ticket-reopened':
      return [...(after.incident?.published ? [{ type: 'status' } as const] : []), ...passedOn(event, before, after)];
    default:
      return passedOn(event, before, after);
  }
}
