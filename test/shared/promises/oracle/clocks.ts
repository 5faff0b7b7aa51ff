const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LOOK_EVERY = 6 * HOUR;

/** What the clocks of a zone show through some years, found out by looking at them. */
export interface Clocks {
  /** Every date that the clocks show, in order; a date that was skipped is not among them. */
  readonly dates: readonly string[];
  /** When the clocks are moved. */
  readonly turns: readonly number[];
  dateAt(t: number): string;
  /** When the clocks first show a time of a date, in minutes; one in a gap is moved forward by the gap. */
  instantOf(date: string, minutes: number): number;
}

interface Look {
  readonly t: number;
  readonly date: string;
  readonly offset: number;
}

/** A date, its midnight as if it were in UTC, and every offset that a time of it may have, from 00:00 to 24:00. */
interface Face {
  readonly midnight: number;
  readonly offsets: readonly number[];
}

export function clocksOf(timeZone: string, firstYear: number, lastYear: number): Clocks {
  const shownAt = clockOn(timeZone);
  const looks = looksAt(shownAt, Date.UTC(firstYear, 0, -3), Date.UTC(lastYear + 1, 0, 4));
  const shown = [...new Set(looks.map(({ date }) => date))];
  const faces = new Map(shown.map((date) => [date, faceOf(date, looks)]));
  return {
    dates: shown.filter((date) => `${firstYear}` <= date && date < `${lastYear + 1}`),
    turns: turnsIn(looks, shownAt),
    dateAt: (t) => shownAt(t).slice(0, 10),
    instantOf: (date, minutes) => instantOf(faces.get(date) ?? faceOf(date, looks), minutes * MINUTE, shownAt),
  };
}

// What shows the time is it, the first one where there are two. Where none does, the time lies in a gap, and
// the clock of before, which is the one further behind, says how far forward it goes.
function instantOf({ midnight, offsets }: Face, clock: number, shownAt: (t: number) => string): number {
  const local = midnight + clock;
  const candidates = offsets.map((offset) => local - offset);
  if (candidates.length === 1) return Math.min(...candidates);
  const showing = candidates.filter((t) => localShown(shownAt(t)) === local);
  return showing.length > 0 ? Math.min(...showing) : Math.max(...candidates);
}

const localShown = (shown: string): number => Date.parse(`${shown.replace(' ', 'T')}Z`);

function clockOn(timeZone: string): (t: number) => string {
  const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...date, ...time });
  return (t) => format.format(t);
}

function looksAt(shownAt: (t: number) => string, from: number, to: number): Look[] {
  return Array.from({ length: (to - from) / LOOK_EVERY }, (_, i) => {
    const t = from + i * LOOK_EVERY;
    const shown = shownAt(t);
    return { t, date: shown.slice(0, 10), offset: localShown(shown) - t };
  });
}

function faceOf(date: string, looks: readonly Look[]): Face {
  const midnight = Date.parse(date);
  const first = Math.max(0, Math.floor((midnight - 48 * HOUR - (looks[0]?.t ?? 0)) / LOOK_EVERY));
  const offsets = new Set(looks.slice(first, first + 20).map(({ offset }) => offset));
  return { midnight, offsets: [...offsets] };
}

function turnsIn(looks: readonly Look[], shownAt: (t: number) => string): number[] {
  return looks.flatMap(({ t, offset }, i) => {
    if ((looks[i + 1]?.offset ?? offset) === offset) return [];
    let turn = t;
    while (localShown(shownAt(turn)) - turn === offset) turn += MINUTE;
    return [turn];
  });
}
