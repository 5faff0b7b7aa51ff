import { type CalendarDefinition, readDefinition } from './calendar-definition';
import { type Day, dateOf, dayOf, FIRST_YEAR, firstDayOf, LAST_YEAR, yearOf } from './days';
import { DAY, type Instant, type LocalDate } from './instant';
import { add, between, isOpen, nextOpen, type OpenYears, periodsBetween, previousOpen, subtract } from './open-time';
import { at, type OpenPeriod, type OpenYear, openYearFrom } from './open-year';
import { remembered } from './remembered';
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
  const years = yearsOf(zone, (year) => openYearFrom(year, schedule));
  return {
    isOpen: (t) => isOpen(years, t),
    add: (t, ms) => add(years, t, ms),
    subtract: (t, ms) => subtract(years, t, ms),
    between: (a, b) => between(years, a, b),
    nextOpen: (t) => nextOpen(years, t),
    previousOpen: (t) => previousOpen(years, t),
    dateOf: zone.dateOf,
    closeOn: (date) => closeOn(years, dayOf(date)),
    openDayAfter: (date, days = 1) => dateOf(openAfter(years, dayOf(date), days).day),
    closeAfter: (date, days = 1) => openAfter(years, dayOf(date), days).close,
    periodsBetween: (a, b) => periodsBetween(years, a, b),
  };
}

const never = () => false;

const END = firstDayOf(LAST_YEAR + 1);

function yearsOf(zone: Zone, make: (year: number) => OpenYear): OpenYears {
  const made = remembered(make);
  return { of: (year) => made(covered(year)), yearAt: (t) => yearAt(t, zone) };
}

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

function closeOn(years: OpenYears, day: Day): Instant | undefined {
  const { year, ends, periodsBefore } = years.of(yearOf(day));
  const i = day - firstDayOf(year);
  const [before, upTo] = [at(periodsBefore, i), at(periodsBefore, i + 1)];
  return before < upTo ? at(ends, upTo - 1) : undefined;
}

function openAfter(years: OpenYears, day: Day, days: number): { day: Day; close: Instant } {
  let left = days;
  for (let next = day + 1; ; next++) {
    const close = closeOn(years, next);
    if (close !== undefined) left -= 1;
    if (close !== undefined && left === 0) return { day: next, close };
  }
}
