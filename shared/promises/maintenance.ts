import type { Calendar } from './calendar';
import { millisecondsOf } from './duration';
import { DAY, type Instant } from './instant';
import type { Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { zoneOf } from './zone';

/** A time at which the service is taken down on purpose, half-open. */
export interface Downtime {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** A quarter of a year, local time: '2026-Q1'. It sorts as text. */
export type Quarter = `${number}-Q${number}`;

/** The limit of P4 that a window breaks, and the nearest start at or after it that would do, if the window can be so long. */
export interface BrokenLimit {
  readonly limit: 'too-long' | 'within-hours' | 'too-often';
  readonly nearest?: Instant;
}

/** The first limit of P4 that a window breaks: how long, how often a quarter, outside which hours. */
export function brokenLimit(window: Downtime, planned: readonly Downtime[], policy: Policy): BrokenLimit | undefined {
  const length = window.endsAt - window.startsAt;
  const { maintenance } = policy;
  if (length > millisecondsOf(maintenance.atMost)) return { limit: 'too-long' };
  const { calendar } = calendarNamed(maintenance.outside, policy);
  const nearest = () => nearestTo(window.startsAt, length, planned, policy);
  if (calendar.between(window.startsAt, window.endsAt) > 0) return { limit: 'within-hours', ...nearest() };
  return isTooMany(window, planned, policy) ? { limit: 'too-often', ...nearest() } : undefined;
}

export function quarterOf(t: Instant, { timeZone }: Pick<Policy, 'timeZone'>): Quarter {
  const date = zoneOf(timeZone).dateOf(t);
  return `${Number(date.slice(0, 4))}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

// A window over midnight on New Year's Eve counts in the quarter in which it begins.
function isTooMany({ startsAt }: Downtime, planned: readonly Downtime[], policy: Policy): boolean {
  const quarter = quarterOf(startsAt, policy);
  const others = planned.filter((other) => quarterOf(other.startsAt, policy) === quarter);
  return others.length >= policy.maintenance.perQuarter;
}

const QUARTERS_AHEAD = 9;

function nearestTo(from: Instant, length: number, planned: readonly Downtime[], policy: Policy): { nearest?: Instant } {
  const { calendar } = calendarNamed(policy.maintenance.outside, policy);
  let start = from;
  for (let quarters = 0; quarters < QUARTERS_AHEAD; quarters += 1) {
    const at = outsideHours(start, length, calendar);
    if (at === undefined) return {};
    if (!isTooMany({ startsAt: at, endsAt: at + length }, planned, policy)) return { nearest: at };
    start = nextQuarter(at, policy);
  }
  return {};
}

const DAYS_AHEAD = 14;

/** The first instant from which so much time is closed, within two weeks. */
function outsideHours(from: Instant, length: number, calendar: Calendar): Instant | undefined {
  let start = from;
  for (const { end } of calendar.periodsBetween(from, from + DAYS_AHEAD * DAY)) {
    if (calendar.between(start, start + length) === 0) return start;
    start = end;
  }
  return calendar.between(start, start + length) === 0 ? start : undefined;
}

function nextQuarter(t: Instant, policy: Policy): Instant {
  const [year = 0, quarter = 1] = quarterOf(t, policy).split('-Q').map(Number);
  const [nextYear, month] = quarter === 4 ? [year + 1, 1] : [year, 3 * quarter + 1];
  return zoneOf(policy.timeZone).instantOf(`${nextYear}-${String(month).padStart(2, '0')}-01`, '00:00');
}
