import { type Day, firstDayOf } from './days';
import type { Instant } from './instant';
import type { Zone } from './zone';

/** Half-open: the end is not open. */
export interface OpenPeriod {
  readonly start: Instant;
  readonly end: Instant;
}

// All of one kind: the searches meet no other, which makes them faster.
type Column = Float64Array;

/** The open periods of one local year as columns, for binary search. */
export interface OpenYear {
  readonly year: number;
  /** Its first instant, and the next year's. */
  readonly from: Instant;
  readonly until: Instant;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The year's open milliseconds before each period. */
  readonly openBefore: Float64Array;
  readonly total: number;
  /** The number of periods before each day of the year; a last entry counts them all. */
  readonly periodsBefore: Float64Array;
}

export function openYearFrom(
  year: number,
  periodsOn: (day: Day) => readonly OpenPeriod[],
  { instantAt }: Zone,
): OpenYear {
  const [first, end] = [firstDayOf(year), firstDayOf(year + 1)];
  const byDay = Array.from({ length: end - first }, (_, i) => periodsOn(first + i));
  const periods = byDay.flat();
  const sums = runningSums(periods.map(({ start, end }) => end - start));
  return {
    year,
    from: instantAt(first, 0),
    until: instantAt(end, 0),
    starts: new Float64Array(periods.map(({ start }) => start)),
    ends: new Float64Array(periods.map(({ end }) => end)),
    openBefore: new Float64Array(sums.slice(0, -1)),
    total: sums.at(-1) ?? 0,
    periodsBefore: new Float64Array(runningSums(byDay.map(({ length }) => length))),
  };
}

/** The first index whose value is above `value`, in a column that grows; its length where there is none. */
export function firstAbove(column: Column, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(column, middle) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first index whose value is not below `value`, in a column that grows; its length where there is none. */
export function firstNotBelow(column: Column, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(column, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is known to be there: only a fault of ours asks for more. */
export function at(column: Column, index: number): number {
  const value = column[index];
  if (value === undefined) throw new RangeError(`There is no entry ${index} among ${column.length}.`);
  return value;
}

function runningSums(parts: readonly number[]): number[] {
  const sums = [0];
  for (const part of parts) sums.push((sums.at(-1) ?? 0) + part);
  return sums;
}
