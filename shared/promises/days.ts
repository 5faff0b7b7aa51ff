import { DAY, type LocalDate } from './instant';
import { remembered } from './remembered';

/** A date as whole days since 1970-01-01. Dates are counted, not timed: no time zone has a say here. */
export type Day = number;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

export const dayOf = (date: LocalDate): Day => Date.parse(date) / DAY;
export const yearOf = (day: Day): number => new Date(day * DAY).getUTCFullYear();
export const firstDayOf = (year: number): Day => Date.UTC(year, 0, 1) / DAY;

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: Day): number => ((day % 7) + 10) % 7;

// To write a date takes longer than to work out a promise, and all the years have but 84,006 of them.
export const dateOf = remembered((day: Day): LocalDate => new Date(day * DAY).toISOString().slice(0, 10));

/** Every date from the first up to, but not including, the end. */
export function* datesBetween(first: LocalDate, end: LocalDate): Generator<LocalDate> {
  for (let day = dayOf(first); day < dayOf(end); day++) yield dateOf(day);
}

/** Whether the text is a date that exists, in the years that calendars cover. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayOf(text) : Number.NaN;
  return dayOf(`${FIRST_YEAR}-01-01`) <= day && day < firstDayOf(LAST_YEAR + 1) && dateOf(day) === text;
}
