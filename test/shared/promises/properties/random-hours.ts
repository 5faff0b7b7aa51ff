import * as fc from 'fast-check';
import { type PolicyFile, WEEKDAYS } from '../../../../shared/promises/policy';
import { dateAfter } from '../oracle/dates';
import { clocksIn, type Scene } from './scenes';

type Calendar = Omit<PolicyFile['calendars'][string], 'name'>;
type Hours = [open: string, close: string][];

const MINUTES_OF_DAY = 1440;

const minute = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, MINUTES_OF_DAY) },
  { weight: 4, arbitrary: fc.nat(MINUTES_OF_DAY / 15).map((quarter) => 15 * quarter) },
  { weight: 2, arbitrary: fc.nat(MINUTES_OF_DAY) },
);

/** Up to four periods of a day, some of them touching. */
const hours: fc.Arbitrary<Hours> = fc.uniqueArray(minute, { maxLength: 7 }).chain((minutes) => {
  const times = minutes.toSorted((a, b) => a - b).map(timeOf);
  const periods = times.slice(1).map((close, i): [string, string] => [times[i] ?? close, close]);
  return fc.subarray(periods, { maxLength: Math.min(4, periods.length) });
});

const openHours = hours.filter((periods) => periods.length > 0);

export function calendarIn(scene: Scene, closures: readonly string[]): fc.Arbitrary<Calendar> {
  const byDate = fc.dictionary(dateIn(scene), hours, { maxKeys: 12 });
  const weekdays = fc.tuple(openHours, fc.array(hours, { minLength: 6, maxLength: 6 }));
  return fc.record({
    hours: weekdays.map(([monday, others]) =>
      Object.fromEntries(WEEKDAYS.map((weekday, i) => [weekday, others[i - 1] ?? monday])),
    ),
    closedOnHolidays: fc.boolean(),
    closures: fc.subarray([...closures]),
    breaks: byDate,
    specialHours: byDate,
  });
}

/** Any date of the scene, often one about which the clocks are moved or a New Year. */
export function dateIn(scene: Scene): fc.Arbitrary<string> {
  const { dates, turns, dateAt } = clocksIn(scene);
  const [first, last] = scene.years;
  const special = [...turns.map(dateAt), `${first}-01-01`, `${last}-01-01`, `${last}-12-31`];
  const around = fc.constantFrom(...special.flatMap((date) => [-1, 0, 1].map((days) => dateAfter(date, days))));
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...dates) }, { weight: 1, arbitrary: around });
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
