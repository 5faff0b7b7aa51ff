/** Why the desk refuses an act. A new reason does not compile until the edge has an answer for it. */
export type RefusalReason =
  | 'no-such-ticket'
  | 'no-such-agent'
  | 'no-such-report'
  | 'no-such-path'
  | 'not-signed-in'
  | 'not-allowed'
  | 'bad-request'
  | 'too-large'
  | 'in-the-future'
  | 'in-the-past'
  | 'conversation-moved-on'
  | 'already-resolved'
  | 'not-resolved'
  | 'not-parked'
  | 'no-such-version'
  | 'no-such-mail'
  | 'breaks-maintenance-limit'
  | 'already-at-level'
  | 'senior-needed'
  | 'answers-missing'
  | 'not-suspected'
  | 'not-escalated'
  | 'call-back-missing'
  | 'no-such-message'
  | 'same-ticket'
  | 'merged'
  | 'mail-held'
  | 'promised'
  | 'taken'
  | 'no-incident'
  | 'leads-incident'
  | 'part-of-incident'
  | 'only-minor-errors-wait'
  | 'parked'
  | 'unreachable';

/** What the domain refuses: told to the person, with the reason and what to do instead; nothing has changed. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(reason: RefusalReason, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.reason = reason;
    this.details = details;
  }
}
