import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import type { Policy } from '../promises/policy';
import { heldTo } from './circumstances';
import { isReachable } from './customer';
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
  | {
      readonly letter: 'management';
      readonly to: readonly Audience[];
      readonly reason?: string;
      readonly by?: AgentId;
    };

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
export type Effect = { readonly type: 'summary' } | { readonly type: 'alarm' } | ({ readonly type: 'letter' } & Letter);

/** What a commit owes. */
export function effectsOf(before: Ticket, events: readonly TicketEvent[], after: Ticket, policies: Policies): Effect[] {
  if (after.state === 'unopened') return [];
  const policy = heldTo(after, policies);
  const letters = events.flatMap((event) => lettersFor(event, after, policy));
  const moved = wakesAt(before, policies) !== wakeAt(after, policy) || severityMoved(before, after);
  return [
    { type: 'summary' },
    ...(moved ? [{ type: 'alarm' } as const] : []),
    ...letters.map((letter) => ({ type: 'letter', ...letter }) as const),
  ];
}

const wakesAt = (ticket: Ticket, policies: Policies): Instant | undefined =>
  ticket.state === 'opened' ? wakeAt(ticket, heldTo(ticket, policies)) : undefined;

const severityMoved = (before: Ticket, after: OpenedTicket) => before.state === 'opened' && before.kind !== after.kind;

function lettersFor(event: TicketEvent, ticket: OpenedTicket, policy: Policy): Letter[] {
  switch (event.type) {
    case 'ticket-released':
      return [alert('new-inquiry', { level: ticket.level })];
    case 'ticket-opened':
      return lettersOnOpening(event.acknowledged, ticket);
    case 'message-received':
      return isFirst(ticket) ? [] : toStaff(ticket, alert('new-message', whoseItIs(ticket)));
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
    case 'handed-over':
      return [alert('handed-over', { level: event.to })];
    case 'waiting-ended':
      return event.why === 'time-is-up' ? [alert('waiting-over', whoseItIs(ticket))] : [];
    case 'look-due':
      return [alert('look-again', whoseItIs(ticket))];
    case 'reply-written':
    case 'estimate-given':
    case 'fix-postponed':
    case 'ticket-resolved':
      return toCustomer(ticket, letterTo(event, ticket));
    case 'ticket-parked':
    case 'automatic-mail-noted':
    case 'work-begun':
    case 'policy-applied':
    case 'note-written':
    case 'waiting-began':
    case 'time-logged':
    case 'ticket-reopened':
      return [];
  }
}

function lettersOnOpening(acknowledged: boolean, ticket: OpenedTicket): Letter[] {
  const acknowledgement: Letter[] = acknowledged ? [{ letter: 'acknowledgement' }] : [];
  return [...acknowledgement, ...toStaff(ticket, alert('new-inquiry', { level: 2 }))];
}

type ToldToCustomer = Extract<
  TicketEvent,
  { type: 'reply-written' | 'estimate-given' | 'fix-postponed' | 'ticket-resolved' }
>;

function letterTo(event: ToldToCustomer, ticket: OpenedTicket): Letter | undefined {
  const message = ticket.messages.length - 1;
  switch (event.type) {
    case 'reply-written':
      return { letter: 'reply', message };
    case 'estimate-given':
      return { letter: 'estimate', message, hours: event.hours, validUntil: event.validUntil };
    case 'fix-postponed':
      return { letter: 'postponement', reason: event.reason, ...(event.version && { version: event.version }) };
    case 'ticket-resolved':
      if (event.words) return { letter: 'resolution', message };
      // A machine that was never answered is not told that it is done either.
      return ticket.told && { letter: 'resolution' };
  }
}

const toCustomer = ({ customer }: OpenedTicket, letter: Letter | undefined): Letter[] =>
  letter && isReachable(customer) ? [letter] : [];

/** What is parked is shown in its list, and alerts nobody. */
const toStaff = ({ status }: OpenedTicket, letter: Letter): Letter[] => (status.is === 'parked' ? [] : [letter]);

const alert = (why: AlertReason, ...to: readonly Audience[]): Letter => ({ letter: 'alert', why, to });

const isFirst = ({ messages }: OpenedTicket) => messages.length === 1;

const whoseItIs = ({ assignee, level }: OpenedTicket): Audience => (assignee ? { agent: assignee } : { level });
