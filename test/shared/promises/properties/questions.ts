import * as fc from 'fast-check';
import { KINDS, type Kind } from '../../../../shared/promises/policy';
import type { Edges } from './edges';
import { CALENDARS, type CalendarName } from './random-policies';

/** What is asked: two instants in any order, an amount of open time, a kind and a calendar. */
export interface Question {
  readonly t: number;
  readonly u: number;
  readonly ms: number;
  readonly kind: Kind;
  readonly calendar: CalendarName;
}

/** A question before it is known where the edges lie. */
export interface Draft extends Omit<Question, 't' | 'u'> {
  readonly at: Place;
  readonly and: Place | { readonly later: number };
}

type Place = { readonly share: number } | { readonly edge: EdgeName; readonly nth: number; readonly off: number };

type EdgeName = Exclude<keyof Edges, 'from' | 'to'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const anywhere = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) });
const onAnEdge = fc.record({
  edge: fc.constantFrom<EdgeName[]>('periods', 'specialPeriods', 'turns', 'midnights'),
  nth: fc.nat(),
  off: fc.oneof(fc.constantFrom(0, 0, -1, 1), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })),
});
const place = fc.oneof({ weight: 1, arbitrary: anywhere }, { weight: 3, arbitrary: onAnEdge });

const openTime = fc.oneof(
  fc.constantFrom(0, 1, HOUR / 4, HOUR, 4 * HOUR, 16 * HOUR),
  fc.nat(600).map((minutes) => (minutes * HOUR) / 60),
  fc.nat(60 * HOUR),
);

export const draft: fc.Arbitrary<Draft> = fc.record({
  at: place,
  and: fc.oneof(place, fc.record({ later: fc.nat(9 * DAY) })),
  ms: openTime,
  kind: fc.constantFrom(...KINDS),
  calendar: fc.constantFrom(...CALENDARS),
});

export function questionOf({ at, and, ...rest }: Draft, edges: Edges): Question {
  const t = instantAt(at, edges);
  return { t, u: 'later' in and ? t + and.later : instantAt(and, edges), ...rest };
}

function instantAt(place: Place, edges: Edges): number {
  if ('share' in place) return edges.from + Math.floor(place.share * (edges.to - edges.from));
  const { edge, nth, off } = place;
  const there = edges[edge].length > 0 ? edges[edge] : edges.midnights;
  const found = there[nth % there.length] ?? edges.from;
  if (typeof found === 'number') return found + off;
  return off + (nth % 2 === 0 ? found.start : found.end);
}
