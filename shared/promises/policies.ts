import type { Instant } from './instant';
import type { Policy } from './policy';
import { zoneOf } from './zone';

/** The versions of the promise side by side: what was promised under one is kept by it, until another is applied. */
export interface Policies {
  /** Oldest first. */
  readonly versions: readonly Policy[];
  /** The version that has taken effect last; before the first has, the first. */
  inForce(at: Instant): Policy;
  named(version: string): Policy | undefined;
}

/** @throws {RangeError} where there is no version, or two that cannot be told apart. */
export function policiesOf(versions: readonly Policy[]): Policies {
  const sorted = versions.toSorted((a, b) => takesEffectAt(a) - takesEffectAt(b));
  const [first] = sorted;
  if (!first) throw new RangeError('There is no version of the promise. Write one.');
  refuseTwins(sorted);
  const byVersion = new Map(sorted.map((policy) => [policy.version, policy]));
  return {
    versions: sorted,
    inForce: (at) => sorted.findLast((policy) => takesEffectAt(policy) <= at) ?? first,
    named: (version) => byVersion.get(version),
  };
}

/** The beginning of the day from which the version is in force, by its own clock. */
const takesEffectAt = ({ effectiveFrom, timeZone }: Policy): Instant =>
  zoneOf(timeZone).instantOf(effectiveFrom, '00:00');

function refuseTwins(sorted: readonly Policy[]): void {
  for (const [i, { version, effectiveFrom }] of sorted.entries()) {
    const others = sorted.slice(i + 1);
    if (others.some((other) => other.version === version))
      throw new RangeError(`Two versions of the promise are called “${version}”. Give each a name of its own.`);
    if (others.some((other) => other.effectiveFrom === effectiveFrom))
      throw new RangeError(`Two versions of the promise take effect on ${effectiveFrom}. Only one can.`);
  }
}
