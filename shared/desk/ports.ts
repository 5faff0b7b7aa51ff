import type { ChatAccess } from '../chat/access';
import type { LinkedFile } from '../chat/inbound';
import type { ProviderName } from '../chat/providers';
import type { Organisation, Trait } from '../customers/organisation';
import type { KnownPerson } from '../customers/who-is';
import type { Arrival, Asked, Permission } from '../mail/breakers';
import type { OutgoingMail } from '../mail/compose';
import type { LetterKey } from '../mail/letter-tag';
import type { CannedAnswer } from '../mail/letters/canned-answer';
import type { MachineSender } from '../mail/machine-senders';
import type { ReplySecret } from '../mail/thread';
import type { Instant, LocalDate } from '../promises/instant';
import type { IsoWeek } from '../promises/iso-week';
import type { Downtime, Quarter } from '../promises/maintenance';
import type { Kind } from '../promises/policy';
import type { Release } from '../promises/releases';
import type { Words } from '../promises/say';
import type { Digest } from '../report/digest';
import type { TriageReminder } from '../report/triage-reminder';
import type { WeekReport } from '../report/week';
import type { Circumstances } from '../ticket/circumstances';
import type { Contact, ContactChange } from '../ticket/contact';
import type { Delivery, FeedbackMark, LetterFeedback, Outcome } from '../ticket/delivery';
import type { Effect } from '../ticket/effects';
import type { TicketEvent } from '../ticket/events';
import type { Facts } from '../ticket/facts';
import type { AgentId, CommandId, TicketId } from '../ticket/ids';
import type { RefusalReason } from '../ticket/refusal';
import type { Summary } from '../ticket/summary';
import type { OpenedTicket } from '../ticket/ticket';
import type { People } from './people';

/** Everything the desk's use cases need of the world. Each composition root makes its own. */
export interface Desk {
  /** The clock, the promise in force and who works here: read once for each command. */
  circumstances(): Promise<Circumstances>;
  readonly addresses: { readonly support: string; readonly management: string };
  /** The machines that write to us in others' names. */
  readonly machineSenders: readonly MachineSender[];
  /** Where the desk's pages are, `https://desk.example.no`; without it links have no host. */
  site(): string;
  readonly tickets: Tickets;
  readonly claims: Claims;
  readonly lists: Lists;
  readonly outbox: Outbox;
  readonly feedback: Feedback;
  readonly contacts: Contacts;
  readonly customers: Customers;
  readonly alarms: Alarms;
  readonly files: Files;
  readonly mailer: Mailer;
  readonly texts: Texts;
  readonly chats: ChatReplies;
  readonly reports: Reports;
  readonly digests: Digests;
  readonly breakers: Breakers;
  readonly maintenance: Maintenance;
  readonly statusPage: StatusPage;
  readonly people: People;
  readonly releases: Releases;
  readonly cannedAnswers: CannedAnswers;
  readonly secrets: Secrets;
  readonly newTicketId: () => TicketId;
  /** A random mark that nothing else bears. */
  readonly newMark: () => string;
  readonly log: Log;
}

/** One step of a ticket's history: the key is the lock, the row the audit and the outbox. */
export interface Commit {
  readonly ticket: TicketId;
  readonly version: number;
  readonly command: CommandId;
  readonly at: Instant;
  readonly events: readonly TicketEvent[];
  readonly effects: readonly Effect[];
  readonly facts: Facts;
}

/** A commit as it is kept, with how far its effects have come. */
export interface KeptCommit extends Commit, Ledger {
  /** What came of each effect's letter. */
  readonly feedback: readonly LetterFeedback[];
}

export interface Tickets {
  /** All commits, oldest first, as of now (never from an index). */
  history(id: TicketId): Promise<readonly KeptCommit[]>;
  hasVersion(id: TicketId, version: number): Promise<boolean>;
  /** Puts the commit if nobody has put one of that version; an answer that was lost is asked for again. */
  append(commit: Commit): Promise<'committed' | 'lost-the-race'>;
  /** Puts the events of a commit in place of what they were, with nothing left of what was redacted. */
  redact(id: TicketId, version: number, events: readonly TicketEvent[]): Promise<void>;
  /** Writes the row that lists show; an older version never replaces a newer one. */
  summarise(ticket: OpenedTicket, summary: Summary): Promise<void>;
}

/** Which ticket something that arrived belongs to, said once and for all before anything is written. */
export interface Claims {
  /** The ticket that holds the claim: this one, unless another came first. */
  claim(key: string, ticket: TicketId): Promise<TicketId>;
  holders(keys: readonly string[]): Promise<ReadonlyMap<string, TicketId>>;
}

export const QUEUES = ['open', 'level2', 'level3', 'mine', 'overdue', 'waiting', 'resolved', 'parked'] as const;
export type Queue = (typeof QUEUES)[number];

export interface Page {
  readonly tickets: readonly Summary[];
  readonly cursor?: string;
}

export interface ListOptions {
  /** Whose tickets “mine” are. */
  readonly agent: AgentId;
  readonly now: Instant;
  /** Where the page before ended. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface Lists {
  page(queue: Queue, options: ListOptions): Promise<Page>;
  /** Rows of open and waiting tickets whose next promised instant is not after `until`, soonest first. */
  underway(until: Instant): AsyncIterable<Summary>;
}

/** What an item that owes effects is called: a ticket's commit, a week's report, a day's digest, or its reminder. */
export type OwedKey =
  | { readonly ticket: TicketId; readonly version: number }
  | { readonly week: IsoWeek }
  | { readonly digest: LocalDate }
  | { readonly reminder: LocalDate };

/** How far each effect has come; `revision` is the lock on it. */
export interface Ledger {
  readonly revision: number;
  readonly deliveries: readonly Delivery[];
}

export interface Outbox {
  /** Replaces the ledger if nobody else has; false when somebody was quicker. */
  save(key: OwedKey, ledger: Ledger): Promise<boolean>;
  /** What is owed and should have been tried by then. */
  overdue(asOf: Instant): AsyncIterable<OwedKey>;
}

export interface Feedback {
  /** Notes the first time that something came of a letter; twice is once, and an unknown letter is none. */
  note(letter: LetterKey, mark: FeedbackMark, at: Instant): Promise<void>;
}

/** What we know of addresses. */
export interface Contacts {
  /** Those that anything is known of, by the address as it was asked for; it counts as it identifies somebody. */
  of(addresses: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  /** Notes what was learned; twice is once, and older news undo no newer ones. */
  note(address: string, change: ContactChange): Promise<void>;
}

/** What an organisation wants to be known by, and another already is. */
export interface Taken {
  readonly trait: Trait;
  readonly by: Pick<Organisation, 'id' | 'name'>;
}

/** The organisations that we have as customers, and their people. */
export interface Customers {
  /** By the address, else the number, else the domain if it is not a public one; both as they were written. */
  whoIs(asked: {
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
  }): Promise<KnownPerson | undefined>;
  organisation(id: string): Promise<Organisation | undefined>;
  organisations(): Promise<readonly Organisation[]>;
  /** Keeps it whole, in place of what was kept of it; where another has what it is known by, nothing changes. */
  keep(organisation: Organisation): Promise<Taken | undefined>;
}

/** One alarm a ticket, named after it. */
export interface Alarms {
  set(ticket: TicketId, at: Instant, severity: Kind | 'untriaged'): Promise<void>;
  remove(ticket: TicketId): Promise<void>;
  /** The tickets that have one. */
  all(): AsyncIterable<TicketId>;
}

/** How a browser is to take a file: saved under its name, or as an image of a page. */
export type Served =
  | { readonly as: 'attachment'; readonly name: string }
  | { readonly as: 'image'; readonly type: ImageType };

/** The images that every browser shows and none runs. SVG is a page that runs scripts. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The headers are signed: what is sent with others, or has another length, is turned away. */
export interface UploadAddress {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Files {
  /** Nothing when there is no such file. */
  read(key: string): Promise<Buffer | undefined>;
  /** A file with a name is an attachment: whoever comes to it with a browser saves it, and never runs it. */
  write(key: string, bytes: Buffer, type: string, name?: string): Promise<void>;
  /** How many bytes a file has; nothing when there is no such file. */
  size(key: string): Promise<number | undefined>;
  /** An address to read a file from for five minutes, without any other right. */
  download(key: string, as: Served): Promise<string>;
  /** An address that takes this file, and no other, for fifteen minutes. */
  upload(key: string, file: Upload): Promise<UploadAddress>;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Moves a file; one that has been moved already is no error. */
  move(from: string, to: string): Promise<void>;
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly at: Instant }>;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<Outcome>;
}

export interface TextMessage {
  /** As E.164 writes it, `+4790000001`. */
  readonly to: string;
  readonly text: string;
  readonly letterId: string;
}

/** SMS. */
export interface Texts {
  send(text: TextMessage): Promise<Outcome>;
}

export interface ChatReply {
  readonly letterId: string;
  readonly conversation: { readonly provider: string; readonly id: string };
  readonly sentAt: Instant;
  readonly agent: string;
  readonly text: string;
}

export interface FetchedFile {
  /** As it was told, and not to be believed. */
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ChatReplies {
  send(reply: ChatReply): Promise<Outcome>;
  /** A file that a visitor has sent; nothing where it can't be had: too large, too slow, or nowhere that we may go. */
  fetch(file: LinkedFile): Promise<FetchedFile | undefined>;
}

export interface KeptReport extends Ledger {
  readonly report: WeekReport;
}

export interface Reports {
  kept(week: IsoWeek): Promise<KeptReport | undefined>;
  /** The newest report of a week before this one. */
  lastBefore(week: IsoWeek): Promise<WeekReport | undefined>;
  /** Keeps the report with its letter owed, unless one is kept for that week. */
  keep(report: WeekReport, at: Instant): Promise<void>;
  /** The facts of all commits of a week, in no order. */
  facts(week: IsoWeek): Promise<readonly Facts[]>;
}

export interface KeptDigest extends Ledger {
  readonly digest: Digest;
}

/** A day's reminder of what nobody has triaged. */
export interface KeptReminder extends Ledger {
  readonly reminder: TriageReminder;
}

export interface Digests {
  kept(date: LocalDate): Promise<KeptDigest | undefined>;
  /** The newest digest of a date before this one. */
  lastBefore(date: LocalDate): Promise<Digest | undefined>;
  /** Keeps the digest with its letter owed, unless one is kept for that date; one that lists nothing owes none. */
  keep(digest: Digest, at: Instant): Promise<void>;
  keptReminder(date: LocalDate): Promise<KeptReminder | undefined>;
  /** The same of a reminder. */
  keepReminder(reminder: TriageReminder, at: Instant): Promise<void>;
}

export interface Breakers {
  /**
   * Whether what arrived may have a ticket, or its ticket with an acknowledgement: what is granted is counted, and
   * granted again to the same arrival. Throws where the counters can't be read and written: better late than a loop.
   */
  ask(arrival: Arrival, what: Asked): Promise<Permission>;
}

export interface PlannedDowntime extends Downtime {
  readonly id: string;
  readonly what: string;
  readonly by: AgentId;
}

export interface Maintenance {
  /** What is planned to begin in that quarter or later, in no order. */
  from(quarter: Quarter): Promise<readonly PlannedDowntime[]>;
  /** Takes a place in the quarter, counted from 0; false where it is taken. */
  plan(quarter: Quarter, place: number, downtime: PlannedDowntime): Promise<boolean>;
}

/** An incident as anybody may read of it. */
export interface StatusEntry {
  readonly text: string;
  readonly publishedAt: Instant;
  readonly resolvedAt?: Instant;
}

export interface StatusPage {
  /** What is said of an incident as of that version of its ticket; without an entry, nothing any longer. */
  publish(ticket: TicketId, version: number, entry: StatusEntry | undefined): Promise<void>;
  /** What is said, in no order; long after they were solved, incidents are forgotten. */
  entries(): Promise<readonly StatusEntry[]>;
}

/** A version as it is kept; `revision` is the lock on it, 0 before it has been kept. */
export interface KeptRelease extends Release {
  readonly revision: number;
  /** What its tickets have not all been told yet. */
  readonly owes?: OwedByRelease;
  /** What came of the tickets that were told last. */
  readonly told: readonly ToldTicket[];
}

/** What tickets are owed since somebody brought out the version that they wait for, or moved its date. */
export type OwedByRelease = {
  readonly by: AgentId;
  readonly since: Instant;
  /** By which it is known from any other. */
  readonly mark: string;
} & ({ readonly is: 'new-date' } | { readonly is: 'answers'; readonly words: Words });

export type ToldTicket = { readonly ticket: TicketId } & (
  | { readonly is: 'told' }
  | { readonly is: 'skipped'; readonly reason: RefusalReason; readonly message: string }
);

/** The calendar of releases. */
export interface Releases {
  /** As they were within the last minute, but for what this desk has written itself. */
  all(): Promise<readonly Release[]>;
  /** As they are now. */
  kept(): Promise<readonly KeptRelease[]>;
  /** Keeps the version in place of the revision that was read; false when somebody was quicker. */
  keep(release: KeptRelease): Promise<boolean>;
}

/** Answers that are written beforehand: those that the desk began with, but for what it has changed or taken away. */
export interface CannedAnswers {
  all(): Promise<readonly CannedAnswer[]>;
  keep(answer: CannedAnswer): Promise<void>;
  /** Taken away twice is once. */
  remove(id: string): Promise<void>;
}

export interface Secrets {
  replySecrets(): Promise<readonly ReplySecret[]>;
  /** How a chat provider is known and reached; nothing where it has not been set up. */
  chat(provider: ProviderName): Promise<ChatAccess | undefined>;
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}
