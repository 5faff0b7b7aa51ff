import type { Commitment } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Pause } from '../promises/pauses';
import type { Kind } from '../promises/policy';
import type {
  AnswerDue,
  Attachment,
  Channel,
  Customer,
  CustomerMessage,
  Doubt,
  Language,
  Level,
  MailIds,
  TicketEvent,
  Words,
} from './events';
import type { AgentId, TicketId } from './ids';

export interface Unopened {
  readonly state: 'unopened';
  readonly id: TicketId;
}

export type Status =
  | { readonly is: 'open' }
  | { readonly is: 'waiting'; readonly until: Instant; readonly remind?: true }
  | { readonly is: 'resolved'; readonly at: Instant }
  | { readonly is: 'parked'; readonly reason: string }
  | { readonly is: 'merged'; readonly into: TicketId };

export interface Message {
  readonly from: 'customer' | AgentId;
  readonly at: Instant;
  readonly words: Words;
  readonly attachments: readonly Attachment[];
  readonly cc: readonly string[];
  readonly mail?: MailIds;
  readonly sender?: CustomerMessage['sender'];
}

/** A mail that is shown to agents alone until one of them confirms whose words it brings. */
export interface HeldMail {
  readonly message: CustomerMessage;
  readonly doubt: Doubt;
  /** Whose answer it says to be. */
  readonly agent?: AgentId;
  readonly confirmed: boolean;
}

export interface Begun {
  readonly at: Instant;
  readonly by: AgentId;
  readonly inTime: boolean;
  readonly withinTarget: boolean;
}

export interface OpenedTicket {
  readonly state: 'opened';
  readonly id: TicketId;
  readonly channel: Channel;
  readonly customer: Customer;
  readonly subject: string;
  readonly language: Language;
  readonly receivedAt: Instant;
  readonly follows?: TicketId;
  readonly status: Status;
  readonly level: Level;
  /** Nothing until it has been triaged. */
  readonly kind?: Kind;
  readonly assignee?: AgentId | undefined;
  readonly commitment: Commitment;
  /** The instants that the customer has been told; the first triage never moves one later. */
  readonly told?: { readonly beginTarget: Instant; readonly beginLatest: Instant };
  readonly begun?: Begun;
  readonly warned: boolean;
  /** The latest instants that were missed: a miss stands for ever. */
  readonly missed: readonly Instant[];
  /** When the clock to management (P8) stood still: waiting for the customer, or resolved. */
  readonly pauses: readonly Pause[];
  readonly managementTold: boolean;
  readonly answerDue?: (AnswerDue & { readonly overdue: boolean }) | undefined;
  readonly messages: readonly Message[];
  readonly held: readonly HeldMail[];
  /** When we have told the customer that we come back (P14). */
  readonly comeBackAt?: Instant | undefined;
  /** Addresses that our letters come back from, and those of them that staff were told of. */
  readonly undeliverable: readonly string[];
  readonly toldOf: readonly string[];
  /** How many mails of machines are noted on it. */
  readonly notes: number;
  readonly lastActivityAt: Instant;
  /** Since when nobody has done anything about it; machines' mails do not count. */
  readonly quietSince: Instant;
}

export type Ticket = Unopened | OpenedTicket;

export const unopened = (id: TicketId): Unopened => ({ state: 'unopened', id });

export const replay = <T extends Ticket>(events: readonly TicketEvent[], from: T): Ticket =>
  events.reduce<Ticket>(evolve, from);

/** What the ticket is after the event. Total over histories that `decide` can write; others leave it as it was. */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket {
  if (event.type === 'ticket-opened') return opened(ticket.id, event);
  if (ticket.state === 'unopened') return ticket;
  return { ...ticket, lastActivityAt: event.at, quietSince: event.at, ...changes(ticket, event) };
}

type Opening = Extract<TicketEvent, { type: 'ticket-opened' }>;
type LaterEvent = Exclude<TicketEvent, Opening>;

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
    commitment,
    ...(acknowledged && { told: { beginTarget, beginLatest } }),
    warned: false,
    missed: [],
    pauses: [],
    managementTold: false,
    messages: [],
    held: [],
    undeliverable: [],
    toldOf: [],
    notes: 0,
    lastActivityAt: event.at,
    quietSince: event.at,
  };
}

type Changes = Partial<OpenedTicket>;

function changes(ticket: OpenedTicket, event: LaterEvent): Changes {
  switch (event.type) {
    case 'ticket-parked':
      return { status: { is: 'parked', reason: event.reason } };
    case 'ticket-released':
      return { status: { is: 'open' } };
    case 'message-received':
      return {
        messages: [...ticket.messages, { from: 'customer', at: event.message.receivedAt, cc: [], ...event.message }],
        undeliverable: without(event.message.sender?.email, ticket.undeliverable),
        toldOf: without(event.message.sender?.email, ticket.toldOf),
        ...(event.answerDue && !ticket.answerDue && { answerDue: { ...event.answerDue, overdue: false } }),
      };
    case 'mail-held': {
      const { message, doubt, agent } = event;
      const mail = { message, doubt, ...(agent && { agent }), confirmed: false };
      return { held: [...ticket.held, mail], quietSince: ticket.quietSince };
    }
    case 'held-mail-confirmed':
      return { held: ticket.held.map((mail, n) => (n === event.held ? { ...mail, confirmed: true } : mail)) };
    case 'reply-written':
      return { ...said(ticket, event), answerDue: undefined, comeBackAt: undefined };
    case 'coming-back-promised':
      return { ...(event.words && said(ticket, event)), answerDue: undefined, comeBackAt: event.until };
    case 'coming-back-due':
      return { comeBackAt: undefined };
    case 'estimate-given':
      return { ...said(ticket, event), answerDue: undefined };
    case 'ticket-resolved':
      return {
        ...(event.words && said(ticket, event)),
        status: { is: 'resolved', at: event.at },
        pauses: pausedFrom(event.at, ticket),
        answerDue: undefined,
        comeBackAt: undefined,
      };
    case 'ticket-assigned':
      return { assignee: event.agent };
    case 'work-begun':
      return begun(event);
    case 'ticket-triaged':
      return { kind: event.kind, ...recommitted(ticket, event.commitment) };
    case 'policy-applied':
      return recommitted(ticket, event.commitment);
    case 'promise-warned':
      return { warned: true };
    case 'promise-missed':
      return { missed: [...ticket.missed, event.latest], warned: true };
    case 'answer-overdue':
      return ticket.answerDue ? { answerDue: { ...ticket.answerDue, overdue: true } } : {};
    case 'management-told':
      return { managementTold: true };
    case 'handed-over':
      return { level: event.to, assignee: undefined };
    case 'waiting-began':
      return {
        status: { is: 'waiting', until: event.until, ...(event.remind && { remind: true }) },
        pauses: pausedFrom(event.at, ticket),
      };
    case 'waiting-ended':
      return { status: { is: 'open' }, pauses: pausedUntil(waitedUntil(event.at, ticket), ticket) };
    case 'ticket-reopened':
      return {
        status: { is: 'open' },
        pauses: pausedUntil(event.at, ticket),
        ...(event.commitment && recommitted(ticket, event.commitment)),
      };
    case 'language-set':
      return { language: event.language };
    case 'delivery-failed':
      return { quietSince: ticket.quietSince, ...(event.permanent && returned(event, ticket)) };
    case 'automatic-mail-noted':
      return { quietSince: ticket.quietSince, notes: ticket.notes + 1 };
    case 'complaint-made':
      return { quietSince: ticket.quietSince };
    case 'acknowledgement-withheld':
    case 'storm-gathered':
    case 'lifted-to-management':
    case 'note-written':
    case 'time-logged':
    case 'fix-postponed':
    case 'look-due':
      return {};
  }
}

function begun({ at, by, inTime, withinTarget, answerDue }: Extract<TicketEvent, { type: 'work-begun' }>): Changes {
  return { begun: { at, by, inTime, withinTarget }, ...(answerDue && { answerDue: { ...answerDue, overdue: false } }) };
}

const recommitted = ({ warned, commitment: before }: OpenedTicket, commitment: Commitment): Changes => ({
  commitment,
  warned: warned && commitment.beginLatest === before.beginLatest,
});

// What waits already and is resolved then, stands still all the time.
const pausedFrom = (at: Instant, { status, pauses }: OpenedTicket): readonly Pause[] =>
  status.is === 'open' ? [...pauses, { from: at }] : pauses;

// A wait is over when it was agreed to be, however late that is looked at.
const waitedUntil = (at: Instant, { status }: OpenedTicket): Instant =>
  status.is === 'waiting' ? Math.min(at, status.until) : at;

const pausedUntil = (at: Instant, { pauses }: OpenedTicket): readonly Pause[] =>
  pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));

interface Said {
  readonly at: Instant;
  readonly by: AgentId;
  readonly words?: Words;
  readonly cc?: readonly string[];
  readonly attachments?: readonly Attachment[];
}

const said = (
  { messages }: OpenedTicket,
  { at, by, words = { text: '' }, cc = [], attachments = [] }: Said,
): Changes => ({ messages: [...messages, { from: by, at, words, attachments, cc }] });

function returned(
  { address, byMail }: Extract<TicketEvent, { type: 'delivery-failed' }>,
  ticket: OpenedTicket,
): Changes {
  const { undeliverable, toldOf } = ticket;
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
