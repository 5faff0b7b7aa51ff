// Not the entry that gives way to a Temporal of Node's own: it is the polyfill that is measured.
import { Temporal } from 'temporal-polyfill/implementation';
import type { Instant } from '../../../shared/promises/instant';
import type { OpenPeriod } from '../../../shared/promises/open-year';
import { walking } from './contender';
import { supportHours } from './support-hours';

const { timeZone } = supportHours;
const closed = new Set(supportHours.closed);
const week = supportHours.week.map((hours) =>
  hours.map(([open, close]) => ({ open: Temporal.PlainTime.from(open), close: Temporal.PlainTime.from(close) })),
);

export const temporalWalk = walking(periodsFrom);

function* periodsFrom(t: Instant): Generator<OpenPeriod> {
  let day = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(timeZone).toPlainDate();
  for (; ; day = day.add({ days: 1 })) {
    for (const { open, close } of hoursOn(day)) yield { start: instantOf(day, open), end: instantOf(day, close) };
  }
}

const hoursOn = (day: Temporal.PlainDate) => (closed.has(day.toString()) ? [] : (week[day.dayOfWeek - 1] ?? []));

const instantOf = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime): Instant =>
  day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
