import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Staff } from './staff';

/** What a decision may depend on besides the ticket: the desk's clock, the promise in force, and who works here. */
export interface Circumstances {
  readonly now: Instant;
  readonly policy: Policy;
  readonly staff: Staff;
}
