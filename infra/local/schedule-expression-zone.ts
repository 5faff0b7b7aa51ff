import { DAY, type Instant, SECOND } from '../../shared/promises/instant';

/** What a clock on the wall shows, as the epoch milliseconds at which one in UTC would show the same. */
export type WallTime = number;

/** Throws a RangeError on a zone that does not exist. */
export function wallTimeAt(at: Instant, timeZone: string): WallTime {
  return Date.parse(`${formatFor(timeZone).format(at).replace(' ', 'T')}Z`);
}

/** The instants at which the clocks of a zone show a time: none in the gap of spring, two in autumn, the first first. */
export function instantsOf(wall: WallTime, timeZone: string): Instant[] {
  const candidates = offsetsAround(wall, timeZone).map((offset) => wall - offset);
  return candidates.filter((at) => wallTimeAt(at, timeZone) === wall).sort((a, b) => a - b);
}

/** The one instant meant by a local time: the first of two, and in the gap moved forward by the gap. */
export function instantOf(wall: WallTime, timeZone: string): Instant {
  return instantsOf(wall, timeZone)[0] ?? wall - Math.min(...offsetsAround(wall, timeZone));
}

// No zone changes its clocks twice within two days.
const offsetsAround = (wall: WallTime, timeZone: string) => [
  ...new Set([wall - DAY, wall + DAY].map((at) => wallTimeAt(at, timeZone) - Math.floor(at / SECOND) * SECOND)),
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** Sweden writes 2026-11-27 14:30:00. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format;
}
