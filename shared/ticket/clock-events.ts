import type { Instant } from '../promises/instant';
import type { AgentId } from './ids';

/** What the clock brings, which nobody does. */
export type ClockEvent =
  | { readonly type: 'promise-warned'; readonly latest: Instant }
  | { readonly type: 'promise-missed'; readonly latest: Instant }
  /** On each working day after the miss, until somebody has begun. */
  | { readonly type: 'promise-still-missed'; readonly latest: Instant }
  | { readonly type: 'answer-overdue'; readonly latest: Instant }
  /** P8: the alarm goes out, and on until a senior takes it. `attempt` counts from 0; nobody was there where it names none. */
  | { readonly type: 'senior-called'; readonly agents: readonly AgentId[]; readonly attempt: number }
  /**
   * P8: at the instant, again on each working day until somebody has acknowledged it (`again`), and at once where no
   * senior is there to call, or none of them has answered.
   */
  | { readonly type: 'management-told'; readonly dueAt: Instant; readonly again?: true; readonly why?: 'no-senior' }
  | { readonly type: 'chat-kept-waiting'; readonly since: Instant }
  /** Soon we have to come back, as we have said (P14). */
  | { readonly type: 'coming-back-near'; readonly until: Instant }
  /** The instant has come, and we had not come back: that promise is broken. */
  | { readonly type: 'coming-back-due' }
  | { readonly type: 'call-back-due' }
  /** The version's day has gone by, and it is not out. */
  | { readonly type: 'version-overdue'; readonly version: string }
  /** The customer is reminded that it is they whom we wait for, until then. `last`: then it is closed. */
  | { readonly type: 'customer-reminded'; readonly count: number; readonly until: Instant; readonly last: boolean }
  | { readonly type: 'waiting-ended'; readonly why: 'answered' | 'time-is-up'; readonly remind?: true }
  | { readonly type: 'look-due' };
