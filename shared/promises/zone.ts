import { type Day, dateOf, dayOf } from './days';
import { DAY, HOUR, type Instant, type LocalDate, MINUTE, SECOND } from './instant';
import { remembered } from './remembered';

/** Local time in one IANA time zone. */
export interface Zone {
  dayOf(t: Instant): Day;
  dateOf(t: Instant): LocalDate;
  /** The time of day, 'HH:MM'. */
  timeOf(t: Instant): string;
  /**
   * The instant of a local time, from '00:00' to '24:00'. A time in the gap of a clock change moves forward
   * by the gap; one that occurs twice means the first.
   */
  instantOf(date: LocalDate, time: string): Instant;
  /** The same for a day, and the clock in milliseconds. */
  instantAt(day: Day, clock: number): Instant;
}

type Offset = (t: Instant) => number;

interface Turn {
  readonly at: Instant;
  readonly offset: number;
}

/** Local offsets over one mean year: the first, and where they change. */
interface Stretch {
  readonly offset: number;
  readonly turns: readonly Turn[];
}

const STRETCH = 31_556_952 * SECOND;
const WEEK = 7 * DAY;

/** @throws {RangeError} where the time zone is not known. */
export const zoneOf = remembered((timeZone: string): Zone => zoneFrom(offsetsOf(timeZone)));

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(zoneOf(name));
  } catch {
    return false;
  }
}

/** The milliseconds of a clock that shows 'HH:MM'. */
export const clockOf = (time: string): number => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;

function zoneFrom(offsetAt: Offset): Zone {
  const dayAt = (t: Instant): Day => Math.floor((t + offsetAt(t)) / DAY);
  const instantAt = (day: Day, clock: number): Instant => instantOfLocal(day * DAY + clock, offsetAt);
  return {
    dayOf: dayAt,
    dateOf: (t) => dateOf(dayAt(t)),
    timeOf: (t) => new Date(t + offsetAt(t)).toISOString().slice(11, 16),
    instantOf: (date, time) => instantAt(dayOf(date), clockOf(time)),
    instantAt,
  };
}

// The offset of a day earlier is the one before the change, if there is a change: it holds for the first of two
// like times, and moves a time in the gap forward by the gap.
function instantOfLocal(local: number, offsetAt: Offset): Instant {
  const before = local - offsetAt(local - DAY);
  const after = local - offsetAt(before);
  const inGap = offsetAt(after) !== offsetAt(before);
  return inGap ? before : after;
}

function offsetsOf(timeZone: string): Offset {
  const intlOffset = intlOffsetOf(timeZone);
  const stretchOf = remembered((index: number) => stretchFrom(index * STRETCH, intlOffset));
  return (t) => {
    const { offset, turns } = stretchOf(Math.floor(t / STRETCH));
    let current = offset;
    for (const turn of turns) if (t >= turn.at) current = turn.offset;
    return current;
  };
}

// Intl is slow, so it is asked once for each week of a year: no zone changes its clock and back within one.
function stretchFrom(start: Instant, offsetAt: Offset): Stretch {
  const turns: Turn[] = [];
  for (let week = start; week < start + STRETCH; week += WEEK) {
    const end = Math.min(week + WEEK, start + STRETCH);
    if (offsetAt(week) !== offsetAt(end)) turns.push(turnBetween(week, end, offsetAt));
  }
  return { offset: offsetAt(start), turns };
}

function turnBetween(before: Instant, after: Instant, offsetAt: Offset): Turn {
  let [low, high] = [before, after];
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (offsetAt(middle) === offsetAt(before)) low = middle;
    else high = middle;
  }
  return { at: high, offset: offsetAt(after) };
}

function intlOffsetOf(timeZone: string): Offset {
  const date = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, ...date, ...time });
  return (t) => {
    const [month = 0, day = 0, year = 0, hour, minute, second] = (format.format(t).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - t;
  };
}
