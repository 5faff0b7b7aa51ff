import type { Instant } from '../promises/instant';
import type { Kind } from '../promises/policy';
import type { Channel, Customer, CustomerMessage, Language, Level, Words } from './events';
import type { AgentId, TicketId } from './ids';

/** An inquiry by any channel: opens the ticket, or lands on it as the customer's next message. */
export interface Inquiry {
  readonly type: 'receive-inquiry';
  readonly channel: Channel;
  readonly customer: Customer;
  readonly subject: string;
  readonly language: Language;
  readonly message: CustomerMessage;
  /** Whether an automatic letter may be sent in answer (RFC 3834); never to machines. */
  readonly acknowledge: boolean;
  readonly loggedBy?: AgentId;
  readonly follows?: TicketId;
  /** Why a person must look at it before it becomes work (quarantine, a mail loop). */
  readonly park?: string;
}

/** What an agent does to a ticket that is there. */
export type Act = { readonly by: AgentId } & (
  | { readonly type: 'assign'; readonly agent: string }
  | { readonly type: 'triage'; readonly kind: Kind; readonly because?: 'misjudged' | 'new-facts' | undefined }
  | { readonly type: 'write-reply'; readonly words: Words; readonly cc: readonly string[]; readonly seen: number }
  | { readonly type: 'write-note'; readonly words: Words }
  | { readonly type: 'hand-over'; readonly to: Level; readonly reason: string }
  | { readonly type: 'lift-to-management'; readonly reason: string }
  | { readonly type: 'wait'; readonly until: Instant; readonly reason: string }
  | {
      readonly type: 'log-time';
      readonly minutes: number;
      readonly level: Level;
      readonly what: string;
      readonly workedAt?: Instant | undefined;
    }
  | { readonly type: 'give-estimate'; readonly hours: number; readonly words: Words; readonly validUntil: Instant }
  | { readonly type: 'postpone'; readonly reason: string; readonly version?: string | undefined }
  | { readonly type: 'resolve'; readonly words?: Words | undefined }
  | { readonly type: 'reopen'; readonly reason?: string | undefined }
  /** What was parked becomes work. */
  | { readonly type: 'release' }
  /** Holds an open ticket to another version of the promise. */
  | { readonly type: 'apply-policy'; readonly version: string }
);

export type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export type Command =
  | Inquiry
  /** Mail from a machine about a ticket: an out-of-office, a bounce. Noted, and nothing else happens. */
  | { readonly type: 'note-automatic-mail'; readonly reason: string; readonly words: Words; readonly raw?: string }
  /** Look at the clock: what has come due is marked and told. */
  | { readonly type: 'look' }
  | Act;
