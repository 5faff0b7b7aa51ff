import type { PolicyFile } from '../../../../shared/promises/policy';
import { dateAfter } from '../oracle/dates';
import type { Period } from '../oracle/open-days';
import type { Oracle } from '../oracle/oracle';
import { CALENDARS } from './random-policies';
import { clocksIn, type Scene } from './scenes';

/** Where something changes, in the years that are asked about. */
export interface Edges {
  readonly from: number;
  readonly to: number;
  readonly periods: readonly Period[];
  /** Periods about clock changes and New Years, and of dates with breaks or hours of their own. */
  readonly specialPeriods: readonly Period[];
  readonly turns: readonly number[];
  readonly midnights: readonly number[];
}

export function edgesOf(scene: Scene, file: PolicyFile, oracle: Oracle): Edges {
  const { turns, dates, instantOf } = clocksIn(scene);
  const from = instantOf(`${scene.years[0]}-01-01`, 0);
  const to = instantOf(`${scene.years[1] + 1}-01-01`, 0);
  const within = (t: number) => from <= t && t <= to;
  const special = specialDates(scene, file);
  const hours = CALENDARS.map((name) => oracle.hoursOf(name));
  const specialDays = hours.flatMap(({ days }) => days.filter(({ date }) => special.has(date)));
  return {
    from,
    to,
    periods: hours.flatMap(({ periods }) => periods.filter(({ start }) => within(start))),
    specialPeriods: specialDays.flatMap(({ periods }) => periods.filter(({ start }) => within(start))),
    turns: turns.filter(within),
    midnights: dates.map((date) => instantOf(date, 0)).filter(within),
  };
}

function specialDates(scene: Scene, { calendars }: PolicyFile): ReadonlySet<string> {
  const { turns, dateAt } = clocksIn(scene);
  const about = [...turns.map(dateAt), ...scene.years.map((year) => `${year}-01-01`)];
  const own = Object.values(calendars).flatMap(({ breaks = {}, specialHours = {} }) => [
    ...Object.keys(breaks),
    ...Object.keys(specialHours),
  ]);
  return new Set([...own, ...about.flatMap((date) => [-1, 0, 1].map((days) => dateAfter(date, days)))]);
}
