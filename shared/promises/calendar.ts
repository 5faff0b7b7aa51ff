import { type CalendarDefinition, readDefinition } from './calendar-definition';
import { type Day, dateOf, dayOf, FIRST_YEAR, firstDayOf, LAST_YEAR, yearOf } from './days';
import { DAY, type Instant, type LocalDate } from './instant';
import { add, between, isOpen, nextOpen, type OpenYears, periodsBetween, previousOpen, subtract } from './open-time';
import { at, type OpenPeriod, type OpenYear, openYearFrom } from './open-year';
import { scheduleOf } from './schedule';
import { type Zone, zoneOf } from './zone';

export type { CalendarDefinition } from './calendar-definition';
export type { OpenPeriod } from './open-year';

/**
 * Open time, from 1970 to 2199; instants and durations in epoch milliseconds. Open periods are half-open.
 * Whatever would have to look outside those years throws a RangeError.
 */
export interface Calendar {
  isOpen(t: Instant): boolean;
  /** After so much open time. A sum that fits exactly ends at the close; `add(t, 0)` is `nextOpen(t)`. */
  add(t: Instant, ms: number): Instant;
  /** So much open time before. A sum that fits exactly ends at the opening; `subtract(t, 0)` is `previousOpen(t)`. */
  subtract(t: Instant, ms: number): Instant;
  /** The open milliseconds from a to b; 0 where b is not after a. */
  between(a: Instant, b: Instant): number;
  nextOpen(t: Instant): Instant;
  /** `t` inside an open period or at its close, else the last close before. */
  previousOpen(t: Instant): Instant;
  dateOf(t: Instant): LocalDate;
  /** The open periods of a date, in order. */
  periodsOn(date: LocalDate): readonly OpenPeriod[];
  /** The last close of a date; undefined where it is closed. */
  closeOn(date: LocalDate): Instant | undefined;
  /** The n-th open date after a date. */
  openDayAfter(date: LocalDate, days?: number): LocalDate;
  /** The last close of the n-th open date after a date. */
  closeAfter(date: LocalDate, days?: number): Instant;
  /** The open periods cut to [a, b), in order; only as many are made as are asked for. */
  periodsBetween(a: Instant, b: Instant): Generator<OpenPeriod>;
}

/**
 * @param isHoliday closes dates by a rule, besides the holidays of the definition.
 * @throws {RangeError} with all the faults of the definition, and where they are.
 */
export function calendarOf(definition: CalendarDefinition, isHoliday: (date: LocalDate) => boolean = never): Calendar {
  const read = readDefinition(definition);
  const zone = zoneOf(read.timeZone);
  const schedule = scheduleOf(read, zone, isHoliday);
  const years = yearsOf(zone, (year) => openYearFrom(year, schedule, zone));
  return {
    isOpen: (t) => isOpen(years, t),
    add: (t, ms) => add(years, t, ms),
    subtract: (t, ms) => subtract(years, t, ms),
    between: (a, b) => between(years, a, b),
    nextOpen: (t) => nextOpen(years, t),
    previousOpen: (t) => previousOpen(years, t),
    dateOf: zone.dateOf,
    periodsOn: (date) => periodsOn(years, dayOf(date)),
    closeOn: (date) => closeOn(years, dayOf(date)),
    openDayAfter: (date, days = 1) => dateOf(openAfter(years, dayOf(date), days).day),
    closeAfter: (date, days = 1) => openAfter(years, dayOf(date), days).close,
    periodsBetween: (a, b) => periodsBetween(years, a, b),
  };
}

const never = () => false;

const END = firstDayOf(LAST_YEAR + 1);

function yearsOf(zone: Zone, make: (year: number) => OpenYear): OpenYears {
  const made: OpenYear[] = [];
  const of = (year: number): OpenYear => {
    const known = made[year - FIRST_YEAR] ?? make(covered(year));
    made[year - FIRST_YEAR] = known;
    return known;
  };
  return {
    of,
    yearAt: (t) => yearAt(t, zone),
    at(t) {
      // Mean years are a day off at the most, so this hits nearly always, and asks no time zone.
      const guess = made[Math.floor(t / MEAN_YEAR)];
      return guess && guess.from <= t && t < guess.until ? guess : of(yearAt(t, zone));
    },
  };
}

const MEAN_YEAR = 365.2425 * DAY;

function yearAt(t: Instant, zone: Zone): number {
  if (!(t >= -DAY && t <= (END + 1) * DAY)) return covered(Number.NaN);
  const year = yearOf(zone.dayOf(t));
  // The last day may be open until 24:00, so its end may be asked about.
  return year > LAST_YEAR && t === zone.instantAt(END, 0) ? LAST_YEAR : year;
}

function covered(year: number): number {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new RangeError(`Calendars cover the years ${FIRST_YEAR} to ${LAST_YEAR}; this leads out of them.`);
}

function periodsOn(years: OpenYears, day: Day): OpenPeriod[] {
  const year = years.of(yearOf(day));
  const [first, end] = rowsOf(year, day);
  return Array.from({ length: end - first }, (_, i) => ({
    start: at(year.starts, first + i),
    end: at(year.ends, first + i),
  }));
}

function closeOn(years: OpenYears, day: Day): Instant | undefined {
  const year = years.of(yearOf(day));
  const [first, end] = rowsOf(year, day);
  return first < end ? at(year.ends, end - 1) : undefined;
}

/** Which rows of the year's columns are the day's: the first, and the one after the last. */
function rowsOf({ year, periodsBefore }: OpenYear, day: Day): [first: number, end: number] {
  const i = day - firstDayOf(year);
  return [at(periodsBefore, i), at(periodsBefore, i + 1)];
}

function openAfter(years: OpenYears, day: Day, days: number): { day: Day; close: Instant } {
  let left = days;
  for (let next = day + 1; ; next++) {
    const close = closeOn(years, next);
    if (close !== undefined) left -= 1;
    if (close !== undefined && left === 0) return { day: next, close };
  }
}
