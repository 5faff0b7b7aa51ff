import type { PolicyFile } from '../../../../shared/promises/policy';
import type { Clocks } from './clocks';
import { closedDates } from './closed-dates';
import { weekdayOf } from './dates';

type Calendar = PolicyFile['calendars'][string];
type Minutes = readonly (readonly [open: number, close: number])[];

export interface Period {
  readonly start: number;
  readonly end: number;
}

export interface OpenDay {
  readonly date: string;
  readonly periods: readonly Period[];
}

/** Every date of the clocks with its open periods, as a list. */
export function openDays(calendar: Calendar, policy: PolicyFile, clocks: Clocks): OpenDay[] {
  const closed = closedDates(calendar, policy, clocks.dates);
  const week = minutesBy(calendar.hours);
  const breaks = minutesBy(calendar.breaks ?? {});
  const special = minutesBy(calendar.specialHours ?? {});
  return clocks.dates.map((date) => {
    const ordinary = closed.has(date) ? [] : week.get(weekdayOf(date));
    const open = periodsOf(date, special.get(date) ?? ordinary ?? [], clocks);
    return { date, periods: whatIsLeft(open, periodsOf(date, breaks.get(date) ?? [], clocks)) };
  });
}

function minutesBy(hours: Partial<Record<string, [open: string, close: string][]>>): Map<string, Minutes> {
  return new Map(
    Object.entries(hours).map(([day, periods = []]) => [
      day,
      periods.map(([open, close]) => [minutesOf(open), minutesOf(close)] as const),
    ]),
  );
}

const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3));

const periodsOf = (date: string, minutes: Minutes, { instantOf }: Clocks): Period[] =>
  minutes.map(([open, close]) => ({ start: instantOf(date, open), end: instantOf(date, close) }));

// Cut at every edge there is: each piece then is open or closed as a whole.
function whatIsLeft(open: readonly Period[], breaks: readonly Period[]): Period[] {
  if (open.length === 0) return [];
  const edges = [...new Set([...open, ...breaks].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const pieces = edges.slice(1).map((end, i) => ({ start: edges[i] ?? end, end }));
  return pieces.filter((piece) => open.some(covers(piece)) && !breaks.some(covers(piece)));
}

const covers =
  (piece: Period) =>
  ({ start, end }: Period): boolean =>
    start <= piece.start && piece.end <= end;
