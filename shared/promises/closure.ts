import { type Day, dateOf, dayOf, FIRST_YEAR, firstDayOf, LAST_YEAR } from './days';
import type { Instant, LocalDate } from './instant';
import type { Policy } from './policy';
import { calendarNamed, isClosure, type PolicyCalendar } from './policy-calendar';
import { zoneOf } from './zone';

/** A first opening after a closure. */
export interface OpeningAfterClosure {
  /** The first midnight of the closure, in the policy's time zone. */
  readonly closedFrom: Instant;
  readonly opensAt: Instant;
}

/** The calendar by which customers are answered. */
export const supportCalendar = (policy: Policy): PolicyCalendar =>
  calendarNamed(policy.kinds[policy.answers].calendar, policy);

/**
 * Whether support is closed on the local date of an instant by the vendor's own choice: on a weekend or a holiday only
 * where it lies between two dates so closed.
 */
export function isSupportClosure(at: Instant, policy: Policy): boolean {
  const { dayOff, calendar } = supportCalendar(policy);
  const date = calendar.dateOf(at);
  const chosen = chosenAmong(closedAround(dayOf(date), dayOff), dayOff);
  const [first, last] = [chosen[0], chosen.at(-1)];
  return first !== undefined && last !== undefined && first <= date && date <= last;
}

/** The closure that ended with the opening on the local date of an instant; nothing where that date is no such one. */
export function firstOpeningAfterClosure(at: Instant, policy: Policy): OpeningAfterClosure | undefined {
  const { dayOff, calendar } = supportCalendar(policy);
  const date = calendar.dateOf(at);
  const opensAt = calendar.periodsOn(date)[0]?.start;
  const [first] = chosenAmong(closedBefore(dayOf(date), dayOff), dayOff);
  if (opensAt === undefined || first === undefined) return undefined;
  return { closedFrom: zoneOf(policy.timeZone).instantOf(first, '00:00'), opensAt };
}

type DayOff = PolicyCalendar['dayOff'];

const chosenAmong = (dates: readonly LocalDate[], dayOff: DayOff): LocalDate[] =>
  dates.filter((date) => isClosure(dayOff(date)?.because ?? 'weekday'));

function closedAround(day: Day, dayOff: DayOff): LocalDate[] {
  if (!isClosed(day, dayOff)) return [];
  return [...closedBefore(day, dayOff), dateOf(day), ...closedDates(day, 1, dayOff)];
}

const closedBefore = (day: Day, dayOff: DayOff): LocalDate[] => closedDates(day, -1, dayOff).reverse();

/** The closed dates next to a day, to the first open one, later or earlier. */
function closedDates(day: Day, step: 1 | -1, dayOff: DayOff): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let next = day + step; isClosed(next, dayOff); next += step) dates.push(dateOf(next));
  return dates;
}

// Calendars know no date outside their years, and a closure ends with them.
const isClosed = (day: Day, dayOff: DayOff): boolean =>
  firstDayOf(FIRST_YEAR) <= day && day < firstDayOf(LAST_YEAR + 1) && dayOff(dateOf(day)) !== undefined;
