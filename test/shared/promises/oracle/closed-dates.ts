import type { PolicyFile } from '../../../../shared/promises/policy';
import { dateAfter, datesOfMonth, datesOfWeek, daysFromTo, easterSunday, weekdayOf } from './dates';

type Calendar = PolicyFile['calendars'][string];
type Closure = PolicyFile['closures'][string];
type HolidayRule = Exclude<PolicyFile['holidays'], string>[number];

/** Every date from the first year to the last that closes a calendar, as a list. */
export function closedDates(calendar: Calendar, policy: PolicyFile, dates: readonly string[]): ReadonlySet<string> {
  const years = yearsOf(dates);
  const holidays = calendar.closedOnHolidays ? years.flatMap((year) => holidaysOf(policy.holidays, year)) : [];
  const closures = calendar.closures.flatMap((name) => policy.closures[name] ?? []);
  return new Set([...holidays, ...closures.flatMap((closure) => datesIn(closure, dates))]);
}

// Easter of the year after may close a date of this year.
function yearsOf(dates: readonly string[]): number[] {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => Number(date?.slice(0, 4)));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 2 }, (_, i) => (first ?? 0) + i);
}

const FIXED_IN_NORWAY = ['01-01', '05-01', '05-17', '12-25', '12-26'];
const AFTER_EASTER_IN_NORWAY = [-3, -2, 0, 1, 39, 49, 50];

function holidaysOf(holidays: PolicyFile['holidays'], year: number): string[] {
  if (holidays === 'none') return [];
  if (holidays !== 'norway') return holidays.flatMap((rule) => holidayOf(rule, year));
  const easter = easterSunday(year);
  return [
    ...FIXED_IN_NORWAY.map((day) => `${year}-${day}`),
    ...AFTER_EASTER_IN_NORWAY.map((days) => dateAfter(easter, days)),
  ];
}

// A day that the year does not have is on no list, so it closes nothing.
function holidayOf(rule: HolidayRule, year: number): string[] {
  if ('on' in rule) return [`${year}-${rule.on}`];
  if ('daysAfterEaster' in rule) return [dateAfter(easterSunday(year), rule.daysAfterEaster)];
  const days = datesOfMonth(year, rule.month).filter((date) => weekdayOf(date) === rule.weekday);
  const found = rule.nth > 0 ? days[rule.nth - 1] : days.toReversed()[-rule.nth - 1];
  return found === undefined ? [] : [found];
}

function datesIn(closure: Closure, dates: readonly string[]): string[] {
  if ('weeks' in closure) {
    return Object.entries(closure.weeks).flatMap(([year, weeks]) =>
      weeks.flatMap((week) => datesOfWeek(Number(year), week)),
    );
  }
  if ('dates' in closure) return closure.dates.flatMap(([first, last]) => datesFromTo(first, last));
  const days = daysFromTo(closure.from, closure.to);
  return dates.filter((date) => days.includes(date.slice(5)));
}

function datesFromTo(first: string, last: string): string[] {
  const dates = [first];
  while (dates.at(-1) !== last) dates.push(dateAfter(dates.at(-1) ?? last, 1));
  return dates;
}
