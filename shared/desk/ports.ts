import type { ChatAccess } from '../chat/access';
import type { ProviderName } from '../chat/providers';
import type { Arrival, Asked, Permission } from '../mail/breakers';
import type { MachineSender } from '../mail/machine-senders';
import type { ReplySecret } from '../mail/thread';
import type { Circumstances } from '../ticket/circumstances';
import type { TicketId } from '../ticket/ids';
import type { People } from './people';
import type { Files } from './ports/files';
import type { CannedAnswers, Contacts, Customers, Maintenance, Releases, StatusPage } from './ports/known';
import type { Digests, Reports } from './ports/reading';
import type { ChatReplies, Feedback, Mailer, Texts } from './ports/sending';
import type { Alarms, Claims, Lists, Outbox, Tickets } from './ports/tickets';

export * from './ports/files';
export * from './ports/known';
export * from './ports/reading';
export * from './ports/sending';
export * from './ports/tickets';

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

export interface Breakers {
  /**
   * Whether what arrived may have a ticket, or its ticket with an acknowledgement: what is granted is counted, and
   * granted again to the same arrival. Throws where the counters can't be read and written: better late than a loop.
   */
  ask(arrival: Arrival, what: Asked): Promise<Permission>;
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
