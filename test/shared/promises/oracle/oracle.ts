import type { Kind, PolicyFile } from '../../../../shared/promises/policy';
import type { Clocks } from './clocks';
import { type OpenDay, openDays, type Period } from './open-days';
import { type OpenTime, openTimeIn } from './open-time';

type Rule = PolicyFile['kinds'][Kind]['target'];

/** A calendar as the oracle knows it: the list, and what is read off it. */
export interface KnownHours extends OpenTime {
  readonly days: readonly OpenDay[];
  readonly periods: readonly Period[];
  /** The open periods cut to [a, b). */
  periodsBetween(a: number, b: number): Period[];
  /** The dates without open time from the one date to the other, both included. */
  closedDates(first: string, last: string): string[];
  /** The last close of the n-th open date after that of an instant. */
  closeOfOpenDayAfter(t: number, days: number): number | undefined;
}

/** Undefined wherever the answer lies beyond the oracle's years. */
export interface Foretold {
  readonly beginTarget: number | undefined;
  readonly beginLatest: number | undefined;
  readonly managementAt?: number | undefined;
}

/**
 * What a policy promises, worked out from its data by an explicit list of the open periods of some years. It is
 * slow and plain, and has no code in common with the engine that it checks: only types are imported from there.
 */
export interface Oracle {
  readonly clocks: Clocks;
  hoursOf(calendar: string): KnownHours;
  follow(rule: Rule, calendar: string, from: number): number | undefined;
  promised(kind: Kind, receivedAt: number): Foretold;
}

export function oracleOf(clocks: Clocks, policy: PolicyFile): Oracle {
  const hours = new Map(
    Object.entries(policy.calendars).map(([name, calendar]) => [
      name,
      knownHours(openDays(calendar, policy, clocks), clocks),
    ]),
  );
  const hoursOf = (calendar: string) => hours.get(calendar) ?? knownHours([], clocks);
  const follow = (rule: Rule, calendar: string, from: number) => instantBy(rule, hoursOf(calendar), clocks, from);
  return { clocks, hoursOf, follow, promised: (kind, at) => promised(policy.kinds[kind], at, follow) };
}

function knownHours(days: readonly OpenDay[], { dateAt }: Clocks): KnownHours {
  const periods = days.flatMap(({ periods }) => periods);
  const open = days.filter(({ periods }) => periods.length > 0);
  return {
    ...openTimeIn(periods),
    days,
    periods,
    periodsBetween: (a, b) =>
      periods
        .map(({ start, end }) => ({ start: Math.max(start, a), end: Math.min(end, b) }))
        .filter(({ start, end }) => start < end),
    closedDates: (first, last) =>
      days.filter(({ date, periods }) => first <= date && date <= last && periods.length === 0).map(({ date }) => date),
    closeOfOpenDayAfter: (t, n) => {
      const received = dateAt(t);
      return closeOf(open.filter(({ date }) => date > received)[n - 1]);
    },
  };
}

const closeOf = (day: OpenDay | undefined): number | undefined => day?.periods.at(-1)?.end;

function instantBy(rule: Rule, hours: KnownHours, { dateAt }: Clocks, from: number): number | undefined {
  if ('within' in rule) return hours.add(from, millisecondsOf(rule.within));
  const nextClose = hours.closeOfOpenDayAfter(from, 1);
  if (rule.closeOf === 'next-open-day') return nextClose;
  const received = dateAt(from);
  const close = closeOf(hours.days.find(({ date }) => date === received));
  // Received at or after the close, or on a closed day: the close of the next open day.
  return close !== undefined && from < close ? close : nextClose;
}

function promised(
  { calendar, target, latest, management }: PolicyFile['kinds'][Kind],
  receivedAt: number,
  follow: Oracle['follow'],
): Foretold {
  const beginLatest = follow(latest, calendar, receivedAt);
  const normally = follow(target, calendar, receivedAt);
  // "Normally" cannot be later than "at the latest", whatever the two rules are.
  const beginTarget = normally === undefined || beginLatest === undefined ? undefined : Math.min(normally, beginLatest);
  if (!management) return { beginTarget, beginLatest };
  const managementAt = follow({ within: management.openTime }, management.calendar, receivedAt);
  return { beginTarget, beginLatest, managementAt };
}

function millisecondsOf(written: string): number {
  const minutes = Number.parseInt(written, 10) * (written.includes('hour') ? 60 : 1);
  return minutes * 60_000;
}
