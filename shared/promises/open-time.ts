import type { Instant } from './instant';
import { at, firstAbove, firstNotBelow, type OpenPeriod, type OpenYear } from './open-year';

/** The years of a calendar, made as they are asked for. All throw a RangeError outside the years that are covered. */
export interface OpenYears {
  of(year: number): OpenYear;
  /** The year that an instant lies in. */
  at(t: Instant): OpenYear;
  /** The same, without making it. */
  yearAt(t: Instant): number;
}

export function isOpen(years: OpenYears, t: Instant): boolean {
  const { starts, ends } = years.at(t);
  const i = firstAbove(ends, t);
  return i < ends.length && at(starts, i) <= t;
}

export function add(years: OpenYears, t: Instant, ms: number): Instant {
  refuseNegative(ms);
  if (ms === 0) return nextOpen(years, t);
  let year = years.at(t);
  let open = openUpTo(year, t) + ms;
  while (open > year.total) {
    open -= year.total;
    year = years.of(year.year + 1);
  }
  // A sum that fits exactly ends at the close, never at the next opening.
  return afterOpen(open, year, firstNotBelow(year.openBefore, open) - 1);
}

export function subtract(years: OpenYears, t: Instant, ms: number): Instant {
  refuseNegative(ms);
  if (ms === 0) return previousOpen(years, t);
  let year = years.at(t);
  let open = openUpTo(year, t) - ms;
  while (open < 0) {
    year = years.of(year.year - 1);
    open += year.total;
  }
  return afterOpen(open, year, lastUpTo(year.openBefore, open));
}

export function between(years: OpenYears, a: Instant, b: Instant): number {
  if (b <= a) return 0;
  const first = years.at(a);
  const last = years.at(b);
  let open = openUpTo(last, b) - openUpTo(first, a);
  for (let year = first.year; year < last.year; year++) open += years.of(year).total;
  return open;
}

export function nextOpen(years: OpenYears, t: Instant): Instant {
  let year = years.at(t);
  let i = firstAbove(year.ends, t);
  while (i === year.ends.length) {
    year = years.of(year.year + 1);
    i = 0;
  }
  return Math.max(t, at(year.starts, i));
}

export function previousOpen(years: OpenYears, t: Instant): Instant {
  let year = years.at(t);
  let i = lastUpTo(year.starts, t);
  while (i < 0) {
    year = years.of(year.year - 1);
    i = year.starts.length - 1;
  }
  return Math.min(t, at(year.ends, i));
}

/** The open periods, cut to [a, b). */
export function* periodsBetween(years: OpenYears, a: Instant, b: Instant): Generator<OpenPeriod> {
  if (b <= a) return;
  const last = years.yearAt(b);
  for (let year = years.at(a); ; year = years.of(year.year + 1)) {
    const { starts, ends } = year;
    for (let i = firstAbove(ends, a); i < starts.length && at(starts, i) < b; i++) {
      yield { start: Math.max(a, at(starts, i)), end: Math.min(b, at(ends, i)) };
    }
    if (year.year === last) return;
  }
}

function openUpTo({ starts, ends, openBefore, total }: OpenYear, t: Instant): number {
  const i = firstAbove(ends, t);
  return i < ends.length ? at(openBefore, i) + Math.max(0, t - at(starts, i)) : total;
}

/** The instant, in the i-th period, when the year has been open for so many milliseconds. */
const afterOpen = (open: number, { starts, openBefore }: OpenYear, i: number): Instant =>
  at(starts, i) + open - at(openBefore, i);

const lastUpTo = (column: Float64Array, value: number): number => firstAbove(column, value) - 1;

function refuseNegative(ms: number): void {
  if (!(ms >= 0)) throw new RangeError(`Open time is counted from 0 up, not ${ms}.`);
}
