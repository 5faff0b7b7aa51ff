import type { Standing } from '../customers/who-is';
import type { Instant } from '../promises/instant';

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
  /** Of the organisation that we know, and whether they are one of its super users (level 1, P11). */
  readonly organisationId?: string;
  readonly standing?: Standing;
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
