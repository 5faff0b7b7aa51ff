import { type Day, firstDayOf, weekdayOf, yearOf } from './days';
import type { Instant } from './instant';
import { zoneOf } from './zone';

/** An ISO week, '2026-W47'; it sorts as text. */
export type IsoWeek = `${number}-W${string}`;

/** The ISO week in which an instant lies, in local time. */
export const isoWeekOf = (t: Instant, timeZone: string): IsoWeek => weekOfDay(zoneOf(timeZone).dayOf(t));

/** From Monday 00:00 to the next, local time. */
export function boundsOfWeek(week: IsoWeek, timeZone: string): { start: Instant; end: Instant } {
  const { instantAt } = zoneOf(timeZone);
  const monday = mondayOf(week);
  return { start: instantAt(monday, 0), end: instantAt(monday + 7, 0) };
}

export const weekBefore = (week: IsoWeek): IsoWeek => weekOfDay(mondayOf(week) - 7);

/** Every week from the first to the last, both included; none where the last comes before the first. */
export function weeksBetween(first: IsoWeek, last: IsoWeek): IsoWeek[] {
  const [from, to] = [mondayOf(first), mondayOf(last)];
  return Array.from({ length: Math.max(0, (to - from) / 7 + 1) }, (_, i) => weekOfDay(from + 7 * i));
}

/** Reads '2026-W47'; undefined where it is no week, such as week 53 of a year that has 52. */
export function parseIsoWeek(text: string): IsoWeek | undefined {
  if (!isWritten(text)) return undefined;
  return weekOfDay(mondayOf(text)) === text ? text : undefined;
}

/** By ISO 8601 a week belongs to the year that has its Thursday. */
export function yearAndWeekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 3;
  const year = yearOf(thursday);
  return { year, week: 1 + Math.floor((thursday - firstDayOf(year)) / 7) };
}

const isWritten = (text: string): text is IsoWeek => /^\d{4}-W\d\d$/.test(text);

function weekOfDay(day: Day): IsoWeek {
  const { year, week } = yearAndWeekOf(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

// 4 January always lies in week 1.
function mondayOf(week: IsoWeek): Day {
  const fourth = firstDayOf(Number(week.slice(0, 4))) + 3;
  return fourth - weekdayOf(fourth) + 7 * (Number(week.slice(6)) - 1);
}
