import type { Commitment } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Kind, Policy } from '../promises/policy';
import type { AgentId, TicketId } from './ids';

export type Channel = 'mail' | 'chat' | 'phone';
export type Level = 2 | 3;
export type Language = 'nb' | 'en';

/** What somebody wrote: whole where it is short, else how it begins and the key under which the whole is kept. */
export interface Words {
  readonly text: string;
  readonly key?: string;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly key: string;
  /** What the HTML of its mail calls it, where that shows it. */
  readonly contentId?: string;
  /** The virus scan gave no clear answer: kept, and not handed out. */
  readonly locked?: true;
}

/** What was noticed about a mail, by the number of the rule that noticed it, in words for an agent. */
export interface Mark {
  readonly rule: number;
  readonly says: string;
}

/** Who writes to us, as far as we know; a chat visitor is answered in the conversation. */
export interface Customer {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly organisation?: string;
  /** Where answers go, if not to the address that they write from. */
  readonly answersTo?: string;
  readonly conversation?: { readonly provider: string; readonly id: string };
}

/** A mail's own ids, so that our answer threads in the customer's client. */
export interface MailIds {
  readonly messageId: string;
  readonly references: readonly string[];
}

export interface CustomerMessage {
  readonly words: Words;
  /** What was quoted below it, folded away and never lost. */
  readonly quoted?: Words;
  readonly attachments: readonly Attachment[];
  readonly receivedAt: Instant;
  readonly mail?: MailIds;
  /** Who a mail is from: the ticket's customer, or whoever else takes part. */
  readonly sender?: { readonly name?: string; readonly email?: string };
  /** Where the raw mail is kept. */
  readonly raw?: string;
  /** Where its HTML is kept as it came. */
  readonly html?: string;
  /** Why the mail could not be read, when it could not: it is attached whole. */
  readonly unreadable?: string;
  /** What kind of mail it was taken for, and why. */
  readonly classed?: { readonly as: MailClass; readonly reason: string };
  readonly marks?: readonly Mark[];
}

/** A person's mail, a machine's, one that came back, one that goes round, one that may harm. */
export type MailClass = 'human' | 'auto' | 'bounce' | 'loop' | 'quarantine';

/** Why a mail waits for an agent to confirm whose words it brings. */
export type Doubt =
  | 'unknown-sender'
  | 'unverified-sender'
  | 'number-alone'
  | 'unproven-agent'
  | 'conversation-moved-on'
  | 'nothing-new'
  | 'locked-files';

/** The acts by which work may begin; which of them do, says the policy. */
export type Beginning = Policy['begunBy'][number];

/** The instants of P16 for what awaits an answer once work has begun: an internal duty, counted apart. */
export interface AnswerDue {
  readonly target: Instant;
  readonly latest: Instant;
}

/** History in the words that a person is shown. The only derived figures are the instants of a promise: once made, it stands. */
export type TicketEvent = { readonly at: Instant } & (
  | {
      readonly type: 'ticket-opened';
      readonly channel: Channel;
      readonly customer: Customer;
      readonly subject: string;
      readonly language: Language;
      readonly receivedAt: Instant;
      readonly commitment: Commitment;
      readonly acknowledged: boolean;
      readonly loggedBy?: AgentId;
      readonly follows?: TicketId;
    }
  | { readonly type: 'ticket-parked'; readonly reason: string }
  | { readonly type: 'ticket-released'; readonly by: AgentId }
  | {
      readonly type: 'message-received';
      readonly message: CustomerMessage;
      readonly answerDue?: AnswerDue;
      /** One of a storm: nobody is alerted to each. */
      readonly ofStorm?: true;
    }
  | {
      readonly type: 'automatic-mail-noted';
      readonly as?: MailClass;
      readonly reason: string;
      readonly words: Words;
      readonly raw?: string;
    }
  /** Shown to agents alone, until one of them confirms it. */
  | { readonly type: 'mail-held'; readonly message: CustomerMessage; readonly doubt: Doubt; readonly agent?: AgentId }
  /** `held` counts the mails that were held, from 0. */
  | { readonly type: 'held-mail-confirmed'; readonly held: number; readonly by: AgentId }
  /** `first`: the one that staff are told of. */
  | { readonly type: 'acknowledgement-withheld'; readonly reason: string; readonly first: boolean }
  | { readonly type: 'storm-gathered'; readonly reason: string }
  | {
      readonly type: 'delivery-failed';
      readonly address: string;
      readonly permanent: boolean;
      /** What the receiving server said. */
      readonly diagnostic: string;
      readonly letter?: string;
      /** Told by a mail that came back, which alerts nobody. */
      readonly byMail?: true;
    }
  | { readonly type: 'complaint-made'; readonly address: string }
  | { readonly type: 'language-set'; readonly language: Language; readonly by: AgentId }
  | { readonly type: 'ticket-assigned'; readonly agent: AgentId; readonly by: AgentId }
  | {
      readonly type: 'work-begun';
      readonly by: AgentId;
      readonly how: Beginning;
      readonly inTime: boolean;
      readonly withinTarget: boolean;
      /** Where it was taken without an answer. */
      readonly answerDue?: AnswerDue;
    }
  | { readonly type: 'ticket-triaged'; readonly kind: Kind; readonly by: AgentId; readonly commitment: Commitment }
  | { readonly type: 'policy-applied'; readonly by: AgentId; readonly commitment: Commitment }
  | { readonly type: 'promise-warned'; readonly latest: Instant }
  | { readonly type: 'promise-missed'; readonly latest: Instant }
  | { readonly type: 'answer-overdue'; readonly latest: Instant }
  | { readonly type: 'management-told'; readonly dueAt: Instant }
  | { readonly type: 'lifted-to-management'; readonly by: AgentId; readonly reason: string }
  | {
      readonly type: 'reply-written';
      readonly by: AgentId;
      readonly words: Words;
      readonly cc: readonly string[];
      readonly attachments?: readonly Attachment[];
    }
  /** P14: the customer is told that we come back as soon as there is a solution. */
  | { readonly type: 'coming-back-promised'; readonly by: AgentId; readonly until: Instant; readonly words?: Words }
  | { readonly type: 'coming-back-due' }
  | { readonly type: 'note-written'; readonly by: AgentId; readonly words: Words }
  | { readonly type: 'handed-over'; readonly to: Level; readonly by: AgentId; readonly reason: string }
  | {
      readonly type: 'waiting-began';
      readonly until: Instant;
      readonly by: AgentId;
      readonly reason: string;
      /** The customer is reminded when the time is up. */
      readonly remind?: true;
    }
  | { readonly type: 'waiting-ended'; readonly why: 'answered' | 'time-is-up'; readonly remind?: true }
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
  | { readonly type: 'fix-postponed'; readonly by: AgentId; readonly reason: string; readonly version?: string }
  | { readonly type: 'look-due' }
  | { readonly type: 'ticket-resolved'; readonly by: AgentId; readonly words?: Words }
  | {
      readonly type: 'ticket-reopened';
      readonly by: AgentId | 'customer';
      readonly reason?: string;
      /** Made anew where nobody had begun, and it was due since. */
      readonly commitment?: Commitment;
    }
);
