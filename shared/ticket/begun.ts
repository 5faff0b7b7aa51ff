import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';

/** The acts by which work may begin; which of them do, says the policy. */
export type Beginning = Policy['begunBy'][number];

/** The instants of P16 for what awaits an answer once work has begun: an internal duty, counted apart. */
export interface AnswerDue {
  readonly target: Instant;
  readonly latest: Instant;
}
