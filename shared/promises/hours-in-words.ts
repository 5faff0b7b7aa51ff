import type { Hours } from './calendar-definition';
import { dateOf, dayOf, WEEKDAYS } from './days';
import type { Policy } from './policy';
import { type Language, sayList, sayWeekday } from './say';

type CalendarHours = Policy['calendars'][string];

/** Weekdays that keep the same hours: 'mandag–fredag', 'kl. 09.00–11.30 og 12.00–15.00'. */
interface HoursInWords {
  readonly days: string;
  readonly times: string;
}

interface Manner {
  readonly everyDay: string;
  readonly roundTheClock: string;
  readonly at: (times: string) => string;
  readonly clock: (time: string) => string;
  readonly holidays: string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    everyDay: 'alle dager',
    roundTheClock: 'døgnet rundt',
    at: (times) => `kl. ${times}`,
    clock: (time) => time.replace(':', '.'),
    holidays: 'helligdager',
  },
  en: {
    everyDay: 'every day',
    roundTheClock: 'round the clock',
    at: (times) => times,
    clock: (time) => time,
    holidays: 'public holidays',
  },
};

/** The ordinary week, weekdays of the same hours together; days without hours are left out. */
export function hoursInWords({ hours }: CalendarHours, language: Language): HoursInWords[] {
  const timesBy = WEEKDAYS.map((weekday) => timesInWords(hours[weekday] ?? [], language));
  return [...new Set(timesBy)].filter(Boolean).map((times) => ({
    days: daysInWords(
      [...timesBy.keys()].filter((day) => timesBy[day] === times),
      language,
    ),
    times,
  }));
}

/** 'kl. 09.00–11.30 og 12.00–15.00'; nothing where there are no hours. */
function timesInWords(hours: Hours, language: Language): string {
  const { at, clock, roundTheClock } = MANNERS[language];
  const periods = hours
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([open, close]) => `${clock(open)}–${clock(close)}`);
  if (periods.length === 0) return '';
  return isWholeDay(hours) ? roundTheClock : at(sayList(periods, language));
}

/** What else a calendar closes for, by name: 'helligdager', 'sommerferien', 'romjulen'. */
export function closesForInWords(calendar: CalendarHours, policy: Policy, language: Language): string[] {
  const closures = calendar.closures.flatMap((key) => policy.closures[key]?.name[language] ?? []);
  const closesOnHolidays = calendar.closedOnHolidays && policy.holidays !== 'none';
  return closesOnHolidays ? [MANNERS[language].holidays, ...closures] : closures;
}

/** Whether a calendar is open at any time whatever. */
export function neverCloses(calendar: CalendarHours, policy: Policy): boolean {
  const { hours, breaks = {}, specialHours = {} } = calendar;
  const isExcepted =
    closesForInWords(calendar, policy, 'en').length > 0 || Object.keys({ ...breaks, ...specialHours }).length > 0;
  return !isExcepted && WEEKDAYS.every((weekday) => isWholeDay(hours[weekday] ?? []));
}

const isWholeDay = ([first, ...more]: Hours): boolean =>
  more.length === 0 && first?.[0] === '00:00' && first[1] === '24:00';

/** 'mandag–fredag', 'lørdag og søndag', 'mandag, onsdag–fredag og søndag'. */
function daysInWords(days: readonly number[], language: Language): string {
  if (days.length === WEEKDAYS.length) return MANNERS[language].everyDay;
  const starts = days.filter((day) => !days.includes(day - 1));
  const ends = days.filter((day) => !days.includes(day + 1));
  const runs = starts.flatMap((start, i) => runInWords(start, ends[i] ?? start, language));
  return sayList(runs, language);
}

function runInWords(first: number, last: number, language: Language): string[] {
  const [from, to] = [weekdayName(first, language), weekdayName(last, language)];
  if (first === last) return [from];
  return last - first === 1 ? [from, to] : [`${from}–${to}`];
}

const MONDAY = dayOf('2024-01-01');
const weekdayName = (day: number, language: Language): string => sayWeekday(dateOf(MONDAY + day))[language];
