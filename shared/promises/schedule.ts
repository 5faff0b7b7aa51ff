import type { CalendarDefinition, Hours, HoursByDate } from './calendar-definition';
import { type Day, dateOf, WEEKDAYS, weekdayOf } from './days';
import type { LocalDate } from './instant';
import type { OpenPeriod } from './open-year';
import { clockOf, type Zone } from './zone';

/** The open periods of a local day, in order and apart. */
export type Schedule = (day: Day) => readonly OpenPeriod[];

type Clocks = readonly (readonly [open: number, close: number])[];

export function scheduleOf(
  definition: CalendarDefinition,
  zone: Zone,
  isHoliday: (date: LocalDate) => boolean,
): Schedule {
  const hoursOn = hoursOf(definition, isHoliday);
  const breaks = clocksByDate(definition.breaks);
  return (day) => {
    const open = apart(periodsOf(day, hoursOn(day), zone));
    const [first] = open;
    // Samoa went from the 29th to the 31st of December 2011; what was planned for the 30th would double the 31st.
    if (!first || zone.dayOf(first.start) !== day) return [];
    return periodsOf(day, breaks.get(dateOf(day)) ?? [], zone).reduce(without, open);
  };
}

function hoursOf(definition: CalendarDefinition, isHoliday: (date: LocalDate) => boolean): (day: Day) => Clocks {
  const week = WEEKDAYS.map((weekday) => clocksOf(definition.hours[weekday] ?? []));
  const special = clocksByDate(definition.specialHours);
  const closed = new Set(definition.holidays);
  return (day) => {
    const date = dateOf(day);
    const ordinary = closed.has(date) || isHoliday(date) ? [] : week[weekdayOf(day)];
    return special.get(date) ?? ordinary ?? [];
  };
}

const clocksOf = (hours: Hours): Clocks => hours.map(([open, close]) => [clockOf(open), clockOf(close)]);

const clocksByDate = (hours: HoursByDate = {}): Map<LocalDate, Clocks> =>
  new Map(Object.entries(hours).map(([date, periods]) => [date, clocksOf(periods)]));

function periodsOf(day: Day, clocks: Clocks, { instantAt }: Zone): OpenPeriod[] {
  return clocks.map(([open, close]) => ({ start: instantAt(day, open), end: instantAt(day, close) })).filter(isLasting);
}

// Periods that are apart by the clock may cross or vanish where the clock is moved forward.
function apart(periods: readonly OpenPeriod[]): readonly OpenPeriod[] {
  if (periods.length < 2) return periods;
  const sorted = periods.toSorted((a, b) => a.start - b.start);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.flatMap(({ start, end }) => {
    const rest = { start: Math.max(start, last), end };
    last = Math.max(last, end);
    return isLasting(rest) ? [rest] : [];
  });
}

function without(periods: readonly OpenPeriod[], pause: OpenPeriod): readonly OpenPeriod[] {
  return periods.flatMap(({ start, end }) => {
    const before = { start, end: Math.min(end, pause.start) };
    const after = { start: Math.max(start, pause.end), end };
    return [before, after].filter(isLasting);
  });
}

const isLasting = ({ start, end }: OpenPeriod): boolean => start < end;
