import { DateTime } from 'luxon';
import type { Instant } from '../../../shared/promises/instant';
import type { OpenPeriod } from '../../../shared/promises/open-year';
import { walking } from './contender';
import { supportHours } from './support-hours';

const closed = new Set<string | null>(supportHours.closed);
const week = supportHours.week.map((hours) =>
  hours.map(([open, close]) => ({ open: clockOf(open), close: clockOf(close) })),
);

export const luxonWalk = walking(periodsFrom);

function* periodsFrom(t: Instant): Generator<OpenPeriod> {
  let day = DateTime.fromMillis(t, { zone: supportHours.timeZone }).startOf('day');
  for (; ; day = day.plus({ days: 1 })) {
    for (const { open, close } of hoursOn(day)) yield { start: +day.set(open), end: +day.set(close) };
  }
}

const hoursOn = (day: DateTime) => (closed.has(day.toISODate()) ? [] : (week[day.weekday - 1] ?? []));

function clockOf(time: string): { hour: number; minute: number } {
  const { hour, minute } = DateTime.fromISO(time);
  return { hour, minute };
}
