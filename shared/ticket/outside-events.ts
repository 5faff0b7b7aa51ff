import type { Commitment } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { SuspicionOf } from '../promises/suspicions';
import type { AnswerDue } from './begun';
import type { AgentId, TicketId } from './ids';
import type { Channel, Customer, CustomerMessage, Doubt, Language, MailClass, Words } from './message';

/** What comes to a ticket from outside: from customers, from machines, and from the services that carry what we send. */
export type OutsideEvent =
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
  | {
      readonly type: 'message-received';
      readonly message: CustomerMessage;
      readonly answerDue?: AnswerDue;
      /** One of a storm: nobody is alerted to each. */
      readonly ofStorm?: true;
    }
  /** Words of the customer's that suggest more than a request, before anybody has triaged. They decide nothing. */
  | {
      readonly type: 'suspicion-raised';
      readonly of: SuspicionOf;
      readonly words: readonly string[];
    }
  /** Whoever could not be reached by mail has left an address. */
  | { readonly type: 'address-left'; readonly email: string }
  /** The visitor has gone: from here on we answer by mail, where they left an address. */
  | { readonly type: 'chat-ended' }
  | {
      readonly type: 'automatic-mail-noted';
      readonly as?: MailClass;
      readonly reason: string;
      readonly words: Words;
      readonly raw?: string;
    }
  /** Shown to agents alone, until one of them confirms it. */
  | { readonly type: 'mail-held'; readonly message: CustomerMessage; readonly doubt: Doubt; readonly agent?: AgentId }
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
  | { readonly type: 'complaint-made'; readonly address: string };
