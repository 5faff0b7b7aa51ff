import type { Commitment } from '../promises/deadlines';
import type { Instant, LocalDate } from '../promises/instant';
import type { Kind } from '../promises/policy';
import type { Answers } from '../promises/triage';
import type { AnswerDue, Beginning } from './begun';
import type { AgentId, TicketId } from './ids';
import type { Attachment, Customer, Language, Level, Words } from './message';
import type { Message } from './opened-ticket';

/** Who does what no person has done: the roster's assignments, and what the promise says happens by itself. */
export type Doer = AgentId | 'desk';

/** What people at work do to a ticket, and what follows from it. */
export type WorkEvent =
  | { readonly type: 'ticket-released'; readonly by: AgentId }
  /** `held` counts the mails that were held, from 0. */
  | { readonly type: 'held-mail-confirmed'; readonly held: number; readonly by: AgentId }
  | { readonly type: 'language-set'; readonly language: Language; readonly by: AgentId }
  | { readonly type: 'suspicion-dismissed'; readonly by: AgentId; readonly reason: string }
  | { readonly type: 'ticket-assigned'; readonly agent: AgentId; readonly by: Doer }
  /** P8: a senior has taken it, and the alarm ends. */
  | { readonly type: 'senior-took-over'; readonly by: AgentId }
  | {
      readonly type: 'work-begun';
      readonly by: AgentId;
      readonly how: Beginning;
      readonly inTime: boolean;
      readonly withinTarget: boolean;
      /** Where it was taken without an answer. */
      readonly answerDue?: AnswerDue;
    }
  | {
      readonly type: 'ticket-triaged';
      readonly kind: Kind;
      readonly by: AgentId;
      readonly commitment: Commitment;
      /** What was answered to the questions of P2, and the clause by which that decided; nothing where the kind was said. */
      readonly answers?: Answers;
      readonly clause?: string;
    }
  | { readonly type: 'policy-applied'; readonly by: AgentId; readonly commitment: Commitment }
  | { readonly type: 'lifted-to-management'; readonly by: AgentId; readonly reason: string }
  | { readonly type: 'escalation-acknowledged'; readonly by: AgentId }
  | {
      readonly type: 'reply-written';
      readonly by: AgentId;
      readonly words: Words;
      readonly cc: readonly string[];
      readonly attachments?: readonly Attachment[];
      /** Said to all tickets of the incident. */
      readonly toAll?: true;
    }
  | {
      readonly type: 'call-logged';
      readonly by: AgentId;
      readonly direction: 'in' | 'out';
      readonly answered: boolean;
      readonly minutes?: number;
      readonly words?: Words;
      /** When somebody calls (again). */
      readonly callBackAt?: Instant;
    }
  /** P14: the customer is told that we come back as soon as there is a solution, by an instant or with a version. */
  | {
      readonly type: 'coming-back-promised';
      readonly by: AgentId;
      readonly until?: Instant;
      readonly version?: string;
      readonly words?: Words;
    }
  | { readonly type: 'note-written'; readonly by: AgentId; readonly words: Words }
  /** `contact`: whom of level 2 the customer has to do with from then on. */
  | {
      readonly type: 'handed-over';
      readonly to: Level;
      readonly by: AgentId;
      readonly reason: string;
      readonly contact?: AgentId;
    }
  | {
      readonly type: 'waiting-began';
      readonly until: Instant;
      readonly by: AgentId;
      readonly reason: string;
      /** The customer is reminded when the time is up. */
      readonly remind?: true;
    }
  | {
      readonly type: 'time-logged';
      readonly by: AgentId;
      readonly minutes: number;
      readonly level: Level;
      readonly what: string;
      readonly workedAt: Instant;
    }
  | {
      readonly type: 'estimate-given';
      readonly by: AgentId;
      readonly hours: number;
      readonly words: Words;
      readonly validUntil: Instant;
    }
  /** P7: the version that is to bring the fix, and the day on which it is planned to be out. */
  | { readonly type: 'fix-tied'; readonly version: string; readonly date: LocalDate; readonly by: Doer }
  | {
      readonly type: 'fix-postponed';
      readonly by: AgentId;
      readonly reason: string;
      readonly version?: string;
      readonly date?: LocalDate;
    }
  | {
      readonly type: 'ticket-resolved';
      readonly by: Doer;
      readonly words?: Words;
      /** Where nobody solved it: the customer was asked, and reminded, and has not answered. */
      readonly because?: 'no-answer';
      /** Said to all tickets of the incident. */
      readonly toAll?: true;
    }
  | {
      readonly type: 'ticket-reopened';
      readonly by: AgentId | 'customer';
      readonly reason?: string;
      /** Made anew where nobody had begun, and it was due since. */
      readonly commitment?: Commitment;
    }
  /** What stood there is erased; that it was done is all that is left. Counted from 0, a file by its place in the message. */
  | {
      readonly type: 'message-redacted';
      readonly message: number;
      readonly attachment?: number;
      readonly by: AgentId;
      readonly reason: string;
    }
  /** From here on it is another's: what comes in goes there. */
  | { readonly type: 'ticket-merged'; readonly into: TicketId; readonly by: AgentId }
  | {
      readonly type: 'ticket-absorbed';
      readonly ticket: TicketId;
      readonly by: AgentId;
      readonly customer: Customer;
      readonly messages: readonly Message[];
      /** Where the other was received before: the earlier promise stands. */
      readonly commitment?: Commitment;
      /** Where work has begun here, and a message of the other awaits an answer. */
      readonly answerDue?: AnswerDue;
    }
  | { readonly type: 'ticket-linked'; readonly to: TicketId; readonly by: AgentId }
  /** The ticket leads an incident: one cause, and one clock for all that are attached. */
  | { readonly type: 'incident-declared'; readonly title: string; readonly by: AgentId }
  | {
      readonly type: 'tickets-attached';
      readonly tickets: readonly TicketId[];
      readonly by: AgentId;
      /** When the first of them was received, from which the one clock runs. */
      readonly firstReceivedAt: Instant;
      readonly commitment?: Commitment;
    }
  | { readonly type: 'ticket-detached'; readonly ticket: TicketId; readonly by: AgentId }
  | { readonly type: 'incident-published'; readonly words: Words; readonly by: AgentId }
  | { readonly type: 'incident-withdrawn'; readonly by: AgentId }
  | { readonly type: 'incident-joined'; readonly lead: TicketId; readonly by: AgentId }
  /** On its own again; where nobody had begun, promised anew from then. */
  | { readonly type: 'incident-left'; readonly by: AgentId; readonly commitment?: Commitment };
