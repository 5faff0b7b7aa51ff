import * as fc from 'fast-check';
import { type PolicyFile, WEEKDAYS } from '../../../../shared/promises/policy';
import { dateAfter, datesOfWeek } from '../oracle/dates';
import { dateIn } from './random-hours';
import type { Scene } from './scenes';

type Closure = PolicyFile['closures'][string];

const name = fc.constant({ nb: 'navn', en: 'name' });

/** A day of every year, the 29th of February too. */
const monthAndDay = fc.nat(365).map((days) => dateAfter('2024-01-01', days).slice(5));

/** Weeks of the years, the same days of every year, or dates; never so long that a year has no open day. */
export function closureIn(scene: Scene): fc.Arbitrary<Closure> {
  const everyYear = fc
    .tuple(monthAndDay, fc.nat(40))
    .map(([from, days]) => ({ from, to: dateAfter(`2024-${from}`, days).slice(5) }));
  const range = fc
    .tuple(dateIn(scene), fc.nat(20))
    .map(([first, days]): [string, string] => [first, dateAfter(first, days)]);
  return fc.oneof(
    fc.record({ name, weeks: weeksIn(scene) }),
    fc.tuple(name, everyYear).map(([name, closed]) => ({ name, ...closed })),
    fc.record({ name, dates: fc.array(range, { maxLength: 3 }) }),
  );
}

function weeksIn({ years: [first, last] }: Scene): fc.Arbitrary<Record<string, number[]>> {
  const years = Array.from({ length: last - first + 3 }, (_, i) => first - 1 + i);
  const weeks = years.map((year) => [
    year,
    fc.uniqueArray(fc.integer({ min: 1, max: lastWeekOf(year) }), { maxLength: 4 }),
  ]);
  return fc.record(Object.fromEntries(weeks));
}

// Week 53 is there where its Thursday still belongs to the year.
const lastWeekOf = (year: number): number => (datesOfWeek(year, 53)[3]?.startsWith(`${year}`) ? 53 : 52);

const holiday = fc.oneof(
  fc.record({ name, on: monthAndDay }),
  // Further back than 80 days, Easter may reach into the year before.
  fc.record({ name, daysAfterEaster: fc.integer({ min: -80, max: 200 }) }),
  fc.record({
    name,
    nth: fc.constantFrom(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5),
    weekday: fc.constantFrom(...WEEKDAYS),
    month: fc.integer({ min: 1, max: 12 }),
  }),
);

export const holidays: fc.Arbitrary<PolicyFile['holidays']> = fc.oneof(
  fc.constantFrom('norway' as const, 'none' as const),
  fc.array(holiday, { maxLength: 12 }),
);
