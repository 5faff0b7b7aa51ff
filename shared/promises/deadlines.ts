import { commitmentFor } from './commitment';
import type { Instant } from './instant';
import type { Kind, Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { reckoningOf } from './reckoning';
import { type Trace, traceOf } from './trace';

export { type Basis, type Commitment, commitmentFor, type Instants } from './commitment';
export { type Step, type Trace, traceOf } from './trace';

/** A promise as others see it. */
export interface Promised {
  readonly beginTarget: Date;
  readonly beginLatest: Date;
  readonly managementAt?: Date;
  /** How the instants came about; worked out when it is read. */
  readonly trace: Trace;
}

/** What is promised for an inquiry of a kind, from when we received it. */
export function promiseFor(kind: Kind, receivedAt: Date, policy: Policy): Promised {
  const commitment = commitmentFor(kind, receivedAt.getTime(), policy);
  const { beginTarget, beginLatest, managementAt } = commitment;
  return {
    beginTarget: new Date(beginTarget),
    beginLatest: new Date(beginLatest),
    ...(managementAt !== undefined && { managementAt: new Date(managementAt) }),
    get trace() {
      return traceOf(commitment, policy);
    },
  };
}

/** By when somebody has looked at an inquiry and triaged it, closures or not: an internal duty, never a promise. */
export function triageDueFor(receivedAt: Instant, policy: Policy): Instant {
  const { calendar, closeOf } = policy.triageBy;
  return reckoningOf({ closeOf }, calendarNamed(calendar, policy).calendar)(receivedAt);
}
