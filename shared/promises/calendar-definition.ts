import * as z from 'zod';
import { FIRST_YEAR, isDate, LAST_YEAR, WEEKDAYS, type Weekday } from './days';
import type { LocalDate } from './instant';
import { isTimeZone } from './zone';

/** Periods of one day in local time, as [open, close], from '00:00' to '24:00'. */
export type Hours = readonly (readonly [open: string, close: string])[];
export type HoursByDate = Readonly<Record<LocalDate, Hours>>;

export interface CalendarDefinition {
  readonly timeZone: string;
  readonly hours: { readonly [weekday in Weekday]?: Hours | undefined };
  /** Dates that are closed, whatever the weekday. */
  readonly holidays?: readonly LocalDate[] | undefined;
  /** Cut out of the open periods of a date. */
  readonly breaks?: HoursByDate | undefined;
  /** Instead of the weekday's hours, on holidays too; none closes the date. */
  readonly specialHours?: HoursByDate | undefined;
}

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export const timeZone = z.string().refine(isTimeZone, 'There is no such time zone. Write it as in “Europe/Oslo”.');

export const time = z.string().regex(TIME, 'A time is written as “09:00”, from 00:00 to 24:00.');

const NO_DATE = `A date is written as “2026-05-01”, has to exist, and lies in the years ${FIRST_YEAR} to ${LAST_YEAR}.`;
export const date = z.string().refine(isDate, NO_DATE);

const period = z
  .tuple([time, time], 'A period is written as ["09:00", "15:00"].')
  .refine(([open, close]) => open < close || !TIME.test(open) || !TIME.test(close), 'A period closes after it opens.');

export const hours = z.array(period).refine(areApart, 'The periods of a day may not overlap.');

const some = hours.optional();
export const hoursByWeekday = z.strictObject(
  { mon: some, tue: some, wed: some, thu: some, fri: some, sat: some, sun: some },
  `Opening hours are given by weekday: ${WEEKDAYS.join(', ')}.`,
);

// Keys are checked on their own: a record that refuses a key would keep silent about the hours behind it.
export const hoursByDate = z.record(z.string(), hours).superRefine((byDate, found) => {
  for (const key of Object.keys(byDate)) {
    if (!isDate(key)) found.addIssue({ code: 'custom', path: [key], message: NO_DATE });
  }
});

const someHours = z.record(z.string(), z.array(z.unknown()).optional());
const opening = z.object({ hours: someHours, specialHours: someHours.optional() });

const definition = z
  .strictObject({
    timeZone,
    hours: hoursByWeekday,
    holidays: z.array(date).optional(),
    breaks: hoursByDate.optional(),
    specialHours: hoursByDate.optional(),
  })
  // Asked whatever else is wrong, so that all faults are told at once.
  .refine(opensEver, { error: 'The calendar is never open.', when: ({ value }) => opening.safeParse(value).success });

/** @throws {RangeError} with every fault and where it is; its cause is zod's error, with the faults as a list. */
export function readDefinition(input: CalendarDefinition): CalendarDefinition {
  const { data, error } = definition.safeParse(input);
  if (!data) throw new RangeError(z.prettifyError(error), { cause: error });
  return data;
}

function areApart(periods: Hours): boolean {
  const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.every(([open], i) => open >= (sorted[i - 1]?.[1] ?? ''));
}

export function opensEver({ hours, specialHours = {} }: Pick<CalendarDefinition, 'hours' | 'specialHours'>): boolean {
  return [...Object.values(hours), ...Object.values(specialHours)].some((periods) => periods?.length);
}
