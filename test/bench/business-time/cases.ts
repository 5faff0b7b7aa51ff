import { dayOf } from '../../../shared/promises/days';
import { DAY, type Instant, MINUTE, SECOND } from '../../../shared/promises/instant';
import { chanceFrom, oneOf } from '../../support/chance';
import { supportCalendar, supportHours } from './support-hours';

/** What is asked: `add(from, ms)` and `between(from, to)`. */
export interface Case {
  readonly from: Instant;
  readonly ms: number;
  readonly to: Instant;
}

type Chance = () => number;

const SEED = 2024;

/** Cases of 2024 to 2029, the same each time. */
export function casesOf(count: number): readonly Case[] {
  const chance = chanceFrom(SEED);
  return Array.from({ length: count }, () => {
    const from = oneOf(chance, MOMENTS)(chance);
    return { from, ms: spanAmong(OPEN, chance), to: from + spanAmong(ELAPSED, chance) };
  });
}

const START = Date.UTC(2024, 0, 1);
const END = Date.UTC(2030, 0, 1);

const edges = [...supportCalendar.periodsBetween(START, END)].flatMap(({ start, end }) => [start, end]);
const closed = supportHours.closed.map((date) => dayOf(date) * DAY).filter((day) => day < END);

/** Any second of the years, minutes around opens and closes and in the lunch, and days of holidays, July and romjul. */
const MOMENTS: readonly ((chance: Chance) => Instant)[] = [
  (chance) => START + whole(chance, (END - START) / SECOND) * SECOND,
  (chance) => oneOf(chance, edges) + oneOf(chance, [-1, 0, 1, 15]) * MINUTE,
  (chance) => oneOf(chance, closed) + whole(chance, DAY / MINUTE) * MINUTE,
];

// In minutes, from one to four weeks: of open time, of which a day has 330, and of all time.
const OPEN = [1, 60, 330, 5 * 330, 4 * 5 * 330];
const ELAPSED = [1, 60, 24 * 60, 7 * 24 * 60, 4 * 7 * 24 * 60];

/** Minutes, hours, days and weeks, each as often as the others. */
function spanAmong([first = 0, ...bounds]: readonly number[], chance: Chance): number {
  const spans = bounds.map((most, i) => [bounds[i - 1] ?? first, most] as const);
  const [least, most] = oneOf(chance, spans);
  return (least + whole(chance, most - least)) * MINUTE;
}

const whole = (chance: Chance, below: number): number => Math.floor(chance() * below);
