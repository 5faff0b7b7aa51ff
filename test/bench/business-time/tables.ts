import type { Calendar } from '../../../shared/promises/calendar';
import { defaultPolicy } from '../../../shared/promises/policy';
import { calendarNamed } from '../../../shared/promises/policy-calendar';
import type { Row } from '../findings';
import { median } from '../measure';
import { atMost } from './at-most';

const ROUNDS = 21;
const BYTES_MAX = 200_000;
const MS_MAX = 1;

const MIDSUMMERS = [2024, 2025, 2026, 2027, 2028, 2029].map((year) => Date.UTC(year, 5, 21));

/** What six years of a calendar weigh, and how long it takes to make one. */
export function measureTables(): Row[] {
  const years = Array.from({ length: ROUNDS }, () => timesToMake(freshCalendar())).flat();
  // None is let go before the last is weighed.
  const calendars: Calendar[] = [];
  const bytes = Array.from({ length: ROUNDS }, () => keptBySixYears(calendars));
  const columns = median(bytes.map((kept) => kept.columns));
  const all = median(bytes.map((kept) => kept.all));
  return [
    { what: "six years' tables, columns", figure: kilobytes(columns), floor: atMost(columns, BYTES_MAX, kilobytes) },
    { what: "six years' tables, all they keep", figure: kilobytes(all), floor: atMost(all, BYTES_MAX, kilobytes) },
    { what: 'to make a year, warm', figure: ms(median(years)), floor: atMost(median(years), MS_MAX, ms) },
  ];
}

// Calendars are remembered by their policy, so that of another one is made anew.
const freshCalendar = (): Calendar => calendarNamed('support', { ...defaultPolicy }).calendar;

const timesToMake = (calendar: Calendar): number[] =>
  MIDSUMMERS.map((midsummer) => {
    const start = performance.now();
    calendar.isOpen(midsummer);
    return performance.now() - start;
  });

interface Bytes {
  readonly columns: number;
  readonly all: number;
}

function keptBySixYears(kept: Calendar[]): Bytes {
  const before = inUse();
  const calendar = freshCalendar();
  for (const midsummer of MIDSUMMERS) calendar.isOpen(midsummer);
  kept.push(calendar);
  const after = inUse();
  return { columns: after.columns - before.columns, all: after.all - before.all };
}

function inUse(): Bytes {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { columns: arrayBuffers, all: heapUsed + arrayBuffers };
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1_000)} kB`;
const ms = (time: number): string => `${time.toFixed(2)} ms`;
