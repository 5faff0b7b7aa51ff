import type { Policy } from '../promises/policy';
import { isReachable } from './decide';
import { wakeAt } from './due';
import type { Level, TicketEvent } from './events';
import type { AgentId } from './ids';
import type { OpenedTicket, Ticket } from './ticket';

/** Whom a letter to staff is for; who that is, is looked up when it is sent. */
export type Audience = 'seniors' | 'management' | { readonly level: Level } | { readonly agent: AgentId };

/** What is said to somebody; its words are made from the ticket as it was after the commit that owes it. */
export type Letter =
  | { readonly letter: 'acknowledgement' }
  | { readonly letter: 'reply'; readonly message: number }
  | { readonly letter: 'resolution'; readonly message?: number }
  | { readonly letter: 'estimate'; readonly message: number; readonly hours: number; readonly validUntil: number }
  | { readonly letter: 'postponement'; readonly reason: string; readonly version?: string }
  | { readonly letter: 'alert'; readonly to: readonly Audience[]; readonly why: AlertReason }
  | { readonly letter: 'warning'; readonly to: readonly Audience[]; readonly latest: number }
  | { readonly letter: 'miss'; readonly to: readonly Audience[]; readonly latest: number }
  | { readonly letter: 'management'; readonly to: readonly Audience[]; readonly reason?: string; readonly by?: AgentId };

export type AlertReason =
  | 'new-inquiry'
  | 'new-message'
  | 'assigned'
  | 'handed-over'
  | 'senior-needed'
  | 'waiting-over'
  | 'look-again'
  | 'answer-overdue';

/** What the world must be told after a commit. All but letters are idempotent by name, and made from the ticket as it is then. */
export type Effect =
  | { readonly type: 'summary' }
  | { readonly type: 'alarm' }
  | ({ readonly type: 'letter' } & Letter);

/** What a commit owes. */
export function effectsOf(before: Ticket, events: readonly TicketEvent[], after: Ticket, policy: Policy): Effect[] {
  if (after.state === 'unopened') return [];
  const letters = events.flatMap((event) => lettersFor(event, after, policy));
  const moved = wakeAt(before, policy) !== wakeAt(after, policy) || severityMoved(before, after);
  return [
    { type: 'summary' },
    ...(moved ? [{ type: 'alarm' } as const] : []),
    ...letters.map((letter) => ({ type: 'letter', ...letter }) as const),
  ];
}

const severityMoved = (before: Ticket, after: OpenedTicket) => before.state === 'opened' && before.kind !== after.kind;

function lettersFor(event: TicketEvent, ticket: OpenedTicket, policy: Policy): Letter[] {
  switch (event.type) {
    case 'ticket-opened':
      return [
        ...(event.acknowledged ? [{ letter: 'acknowledgement' } as const] : []),
        ...(ticket.status.is === 'parked' ? [] : [alert('new-inquiry', { level: 2 })]),
      ];
    case 'message-received':
      return ticket.messages.length === 1 || ticket.status.is === 'parked' ? [] : [alert('new-message', whoseItIs(ticket))];
    case 'ticket-assigned':
      return event.agent === event.by ? [] : [alert('assigned', { agent: event.agent })];
    case 'ticket-triaged':
      return policy.kinds[event.kind].seniorsOnly ? [alert('senior-needed', 'seniors')] : [];
    case 'promise-warned':
      return [{ letter: 'warning', to: [whoseItIs(ticket)], latest: event.latest }];
    case 'promise-missed':
      return [{ letter: 'miss', to: [whoseItIs(ticket), 'seniors'], latest: event.latest }];
    case 'answer-overdue':
      return [alert('answer-overdue', whoseItIs(ticket))];
    case 'management-told':
      return [{ letter: 'management', to: ['management'] }];
    case 'lifted-to-management':
      return [{ letter: 'management', to: ['management'], reason: event.reason, by: event.by }];
    case 'reply-written':
      return toCustomer(ticket, { letter: 'reply', message: last(ticket) });
    case 'estimate-given': {
      const { hours, validUntil } = event;
      return toCustomer(ticket, { letter: 'estimate', message: last(ticket), hours, validUntil });
    }
    case 'fix-postponed': {
      const { reason, version } = event;
      return toCustomer(ticket, { letter: 'postponement', reason, ...(version && { version }) });
    }
    // A machine that was never answered is not told that it is done either, unless somebody writes to it.
    case 'ticket-resolved':
      if (!event.words && !ticket.told) return [];
      return toCustomer(ticket, { letter: 'resolution', ...(event.words && { message: last(ticket) }) });
    case 'handed-over':
      return [alert('handed-over', { level: event.to })];
    case 'waiting-ended':
      return event.why === 'time-is-up' ? [alert('waiting-over', whoseItIs(ticket))] : [];
    case 'look-due':
      return [alert('look-again', whoseItIs(ticket))];
    case 'ticket-parked':
    case 'automatic-mail-noted':
    case 'work-begun':
    case 'note-written':
    case 'waiting-began':
    case 'time-logged':
    case 'ticket-reopened':
      return [];
  }
}

const alert = (why: AlertReason, ...to: readonly Audience[]): Letter => ({ letter: 'alert', why, to });

const last = ({ messages }: OpenedTicket): number => messages.length - 1;

const toCustomer = ({ customer }: OpenedTicket, letter: Letter): Letter[] => (isReachable(customer) ? [letter] : []);

const whoseItIs = ({ assignee, level }: OpenedTicket): Audience => (assignee ? { agent: assignee } : { level });
