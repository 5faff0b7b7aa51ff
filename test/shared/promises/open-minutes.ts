import type { CalendarDefinition } from '../../../shared/promises/calendar';
import { DAY, type Instant, MINUTE } from '../../../shared/promises/instant';

/** What the clocks of a zone show, minute by minute, for some days around an instant. */
export interface Clocks {
  readonly start: Instant;
  readonly shown: readonly string[];
  /** The days that are shown whole. */
  readonly dates: readonly string[];
  /** The first minute that shows a time. */
  readonly first: ReadonlyMap<string, number>;
}

/**
 * Open time counted minute by minute: slow and plain, and with no code in common with the calendar that it
 * checks. Where an answer lies outside the days of the clocks, it is undefined.
 */
export interface OpenMinutes {
  isOpen(t: Instant): boolean;
  between(a: Instant, b: Instant): number;
  add(t: Instant, minutes: number): Instant | undefined;
  subtract(t: Instant, minutes: number): Instant | undefined;
}

type Hours = readonly (readonly [open: string, close: string])[];

export function clocksAround(timeZone: string, middle: string, days: number): Clocks {
  const start = Date.parse(middle) - days * DAY;
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  const shown = Array.from({ length: 2 * days * 1440 }, (_, i) => format.format(start + i * MINUTE));
  const dates = [...new Set(shown.map((clock) => clock.slice(0, 10)))].slice(1, -1);
  const first = new Map(shown.map((clock, i) => [clock, i] as const).reverse());
  return { start, shown, dates, first };
}

export function openMinutes(definition: CalendarDefinition, clocks: Clocks): OpenMinutes {
  const { start } = clocks;
  const open = openOf(definition, clocks);
  const indexOf = (t: Instant) => (t - start) / MINUTE;
  const instantOf = (index: number | undefined) => (index === undefined ? undefined : start + index * MINUTE);
  return {
    isOpen: (t) => open[indexOf(t)] === 1,
    between: (a, b) => (a < b ? open.subarray(indexOf(a), indexOf(b)).reduce((sum, minute) => sum + minute, 0) : 0),
    add: (t, minutes) => instantOf(forward(open, indexOf(t), minutes)),
    subtract: (t, minutes) => instantOf(back(open, indexOf(t), minutes)),
  };
}

function forward(open: Uint8Array, from: number, minutes: number): number | undefined {
  let left = minutes;
  for (let i = from; i < open.length; i++) {
    if (!open[i]) continue;
    if (left === 0) return i;
    left -= 1;
    if (left === 0) return i + 1;
  }
  return undefined;
}

function back(open: Uint8Array, from: number, minutes: number): number | undefined {
  if (minutes === 0 && open[from]) return from;
  let left = minutes;
  for (let i = from; i > 0; i--) {
    if (!open[i - 1]) continue;
    if (left === 0) return i;
    left -= 1;
    if (left === 0) return i - 1;
  }
  return undefined;
}

function openOf(definition: CalendarDefinition, clocks: Clocks): Uint8Array {
  const open = new Uint8Array(clocks.shown.length);
  for (const date of clocks.dates) {
    const mark = (hours: Hours, value: 0 | 1) => {
      for (const [from, to] of hours) open.fill(value, minuteOf(date, from, clocks), minuteOf(date, to, clocks));
    };
    mark(hoursOn(date, definition), 1);
    mark(definition.breaks?.[date] ?? [], 0);
  }
  return open;
}

function hoursOn(date: string, { hours, holidays, specialHours }: CalendarDefinition): Hours {
  const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[new Date(date).getUTCDay()];
  if (specialHours?.[date]) return specialHours[date];
  return weekday === undefined || holidays?.includes(date) ? [] : (hours[weekday] ?? []);
}

/** The first minute that shows the time; for one in a gap, as long after the gap's beginning as by the old clock. */
function minuteOf(date: string, time: string, { shown, first }: Clocks): number {
  const clock = time === '24:00' ? `${dayAfter(date)} 00:00` : `${date} ${time}`;
  const exact = first.get(clock);
  if (exact !== undefined) return exact;
  const afterGap = shown.findIndex((other) => other > clock);
  const before = shown[afterGap - 1] ?? clock;
  return afterGap - 1 + (Date.parse(`${clock}Z`) - Date.parse(`${before}Z`)) / MINUTE;
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
