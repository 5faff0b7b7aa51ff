import type { Organisation, Trait } from '../../customers/organisation';
import type { KnownPerson } from '../../customers/who-is';
import type { CannedAnswer } from '../../mail/letters/canned-answer';
import type { Instant } from '../../promises/instant';
import type { Downtime, Quarter } from '../../promises/maintenance';
import type { Release } from '../../promises/releases';
import type { Words } from '../../promises/say';
import type { Contact, ContactChange } from '../../ticket/contact';
import type { AgentId, TicketId } from '../../ticket/ids';
import type { RefusalReason } from '../../ticket/refusal';

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
