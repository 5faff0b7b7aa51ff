import { deepEqual, equal } from 'node:assert/strict';
import { promiseFor, triageDueFor } from '../../../../shared/promises/deadlines';
import type { Kind, PolicyFile } from '../../../../shared/promises/policy';
import { calendarNamed, closeOfWorkingDayAfter } from '../../../../shared/promises/policy-calendar';
import type { Step } from '../../../../shared/promises/trace';
import type { Clocks } from '../oracle/clocks';
import type { Period } from '../oracle/open-days';
import type { OpenTime } from '../oracle/open-time';
import type { Foretold, KnownHours } from '../oracle/oracle';
import type { Question } from './questions';
import type { World } from './world';

/** Something that holds for every policy and question. */
export interface Claim {
  readonly claim: string;
  /** Throws where it does not hold; false where the answer lies beyond the oracle's years. */
  readonly holds: (world: World, question: Question) => boolean;
}

type Ask = (hours: OpenTime, question: Question) => number | boolean | undefined;

const OPERATIONS: Record<keyof OpenTime, Ask> = {
  isOpen: (hours, { t }) => hours.isOpen(t),
  nextOpen: (hours, { t }) => hours.nextOpen(t),
  previousOpen: (hours, { t }) => hours.previousOpen(t),
  add: (hours, { t, ms }) => hours.add(t, ms),
  subtract: (hours, { t, ms }) => hours.subtract(t, ms),
  between: (hours, { t, u }) => hours.between(t, u),
};

/** What the engine and the oracle have to say alike. */
export const agreements: readonly Claim[] = [
  ...Object.entries(OPERATIONS).map(([name, ask]) => ({
    claim: `the engine and the oracle agree on ${name}`,
    holds: sameAnswer(ask),
  })),
  { claim: 'the engine and the oracle agree on what is promised', holds: samePromise },
  { claim: 'the trace leads to what is promised, by the open periods and closed days of the oracle', holds: sameTrace },
  { claim: 'the engine and the oracle agree on by when an inquiry is triaged', holds: sameTriage },
  { claim: 'the engine and the oracle agree on the close of the n-th working day', holds: sameWorkingDay },
];

function sameAnswer(ask: Ask): Claim['holds'] {
  return ({ policy, oracle }, question) => {
    const counted = ask(oracle.hoursOf(question.calendar), question);
    if (counted === undefined) return false;
    equal(ask(calendarNamed(question.calendar, policy).calendar, question), counted);
    return true;
  };
}

function samePromise({ policy, oracle }: World, { kind, t }: Question): boolean {
  const foretold = oracle.promised(kind, t);
  if (!isWhole(foretold)) return false;
  const { trace: _, ...instants } = promiseFor(kind, new Date(t), policy);
  deepEqual(Object.fromEntries(Object.entries(instants).map(([name, at]) => [name, Number(at)])), foretold);
  return true;
}

const isWhole = (foretold: Foretold): boolean => Object.values(foretold).every((instant) => instant !== undefined);

function sameTrace(world: World, { kind, t }: Question): boolean {
  if (!isWhole(world.oracle.promised(kind, t))) return false;
  const { trace, ...promised } = promiseFor(kind, new Date(t), world.policy);
  equal(trace.steps.length, Object.keys(promised).length);
  for (const step of trace.steps) {
    equal(step.to, promised[step.instant]?.getTime());
    equal(step.from, t);
  }
  return trace.steps.every((step) => sameStep(step, world, kind));
}

function sameStep(step: Step, { file, oracle }: World, kind: Kind): boolean {
  const [rule, name] = ruleOf(step, file.kinds[kind]);
  const ruled = oracle.follow(rule, name, step.from);
  if (ruled === undefined) return false;
  const hours = oracle.hoursOf(name);
  const counted = 'within' in rule ? hours.periodsBetween(step.from, ruled) : dayThatClosesAt(ruled, hours);
  const closed = hours.closedDates(
    oracle.clocks.dateAt(step.from),
    oracle.clocks.dateAt(Math.max(ruled, step.to ?? ruled) - 1),
  );
  equal(step.ruled, ruled);
  equal(step.calendar, name);
  deepEqual(joined(step.counted), joined(counted));
  deepEqual(datesOf(step.closed, oracle.clocks), closed);
  return true;
}

type KindFile = PolicyFile['kinds'][Kind];

function ruleOf({ instant }: Step, { calendar, target, latest, management }: KindFile): [KindFile['latest'], string] {
  if (instant === 'beginTarget') return [target, calendar];
  if (instant === 'beginLatest') return [latest, calendar];
  if (!management) throw new Error('A kind without a clock to management has no step for it.');
  return [{ within: management.openTime }, management.calendar];
}

// A date that was skipped did not happen, so whether it is named among the closed ones is all one.
const datesOf = (closed: Step['closed'], { dates }: Clocks): string[] =>
  closed.map(({ date }) => date).filter((date) => dates.includes(date));

const dayThatClosesAt = (close: number, { days }: KnownHours): readonly Period[] =>
  days.find(({ periods }) => periods.at(-1)?.end === close)?.periods ?? [];

/** Where two periods touch is of no consequence. */
function joined(periods: readonly Period[]): number[] {
  const edges = periods.flatMap(({ start, end }) => [start, end]);
  return edges.filter((edge, i) => edge !== edges[i - 1] && edge !== edges[i + 1]);
}

function sameTriage({ file, policy, oracle }: World, { t }: Question): boolean {
  const { calendar, closeOf } = file.triageBy;
  const due = oracle.follow({ closeOf }, calendar, t);
  if (due === undefined) return false;
  equal(triageDueFor(t, policy), due);
  return true;
}

function sameWorkingDay({ file, policy, oracle }: World, { t, ms }: Question): boolean {
  const days = 1 + (ms % 20);
  const close = oracle.hoursOf(file.workingDays).closeOfOpenDayAfter(t, days);
  if (close === undefined) return false;
  equal(closeOfWorkingDayAfter(t, days, policy), close);
  return true;
}
