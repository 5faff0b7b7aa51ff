import type { Instant } from '../../shared/promises/instant';

/** An instant of the week from Monday 12 January 2026 on, by Oslo's clock: `at('mon 10:00')`, `at('next fri 15:00')`. */
export function at(text: string): Instant {
  const [, next, day = '', time = ''] = /^(next )?(\w{3}) (\d\d:\d\d)$/.exec(text) ?? [];
  const days = DAYS.indexOf(day) + (next ? 7 : 0);
  if (DAYS.indexOf(day) < 0) throw new Error(`Write a time like “mon 10:00”, not “${text}”.`);
  return Date.parse(`2026-01-${12 + days}T${time}:00+01:00`);
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Any other instant, written out. */
export const on = (iso: string): Instant => Date.parse(iso);
