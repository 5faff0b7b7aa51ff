import { DAY, type LocalDate } from './instant';
import { remembered } from './remembered';

/** A date as whole days since 1970-01-01. Dates are counted, not timed: no time zone has a say here. */
export type Day = number;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

export const dayOf = (date: LocalDate): Day => Date.parse(date) / DAY;

/** The Gregorian year of a day, and a year's first day: arithmetic, since a `Date` costs as much as a promise. */
export function yearOf(day: Day): number {
  const guess = FIRST_YEAR + Math.floor(day / MEAN_YEAR);
  if (day < firstDayOf(guess)) return guess - 1;
  return day < firstDayOf(guess + 1) ? guess : guess + 1;
}

export const firstDayOf = (year: number): Day =>
  365 * (year - FIRST_YEAR) + leapDaysBefore(year) - LEAP_DAYS_BEFORE_1970;

const MEAN_YEAR = 365.2425;
const LEAP_DAYS_BEFORE_1970 = 477;

function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: Day): number => ((day % 7) + 10) % 7;

// To write a date takes longer than to work out a promise, and all the years have but 84,006 of them.
export const dateOf = remembered((day: Day): LocalDate => new Date(day * DAY).toISOString().slice(0, 10));

/** Every date from the first to the last, both included; none where the last comes before the first. */
export function datesBetween(first: LocalDate, last: LocalDate): LocalDate[] {
  const start = dayOf(first);
  return Array.from({ length: Math.max(0, dayOf(last) - start + 1) }, (_, i) => dateOf(start + i));
}

/** Whether the text is a date that exists, in the years that calendars cover. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayOf(text) : Number.NaN;
  return dayOf(`${FIRST_YEAR}-01-01`) <= day && day < firstDayOf(LAST_YEAR + 1) && dateOf(day) === text;
}
