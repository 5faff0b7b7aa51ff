import type { Commitment } from '../promises/deadlines';
import type { Instant, LocalDate } from '../promises/instant';
import type { Pause } from '../promises/pauses';
import type { Kind } from '../promises/policy';
import type { SuspicionOf } from '../promises/suspicions';
import type { Answers } from '../promises/triage';
import type { AnswerDue } from './begun';
import type { AgentId, TicketId } from './ids';
import type { Attachment, Channel, Customer, CustomerMessage, Doubt, Language, Level, MailIds, Words } from './message';

export interface Unopened {
  readonly state: 'unopened';
  readonly id: TicketId;
}

export type Status =
  | { readonly is: 'open' }
  /** `reminded` counts the reminders that the customer has had, if any are to go out. */
  | { readonly is: 'waiting'; readonly until: Instant; readonly remind?: true; readonly reminded?: number }
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
  readonly quoted?: Words;
  readonly raw?: string;
  readonly html?: string;
  /** Erased, whole or in part: what was done is all that is left. */
  readonly redacted?: Redaction;
}

export interface Redaction {
  readonly at: Instant;
  readonly by: AgentId;
  readonly reason: string;
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

/** What the customer's words suggest, until somebody has judged it. */
export interface Suspicion {
  readonly of: SuspicionOf;
  readonly words: readonly string[];
  readonly at: Instant;
}

/** A chat: whether the visitor has gone, and whether it was told that they are kept waiting. */
export interface Chat {
  readonly ended: boolean;
  readonly keptWaiting: boolean;
}

/** The alarm to seniors (P8): how often it has gone out, and when last. */
export interface SeniorAlarm {
  readonly calls: number;
  readonly lastAt: Instant;
  /** Whether management has heard that nobody takes it. */
  readonly managementTold?: true;
}

/** What we have told the customer that we come back with (P14): at an instant, or when a version is out. */
export interface ComingBack {
  readonly at?: Instant;
  readonly version?: string;
  readonly promisedAt: Instant;
  /** Whether whoever has to come back was reminded. */
  readonly reminded: boolean;
}

/** The version that is to bring the fix (P7), and the day on which it is to be out. */
export interface FixIn {
  readonly version: string;
  readonly date: LocalDate;
  readonly overdue: boolean;
}

/** One cause with many tickets, and one clock that runs from when the first of them was received. */
export interface Incident {
  readonly title: string;
  readonly tickets: readonly TicketId[];
  readonly firstReceivedAt: Instant;
  /** What the status page says of it, while it does. */
  readonly published?: { readonly words: Words; readonly at: Instant };
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
  readonly suspected?: Suspicion | undefined;
  readonly triage?:
    | { readonly answers: Answers; readonly clause: string; readonly by: AgentId; readonly at: Instant }
    | undefined;
  readonly assignee?: AgentId | undefined;
  /** Who has taken it oneself, since it was given to anybody last. */
  readonly takenBy?: AgentId | undefined;
  /** Who of level 2 the customer has to do with, wherever the ticket is. */
  readonly contact?: AgentId | undefined;
  /** Since when it has been at each level that it came to, in order. */
  readonly spells: readonly { readonly level: Level; readonly from: Instant }[];
  /** The alarm to seniors, once it has gone out, and the senior who has taken the ticket (P8). */
  readonly seniorAlarm?: SeniorAlarm | undefined;
  readonly seniorHasIt?: AgentId | undefined;
  readonly commitment: Commitment;
  /** The instants that the customer has been told; the first triage never moves one later. */
  readonly told?: { readonly beginTarget: Instant; readonly beginLatest: Instant };
  readonly begun?: Begun;
  readonly warned: boolean;
  /** The latest instants that were missed: a miss stands for ever. */
  readonly missed: readonly Instant[];
  /** When somebody was told of a miss last. */
  readonly missToldAt?: Instant;
  /** When the clock to management (P8) stood still: waiting for the customer, or resolved. */
  readonly pauses: readonly Pause[];
  readonly managementTold: boolean;
  /** Since it was lifted to management: when they were told last, and who has acknowledged it. */
  readonly escalation?: { readonly toldAt: Instant; readonly acknowledgedBy?: AgentId };
  readonly answerDue?: (AnswerDue & { readonly overdue: boolean }) | undefined;
  readonly messages: readonly Message[];
  readonly held: readonly HeldMail[];
  readonly comingBack?: ComingBack | undefined;
  readonly fixIn?: FixIn | undefined;
  /** When somebody is to call, until somebody has; and whether they were told that it is time. */
  readonly callBackAt?: Instant | undefined;
  readonly callBackTold?: boolean;
  readonly chat?: Chat;
  readonly links: readonly TicketId[];
  /** The customers of the tickets that go on in this one, who take part in it. */
  readonly absorbed?: readonly Customer[];
  readonly incident?: Incident;
  /** The ticket that leads the incident that it belongs to: that one has the clock. */
  readonly partOf?: TicketId | undefined;
  readonly partOfSince?: Instant | undefined;
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
