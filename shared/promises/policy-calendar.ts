import { type Calendar, calendarOf } from './calendar';
import { dayOf, WEEKDAYS, weekdayOf, yearOf } from './days';
import { type Holiday, type Holidays, holidaysBy, norwegianHolidays } from './holidays';
import type { Instant, LocalDate } from './instant';
import { yearAndWeekOf } from './iso-week';
import type { Closure, Policy } from './policy';
import { remembered } from './remembered';
import { type Language, sayList, sayWeekday, sayWeeks, type Words } from './say';

/** Why a date is closed: 'skjærtorsdag', 'uke 29 og 30', 'romjulen', 'lørdag'. */
export interface DayOff extends Words {
  readonly because: 'holiday' | 'weeks' | 'dates' | 'weekday' | 'special-hours';
}

/** Whether a date is closed by the vendor's own choice of days, and not by the week or the law. */
export const isClosure = (because: DayOff['because']): boolean => because === 'weeks' || because === 'dates';

/** A calendar of the policy, which knows what its closed days are called. */
export interface PolicyCalendar {
  readonly key: string;
  readonly name: Words;
  readonly calendar: Calendar;
  /** Why a date is closed; undefined where it is open. */
  dayOff(date: LocalDate): DayOff | undefined;
  /** Whether the date's weekday is open in an ordinary week. */
  isWeekday(date: LocalDate): boolean;
}

type Reason = (date: LocalDate) => DayOff | undefined;

/** The calendars of a policy by name, made once for each policy. */
export const calendarsOf = remembered(
  (policy: Policy): Readonly<Record<string, PolicyCalendar>> =>
    Object.fromEntries(
      Object.entries(policy.calendars).map(([key, hours]) => [key, policyCalendar(key, hours, policy)]),
    ),
  new WeakMap(),
);

/** @throws {RangeError} where the policy has no such calendar. */
export function calendarNamed(name: string, policy: Policy): PolicyCalendar {
  const calendar = calendarsOf(policy)[name];
  if (!calendar) throw new RangeError(`Policy ${policy.version} has no calendar named “${name}”.`);
  return calendar;
}

/** The close of the n-th working day after the local date of an instant. */
export function closeOfWorkingDayAfter(t: Instant, days: number, policy: Policy): Instant {
  const { calendar } = calendarNamed(policy.workingDays, policy);
  return calendar.closeAfter(calendar.dateOf(t), days);
}

function policyCalendar(key: string, written: Policy['calendars'][string], policy: Policy): PolicyCalendar {
  const { name, hours, breaks = {}, specialHours = {} } = written;
  const closedBy = firstOf(closingsOf(written, policy));
  const calendar = calendarOf(
    { timeZone: policy.timeZone, hours, breaks, specialHours },
    (date) => closedBy(date) !== undefined,
  );
  const openWeekdays = WEEKDAYS.map((weekday) => (hours[weekday] ?? []).length > 0);
  const isWeekday = (date: LocalDate) => openWeekdays[weekdayOf(dayOf(date))] ?? false;
  const dayOff = (date: LocalDate): DayOff | undefined => {
    if (calendar.closeOn(date) !== undefined) return undefined;
    return closedBy(date) ?? (isWeekday(date) ? SPECIAL : { because: 'weekday', ...sayWeekday(date) });
  };
  return { key, name, calendar, dayOff, isWeekday };
}

const SPECIAL: DayOff = { because: 'special-hours', nb: 'stengt denne dagen', en: 'closed that day' };

/** The public holidays of a policy, whether or not a calendar closes on them. */
export function holidaysOf({ holidays }: Policy): Holidays {
  if (holidays === 'norway') return norwegianHolidays;
  return holidaysBy(holidays === 'none' ? [] : holidays);
}

function closingsOf({ closedOnHolidays, closures }: Policy['calendars'][string], policy: Policy): Reason[] {
  const holidays = closedOnHolidays ? [onHoliday(holidaysOf(policy))] : [];
  const named = closures.flatMap((name) => policy.closures[name] ?? []);
  return [...holidays, ...named.map(duringClosure)];
}

const firstOf =
  (reasons: readonly Reason[]): Reason =>
  (date) => {
    for (const reason of reasons) {
      const found = reason(date);
      if (found) return found;
    }
    return undefined;
  };

function onHoliday(holidays: Holidays): Reason {
  const offIn = remembered(
    (year: number) => new Map(holidays(year).map(({ date }) => [date, offOn(date, holidays(year))])),
  );
  return (date) => offIn(yearOf(dayOf(date))).get(date);
}

function offOn(date: LocalDate, holidays: readonly Holiday[]): DayOff {
  const names = holidays.filter((holiday) => holiday.date === date).map(({ name }) => name);
  const said = (language: Language) =>
    sayList(
      names.map((name) => name[language]),
      language,
    );
  return { because: 'holiday', nb: said('nb'), en: said('en') };
}

function duringClosure(closure: Closure): Reason {
  if ('weeks' in closure) return (date) => duringWeeks(date, closure.weeks);
  const off: DayOff = { because: 'dates', ...closure.name };
  const isClosed = 'dates' in closure ? onDates(closure) : everyYear(closure);
  return (date) => (isClosed(date) ? off : undefined);
}

function duringWeeks(date: LocalDate, weeks: Readonly<Record<string, readonly number[]>>): DayOff | undefined {
  const { year, week } = yearAndWeekOf(dayOf(date));
  const closed = weeks[year] ?? [];
  return closed.includes(week) ? { because: 'weeks', ...sayWeeks(closed) } : undefined;
}

const onDates =
  ({ dates }: Extract<Closure, { dates: unknown }>) =>
  (date: LocalDate): boolean =>
    dates.some(([first, last]) => first <= date && date <= last);

const everyYear =
  ({ from, to }: Extract<Closure, { from: unknown }>) =>
  (date: LocalDate): boolean =>
    isWithin(date.slice(5), from, to);

// A closure over the New Year begins later in the year than it ends.
const isWithin = (day: string, from: string, to: string): boolean =>
  from <= to ? from <= day && day <= to : from <= day || day <= to;
