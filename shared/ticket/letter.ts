import type { AgentId } from './ids';
import type { Level } from './message';

/** Whom a letter to staff is for; who that is, is looked up when it is sent. */
export type Audience = 'seniors' | 'on-duty' | 'management' | { readonly level: Level } | { readonly agent: AgentId };

/** What is said to somebody; its words are made from the ticket as it was after the commit that owes it. */
export type Letter =
  | { readonly letter: 'acknowledgement' }
  | { readonly letter: 'reply'; readonly message: number }
  | { readonly letter: 'resolution'; readonly message?: number; readonly because?: 'no-answer' }
  | { readonly letter: 'estimate'; readonly message: number; readonly hours: number; readonly validUntil: number }
  | { readonly letter: 'postponement'; readonly reason: string; readonly version?: string }
  | { readonly letter: 'coming-back'; readonly message?: number; readonly until?: number; readonly version?: string }
  /** `last`: if nothing is heard until then, the ticket is closed. */
  | { readonly letter: 'waiting-reminder'; readonly until?: number; readonly last?: boolean }
  /** To a visitor of the chat who has waited: we answer by mail too. */
  | { readonly letter: 'offer-of-mail' }
  | { readonly letter: 'alert'; readonly to: readonly Audience[]; readonly why: AlertReason }
  | { readonly letter: 'warning'; readonly to: readonly Audience[]; readonly latest: number }
  | { readonly letter: 'miss'; readonly to: readonly Audience[]; readonly latest: number }
  | {
      readonly letter: 'management';
      readonly to: readonly Audience[];
      readonly reason?: string;
      readonly by?: AgentId;
      readonly again?: true;
      readonly why?: 'no-senior';
    }
  /** By SMS, to whoever has a number: the number of the ticket, the customer and the kind, and no word of theirs. */
  | { readonly letter: 'text-message'; readonly to: readonly Audience[] };

export type AlertReason =
  | 'new-inquiry'
  | 'new-message'
  | 'assigned'
  | 'handed-over'
  | 'senior-needed'
  | 'waiting-over'
  | 'look-again'
  | 'answer-overdue'
  | 'come-back'
  | 'mail-held'
  | 'undeliverable'
  | 'mail-loop'
  | 'mail-storm'
  | 'suspected'
  | 'senior-called'
  | 'chat-waiting'
  | 'coming-back-near'
  | 'call-back'
  | 'version-overdue'
  | 'customer-reminded';
