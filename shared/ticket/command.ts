import type { Instant, LocalDate } from '../promises/instant';
import type { Kind } from '../promises/policy';
import type { Answers } from '../promises/triage';
import type {
  Attachment,
  Channel,
  Customer,
  CustomerMessage,
  Doubt,
  Language,
  Level,
  MailClass,
  Words,
} from './events';
import type { AgentId, TicketId } from './ids';
import type { Message } from './opened-ticket';

/** An inquiry by any channel: opens the ticket, or lands on it as the customer's next message. */
export interface Inquiry {
  readonly type: 'receive-inquiry';
  readonly channel: Channel;
  readonly customer: Customer;
  readonly subject: string;
  readonly language: Language;
  readonly message: CustomerMessage;
  /** All that was written, where the message holds how it begins: judged by its words, and not kept here. */
  readonly whole?: string;
  /** Whether an automatic letter may be sent in answer (RFC 3834); never to machines. */
  readonly acknowledge: boolean;
  readonly loggedBy?: AgentId;
  readonly follows?: TicketId;
  /** Why a person must look at it before it becomes work (quarantine, a mail loop). */
  readonly park?: string;
  /** Why no acknowledgement goes out although it might, and whether that is news. */
  readonly withheld?: { readonly reason: string; readonly first: boolean };
  /** Why it is gathered with others of its sender: more came in an hour than people write. */
  readonly storm?: string;
}

/** The kind itself, or the answers to the questions of P2 that decide it. */
export type TriagedAs = { readonly kind: Kind } | { readonly answers: Answers };

/** A ticket that an incident takes in, and when that was received. */
export interface Attached {
  readonly id: TicketId;
  readonly receivedAt: Instant;
}

/** What an agent does to a ticket that is there. */
export type Act = {
  readonly by: AgentId;
} /** `unlessTaken`: of two who take it at once, the second does not take it from the first. */ & (
  | { readonly type: 'assign'; readonly agent: string; readonly unlessTaken?: true }
  | ({ readonly type: 'triage'; readonly because?: 'misjudged' | 'new-facts' | undefined } & TriagedAs)
  /** What its words suggest is not so. */
  | { readonly type: 'dismiss-suspicion'; readonly reason: string }
  | {
      readonly type: 'write-reply';
      readonly words: Words;
      readonly cc: readonly string[];
      readonly attachments?: readonly Attachment[];
      readonly seen: number;
      /** To all tickets of the incident. */
      readonly toAll?: boolean | undefined;
    }
  | {
      readonly type: 'log-call';
      readonly direction: 'in' | 'out';
      readonly answered: boolean;
      readonly minutes?: number | undefined;
      readonly words?: Words | undefined;
      readonly callBackAt?: Instant | undefined;
    }
  /** P14: an answer that says when we come back: at an instant, or when a version is out. */
  | {
      readonly type: 'come-back';
      readonly until?: Instant | undefined;
      readonly version?: string | undefined;
      readonly words?: Words | undefined;
    }
  | { readonly type: 'write-note'; readonly words: Words }
  | { readonly type: 'hand-over'; readonly to: Level; readonly reason: string }
  | { readonly type: 'lift-to-management'; readonly reason: string }
  | { readonly type: 'acknowledge-escalation' }
  | { readonly type: 'wait'; readonly until: Instant; readonly reason: string; readonly remind?: boolean | undefined }
  | {
      readonly type: 'log-time';
      readonly minutes: number;
      readonly level: Level;
      readonly what: string;
      readonly workedAt?: Instant | undefined;
    }
  | { readonly type: 'give-estimate'; readonly hours: number; readonly words: Words; readonly validUntil: Instant }
  | { readonly type: 'postpone'; readonly reason: string; readonly version?: string | undefined }
  /** The version that is to bring the fix; the date is that of the release calendar. */
  | { readonly type: 'tie-to-version'; readonly version: string; readonly date?: LocalDate | undefined }
  | { readonly type: 'resolve'; readonly words?: Words | undefined; readonly toAll?: boolean | undefined }
  | { readonly type: 'reopen'; readonly reason?: string | undefined }
  | { readonly type: 'set-language'; readonly language: Language }
  /** A mail that was held is what it says to be: the customer's message, or the desk's reply. */
  | { readonly type: 'confirm-mail'; readonly held: number }
  /** What was parked becomes work. */
  | { readonly type: 'release' }
  /** Erases a message, or one file of it: by their places, from 0. */
  | {
      readonly type: 'redact';
      readonly message: number;
      readonly attachment?: number | undefined;
      readonly reason: string;
    }
  /** It is about the same as another, which goes on with both. */
  | { readonly type: 'merge'; readonly into: TicketId }
  | { readonly type: 'link'; readonly to: TicketId }
  | { readonly type: 'declare-incident'; readonly title: string }
  | { readonly type: 'attach-tickets'; readonly tickets: readonly Attached[] }
  | { readonly type: 'detach-ticket'; readonly ticket: TicketId }
  | { readonly type: 'publish-incident'; readonly words: Words }
  | { readonly type: 'withdraw-incident' }
  /** Holds an open ticket to another version of the promise. */
  | { readonly type: 'apply-policy'; readonly version: string }
);

export type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export type Command =
  | Inquiry
  /** Mail from a machine about a ticket: an out-of-office, a bounce. Noted, and nothing else happens. */
  | {
      readonly type: 'note-automatic-mail';
      readonly as: MailClass;
      readonly reason: string;
      readonly words: Words;
      readonly raw?: string;
    }
  /** A mail that says to be about the ticket, of which it is not certain whose words it brings. */
  | { readonly type: 'hold-mail'; readonly message: CustomerMessage; readonly doubt: Doubt; readonly agent?: AgentId }
  | {
      readonly type: 'note-delivery-failure';
      readonly address: string;
      readonly permanent: boolean;
      readonly diagnostic: string;
      readonly letter?: string;
      /** By a mail that came back instead of the mail service. */
      readonly byMail?: true;
    }
  | { readonly type: 'note-complaint'; readonly address: string }
  | { readonly type: 'end-chat' }
  | FromAnother
  /** Look at the clock: what has come due is marked and told. */
  | { readonly type: 'look' }
  | Act;

/** What was done to another ticket, and goes on to this one. */
export type FromAnother = { readonly from: TicketId; readonly by: AgentId } & (
  | { readonly type: 'join-incident'; readonly begun: boolean; readonly kind?: Kind | undefined }
  | { readonly type: 'leave-incident' }
  /** Somebody has begun on the incident, and so on this. */
  | { readonly type: 'begin-with-incident' }
  | {
      readonly type: 'answer-with-incident';
      readonly words: Words;
      readonly attachments: readonly Attachment[];
      readonly resolve: boolean;
    }
  | {
      readonly type: 'absorb';
      readonly customer: Customer;
      readonly receivedAt: Instant;
      readonly messages: readonly Message[];
    }
  | { readonly type: 'be-linked' }
);
