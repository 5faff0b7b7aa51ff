import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import type { Policy } from '../promises/policy';
import { heldTo } from './circumstances';
import { isReachable } from './customer';
import { wakeAt } from './due';
import type { Level, TicketEvent } from './events';
import type { AgentId } from './ids';
import { participantsOf } from './participants';
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
  | { readonly letter: 'coming-back'; readonly message?: number; readonly until: number }
  | { readonly letter: 'waiting-reminder' }
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
  | 'answer-overdue'
  | 'come-back'
  | 'mail-held'
  | 'undeliverable'
  | 'mail-loop'
  | 'mail-storm';

/** What the world must be told after a commit. All but letters are idempotent by name, and made from the ticket as it is then. */
export type Effect =
  | { readonly type: 'summary' }
  | { readonly type: 'alarm' }
  /** What was said of the customer here is remembered for whatever else they write. */
  | { readonly type: 'contact' }
  | ({ readonly type: 'letter' } & Letter);

/** What a commit owes. */
export function effectsOf(before: Ticket, events: readonly TicketEvent[], after: Ticket, policies: Policies): Effect[] {
  if (after.state === 'unopened') return [];
  const policy = heldTo(after, policies);
  const letters = events.flatMap((event) => lettersFor(event, before, after, policy));
  const moved = wakesAt(before, policies) !== wakeAt(after, policy) || severityMoved(before, after);
  return [
    { type: 'summary' },
    ...(moved ? [{ type: 'alarm' } as const] : []),
    ...(events.some(({ type }) => type === 'language-set') ? [{ type: 'contact' } as const] : []),
    ...letters.map((letter) => ({ type: 'letter', ...letter }) as const),
  ];
}

const wakesAt = (ticket: Ticket, policies: Policies): Instant | undefined =>
  ticket.state === 'opened' ? wakeAt(ticket, heldTo(ticket, policies)) : undefined;

const severityMoved = (before: Ticket, after: OpenedTicket) => before.state === 'opened' && before.kind !== after.kind;

const lettersFor = (event: TicketEvent, before: Ticket, ticket: OpenedTicket, policy: Policy): Letter[] => [
  ...toCustomer(ticket, letterTo(event, ticket)),
  ...alertsFor(event, before, ticket, policy).filter(() => ticket.status.is !== 'parked'),
];

/** What staff are told. What is parked is shown in its list, and alerts nobody. */
function alertsFor(event: TicketEvent, before: Ticket, ticket: OpenedTicket, policy: Policy): Letter[] {
  switch (event.type) {
    case 'ticket-opened':
      return [alert('new-inquiry', { level: 2 })];
    case 'ticket-released':
      return [alert('new-inquiry', { level: ticket.level })];
    case 'message-received':
      return onlyIf(!isFirst(ticket) && !event.ofStorm, alert('new-message', whoseItIs(ticket)));
    case 'mail-held':
      return onlyIf(isFirstHeld(before), alert('mail-held', event.agent ? { agent: event.agent } : whoseItIs(ticket)));
    case 'acknowledgement-withheld':
      return onlyIf(event.first, alert('mail-loop', { level: 2 }, 'seniors'));
    case 'storm-gathered':
      return [alert('mail-storm', { level: 2 }, 'seniors')];
    case 'delivery-failed':
      return onlyIf(isNews(event, before), alert('undeliverable', whoHearsOf(event, ticket)));
    case 'ticket-assigned':
      return onlyIf(event.agent !== event.by, alert('assigned', { agent: event.agent }));
    case 'ticket-triaged':
      return onlyIf(policy.kinds[event.kind].seniorsOnly, alert('senior-needed', 'seniors'));
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
      return onlyIf(event.why === 'time-is-up', alert('waiting-over', whoseItIs(ticket)));
    case 'coming-back-due':
      return [alert('come-back', whoseItIs(ticket))];
    case 'look-due':
      return [alert('look-again', whoseItIs(ticket))];
    case 'reply-written':
    case 'coming-back-promised':
    case 'estimate-given':
    case 'fix-postponed':
    case 'ticket-resolved':
    case 'held-mail-confirmed':
    case 'complaint-made':
    case 'language-set':
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

// While one waits to be confirmed the next ones wait with it: an alert that a mailbox answers by itself would go on for
// ever.
const isFirstHeld = (before: Ticket): boolean =>
  before.state === 'opened' && before.held.every(({ confirmed }) => confirmed);

// Where it is staff that our mail does not reach, another alert to them would come back too.
const whoHearsOf = ({ address }: EventOf<'delivery-failed'>, ticket: OpenedTicket): Audience =>
  participantsOf(ticket).includes(address) ? whoseItIs(ticket) : 'seniors';

// A mail that comes back is shown on the ticket; what the mail service tells, staff are told of once for each address.
const isNews = ({ permanent, byMail, address }: EventOf<'delivery-failed'>, before: Ticket): boolean =>
  permanent && !byMail && !(before.state === 'opened' && before.toldOf.includes(address));

type EventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;

/** What the customer is told. */
function letterTo(event: TicketEvent, ticket: OpenedTicket): Letter | undefined {
  const message = ticket.messages.length - 1;
  switch (event.type) {
    case 'ticket-opened':
      return event.acknowledged ? { letter: 'acknowledgement' } : undefined;
    case 'reply-written':
      return { letter: 'reply', message };
    case 'coming-back-promised':
      return { letter: 'coming-back', until: event.until, ...(event.words && { message }) };
    case 'estimate-given':
      return { letter: 'estimate', message, hours: event.hours, validUntil: event.validUntil };
    case 'fix-postponed':
      return { letter: 'postponement', reason: event.reason, ...(event.version && { version: event.version }) };
    case 'waiting-ended':
      return event.remind && { letter: 'waiting-reminder' };
    case 'ticket-resolved':
      if (event.words) return { letter: 'resolution', message };
      // A machine that was never answered is not told that it is done either.
      return ticket.told && { letter: 'resolution' };
    default:
      return undefined;
  }
}

const toCustomer = ({ customer }: OpenedTicket, letter: Letter | undefined): Letter[] =>
  letter && isReachable(customer) ? [letter] : [];

const onlyIf = (holds: boolean, letter: Letter): Letter[] => (holds ? [letter] : []);

const alert = (why: AlertReason, ...to: readonly Audience[]): Letter => ({ letter: 'alert', why, to });

const isFirst = ({ messages }: OpenedTicket) => messages.length === 1;

const whoseItIs = ({ assignee, level }: OpenedTicket): Audience => (assignee ? { agent: assignee } : { level });
