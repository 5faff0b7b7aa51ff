import { DAY, HOUR, MINUTE } from '../../shared/promises/instant';
import type { WallTime } from './schedule-expression-zone';

/** The values that each field allows, in order. Days of the week are 1 to 7, from Sunday. */
export type Cron = Record<FieldName, number[]>;

type FieldName = (typeof FIELDS)[number]['name'];

interface Field {
  name: string;
  min: number;
  max: number;
  names?: string[];
}

const FIELDS = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'days', min: 1, max: 31 },
  { name: 'months', min: 1, max: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  { name: 'weekdays', min: 1, max: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
  { name: 'years', min: 1970, max: 2199 },
] as const satisfies Field[];

/** Reads the six fields of `cron(minutes hours day-of-month month day-of-week year)`. Throws a RangeError that says what is wrong. */
export function cronOf(text: string): Cron {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length !== FIELDS.length) throw new RangeError('cron has six fields');
  if ((parts[2] === '?') === (parts[4] === '?')) {
    throw new RangeError('one of day-of-month and day-of-week, and not both, is ?');
  }
  const read = FIELDS.map((field, n) => [field.name, valuesOf(parts[n] ?? '', field)]);
  return Object.fromEntries(read) as Cron;
}

/** The local times after one that a cron allows, in order and without end but for the year 2199. */
export function* cronTimes(cron: Cron, after: WallTime): Generator<WallTime> {
  const end = Date.UTC((cron.years.at(-1) ?? 0) + 1, 0);
  for (let day = Math.floor(after / DAY) * DAY; day < end; day += DAY) {
    if (!isDayOf(cron, new Date(day))) continue;
    for (const time of timesOf(cron)) if (day + time > after) yield day + time;
  }
}

const isDayOf = ({ years, months, days, weekdays }: Cron, day: Date) =>
  years.includes(day.getUTCFullYear()) &&
  months.includes(day.getUTCMonth() + 1) &&
  days.includes(day.getUTCDate()) &&
  weekdays.includes(day.getUTCDay() + 1);

const timesOf = ({ hours, minutes }: Cron) =>
  hours.flatMap((hour) => minutes.map((minute) => hour * HOUR + minute * MINUTE));

function valuesOf(text: string, field: Field): number[] {
  const values = text.split(',').flatMap((part) => span(part, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The values of `*`, `?`, `5`, `5-9`, `5/10`, `5-50/10` or `MON-FRI`. */
function span(text: string, field: Field): number[] {
  if (/^(L|LW|\d+[LW])$|#/.test(text)) throw new RangeError('L, W and # are not played locally');
  const [, all, from = '', to, step] = PART.exec(text) ?? [];
  const first = all ? field.min : numberOf(from, field);
  const last = to ? numberOf(to, field) : all || step ? field.max : first;
  const by = Number(step ?? 1);
  if (!(first >= field.min && last <= field.max && first <= last && by > 0)) {
    throw new RangeError(`${field.name} are ${field.min} to ${field.max}, not "${text}"`);
  }
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, n) => first + n * by);
}

const PART = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/;

function numberOf(text: string, { names = [], min }: Field): number {
  return names.includes(text) ? names.indexOf(text) + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
