import type { Instant, LocalDate } from '../../promises/instant';
import type { IsoWeek } from '../../promises/iso-week';
import type { Kind } from '../../promises/policy';
import type { Delivery, LetterFeedback } from '../../ticket/delivery';
import type { Effect } from '../../ticket/effects';
import type { TicketEvent } from '../../ticket/events';
import type { Facts } from '../../ticket/facts';
import type { AgentId, CommandId, TicketId } from '../../ticket/ids';
import type { Summary } from '../../ticket/summary';
import type { OpenedTicket } from '../../ticket/ticket';

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

/** One alarm a ticket, named after it. */
export interface Alarms {
  set(ticket: TicketId, at: Instant, severity: Kind | 'untriaged'): Promise<void>;
  remove(ticket: TicketId): Promise<void>;
  /** The tickets that have one. */
  all(): AsyncIterable<TicketId>;
}
