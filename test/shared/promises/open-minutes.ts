import type { CalendarDefinition } from '../../../shared/promises/calendar';
import { DAY, type Instant, MINUTE } from '../../../shared/promises/instant';

/** What the clocks of a zone show, minute by minute, for some days around an instant. */
export interface Clocks {
  readonly start: Instant;
  readonly shown: readonly string[];
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

export function clocksAround(timeZone: string, middle: string, days: number): Clocks {
  const start = Date.parse(middle) - days * DAY;
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  return { start, shown: Array.from({ length: 2 * days * 1440 }, (_, i) => format.format(start + i * MINUTE)) };
}

export function openMinutes(definition: CalendarDefinition, { start, shown }: Clocks): OpenMinutes {
  const open = shown.map(() => false);
  for (const minute of openOf(definition, shown)) open[minute] = true;
  const indexOf = (t: Instant) => (t - start) / MINUTE;
  const instantOf = (index: number | undefined) => (index === undefined ? undefined : start + index * MINUTE);
  const countBetween = (a: Instant, b: Instant) =>
    open.slice(indexOf(a), Math.max(indexOf(a), indexOf(b))).filter(Boolean);
  return {
    isOpen: (t) => open[indexOf(t)] === true,
    between: (a, b) => countBetween(a, b).length,
    add: (t, minutes) => instantOf(forward(open, indexOf(t), minutes)),
    subtract: (t, minutes) => instantOf(back(open, indexOf(t), minutes)),
  };
}

function forward(open: readonly boolean[], from: number, minutes: number): number | undefined {
  let left = minutes;
  for (let i = from; i < open.length; i++) {
    if (!open[i]) continue;
    if (left === 0) return i;
    left -= 1;
    if (left === 0) return i + 1;
  }
  return undefined;
}

function back(open: readonly boolean[], from: number, minutes: number): number | undefined {
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

function openOf(definition: CalendarDefinition, shown: Clocks['shown']): number[] {
  const dates = [...new Set(shown.map((clock) => clock.slice(0, 10)))];
  return dates.flatMap((date) => {
    const minutes = ([from, to]: readonly [string, string]) =>
      range(minuteOf(date, from, shown), minuteOf(date, to, shown));
    const closed = new Set((definition.breaks?.[date] ?? []).flatMap(minutes));
    return hoursOn(date, definition)
      .flatMap(minutes)
      .filter((minute) => !closed.has(minute));
  });
}

function hoursOn(date: string, { hours, holidays, specialHours }: CalendarDefinition) {
  const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[new Date(date).getUTCDay()];
  if (specialHours?.[date]) return specialHours[date];
  return weekday === undefined || holidays?.includes(date) ? [] : (hours[weekday] ?? []);
}

/** The first minute that shows the time; for a time in a gap, as far after the gap's beginning as it would have been. */
function minuteOf(date: string, time: string, shown: Clocks['shown']): number {
  const clock = time === '24:00' ? `${dayAfter(date)} 00:00` : `${date} ${time}`;
  const first = shown.indexOf(clock);
  if (first >= 0) return first;
  const afterGap = shown.findIndex((other) => other > clock);
  const before = shown[afterGap - 1] ?? clock;
  return afterGap - 1 + (Date.parse(`${clock}Z`) - Date.parse(`${before}Z`)) / MINUTE;
}

const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
