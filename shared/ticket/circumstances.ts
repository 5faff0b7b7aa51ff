import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import type { Policy } from '../promises/policy';
import type { Release } from '../promises/releases';
import type { Workforce } from './roster';
import type { OpenedTicket } from './ticket';

/** What a decision may depend on besides the ticket: the desk's clock, the promise in its versions, who works here and when, and what is planned. */
export interface Circumstances extends Workforce {
  readonly now: Instant;
  readonly policies: Policies;
  /** The calendar of releases (P7). */
  readonly releases: readonly Release[];
}

/** The same with the one version of the promise that the ticket is held to. */
export interface Terms extends Circumstances {
  readonly policy: Policy;
}

/**
 * The version of the promise that a ticket is held to: the one in force when it arrived, or the one applied to it since.
 * Where somebody has thrown that version away, the one in force then.
 */
export const heldTo = ({ commitment, receivedAt }: OpenedTicket, policies: Policies): Policy =>
  policies.named(commitment.basis.policy) ?? policies.inForce(receivedAt);
