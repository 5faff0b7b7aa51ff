import type { Calendar } from './calendar';
import { millisecondsOf } from './duration';
import type { Instant } from './instant';
import { KINDS, type Kind, type KindPolicy, type Policy, type Rule } from './policy';
import { calendarNamed } from './policy-calendar';
import { remembered } from './remembered';

/** What is promised to be done by when. It is stored with the ticket as it was made, because a promise stands. */
export interface Commitment extends Instants {
  readonly kind: Kind;
  readonly basis: Basis;
}

/** The instants of a promise. `warnAt` is ours alone; `managementAt` is there where the kind has a clock to management. */
export interface Instants {
  readonly beginTarget: Instant;
  readonly beginLatest: Instant;
  readonly warnAt: Instant;
  readonly managementAt?: Instant;
}

/** What a promise follows from: with the kind and the policy, all of it can be worked out again. */
export interface Basis {
  /** The policy's version. */
  readonly policy: string;
  readonly from: Instant;
  readonly because: 'received' | 'first-triage' | 'misjudged' | 'new-facts' | 'lowered';
  /** Instants that already stood, or that the customer was told: of two, the earlier stands. */
  readonly noLaterThan?: Partial<Instants>;
}
