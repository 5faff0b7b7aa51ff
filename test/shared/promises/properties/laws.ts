import { equal, ok } from 'node:assert/strict';
import type { Calendar } from '../../../../shared/promises/calendar';
import { type Promised, promiseFor } from '../../../../shared/promises/deadlines';
import { calendarNamed } from '../../../../shared/promises/policy-calendar';
import type { Claim } from './agreements';
import type { Question } from './questions';
import { furtherPolicyOf, type World } from './world';

const DAY = 86_400_000;

/** What has to hold of open time and promises, whatever the policy. */
export const laws: readonly Claim[] = [
  { claim: 'between undoes add', holds: forCalendar(betweenUndoesAdd) },
  { claim: 'between undoes subtract', holds: forCalendar(betweenUndoesSubtract) },
  { claim: 'add undoes between: to the instant, or to the last close before it', holds: forCalendar(addUndoesBetween) },
  {
    claim: 'subtract undoes between: to the instant, or to the next opening after it',
    holds: forCalendar(subtractUndoesBetween),
  },
  { claim: 'subtract mirrors add', holds: forCalendar(subtractMirrorsAdd) },
  { claim: 'from later on, add ends no sooner', holds: forCalendar(addGrowsWithTime) },
  { claim: 'more open time ends later', holds: forCalendar(addGrowsWithAmount) },
  { claim: 'what fills open periods exactly ends at a close', holds: fillsPeriods },
  { claim: 'a further closed date makes nothing earlier, and no open time longer', holds: closesNothingSooner },
];

type Holds = (calendar: Calendar, question: Question) => void;

function forCalendar(holds: Holds): Claim['holds'] {
  return ({ policy }, question) => {
    holds(calendarNamed(question.calendar, policy).calendar, question);
    return true;
  };
}

function betweenUndoesAdd({ add, between }: Calendar, { t, ms }: Question): void {
  equal(between(t, add(t, ms)), ms);
}

function betweenUndoesSubtract({ subtract, between }: Calendar, { t, ms }: Question): void {
  equal(between(subtract(t, ms), t), ms);
}

function addUndoesBetween({ add, between, nextOpen, ...calendar }: Calendar, question: Question): void {
  const [t, u] = inOrder(question);
  const open = between(t, u);
  equal(add(t, open), open === 0 ? nextOpen(t) : lastReached(u, calendar));
}

// An opening is not reached: a sum that fits exactly has ended at the close before it.
const lastReached = (t: number, { isOpen, previousOpen }: Pick<Calendar, 'isOpen' | 'previousOpen'>): number =>
  isOpen(t - 1) ? t : previousOpen(t - 1);

function subtractUndoesBetween({ subtract, between, nextOpen, previousOpen }: Calendar, question: Question): void {
  const [t, u] = inOrder(question);
  const open = between(t, u);
  equal(subtract(u, open), open === 0 ? previousOpen(u) : nextOpen(t));
}

function subtractMirrorsAdd({ add, subtract, nextOpen, ...calendar }: Calendar, { t, ms }: Question): void {
  if (ms === 0) return;
  equal(subtract(add(t, ms), ms), nextOpen(t));
  equal(add(subtract(t, ms), ms), lastReached(t, calendar));
}

function addGrowsWithTime({ add }: Calendar, question: Question): void {
  const [t, u] = inOrder(question);
  ok(add(t, question.ms) <= add(u, question.ms));
}

function addGrowsWithAmount({ add, between }: Calendar, { t, u, ms }: Question): void {
  const more = 1 + between(t, u);
  ok(add(t, ms) < add(t, ms + more));
}

const inOrder = ({ t, u }: Question): readonly [number, number] => (t <= u ? [t, u] : [u, t]);

function fillsPeriods({ policy, oracle }: World, { t, ms, calendar }: Question): boolean {
  const { add, subtract } = calendarNamed(calendar, policy).calendar;
  const whole = oracle
    .hoursOf(calendar)
    .periodsBetween(t, t + 60 * DAY)
    .slice(0, -1);
  const filled = whole.slice(0, 1 + (ms % 12));
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last) return false;
  const open = filled.reduce((sum, { start, end }) => sum + end - start, 0);
  equal(add(first.start, open), last.end);
  equal(subtract(last.end, open), first.start);
  return true;
}

function closesNothingSooner(world: World, asked: Question): boolean {
  const question = aboutTheFurtherDate(asked, world);
  const { t, ms, kind, calendar } = question;
  const [before, after] = [world.policy, furtherPolicyOf(world)];
  const open = calendarNamed(calendar, before).calendar;
  const less = calendarNamed(calendar, after).calendar;
  ok(less.between(...inOrder(question)) <= open.between(...inOrder(question)));
  ok(less.add(t, ms) >= open.add(t, ms));
  ok(less.subtract(t, ms) <= open.subtract(t, ms));
  dueNoSooner(promiseFor(kind, new Date(t), after), promiseFor(kind, new Date(t), before));
  return true;
}

function dueNoSooner(after: Promised, before: Promised): void {
  ok(after.beginTarget >= before.beginTarget);
  ok(after.beginLatest >= before.beginLatest);
  ok(Number(after.managementAt ?? 0) >= Number(before.managementAt ?? 0));
}

// Moved by whole weeks into the one that ends with the date, so that it is of consequence.
function aboutTheFurtherDate(question: Question, { written, oracle }: World): Question {
  const end = oracle.clocks.instantOf(written.further, 24 * 60);
  const shift = 7 * DAY * Math.floor((end - question.t) / (7 * DAY));
  return { ...question, t: question.t + shift, u: question.u + shift };
}
