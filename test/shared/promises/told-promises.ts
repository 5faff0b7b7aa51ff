import { promiseFor } from '../../../shared/promises/deadlines';
import { defaultPolicy, KINDS, type Kind, policySchema } from '../../../shared/promises/policy';
import { chanceFrom, oneOf } from '../../support/chance';
import { roundTheClock } from './round-the-clock';
import { workedInstants } from './worked-instants';

const SEED = 17;
const RANDOM = 100;
const YEARS = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2033, 0, 1) };

/** What a process in some time zone says. */
export interface Told {
  /** The local time of this process at an instant, which shows that it is where it was put. */
  readonly local: string;
  /** The worked instants, and random ones with how they came about. */
  readonly worked: readonly unknown[];
  readonly random: readonly unknown[];
}

const policies = [defaultPolicy, policySchema.parse(roundTheClock)];

// A program of its own, since a process learns its time zone as it starts.
console.log(JSON.stringify(tell()));

function tell(): Told {
  const chance = chanceFrom(SEED);
  return {
    local: new Date(YEARS.from).toString(),
    worked: workedInstants.map(({ kind, receivedAt }) => instantsFor(kind, receivedAt)),
    random: Array.from({ length: RANDOM }, () => tracedAt(chance)),
  };
}

function instantsFor(kind: Kind, receivedAt: string): unknown {
  const { trace: _, ...instants } = promiseFor(kind, new Date(receivedAt), defaultPolicy);
  return instants;
}

function tracedAt(chance: () => number): unknown {
  const receivedAt = new Date(YEARS.from + Math.floor(chance() * (YEARS.to - YEARS.from)));
  return { receivedAt, ...promiseFor(oneOf(chance, KINDS), receivedAt, oneOf(chance, policies)) };
}
