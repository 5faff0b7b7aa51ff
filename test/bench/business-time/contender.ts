import type { Calendar } from '../../../shared/promises/calendar';
import type { Instant } from '../../../shared/promises/instant';
import type { OpenPeriod } from '../../../shared/promises/open-year';

/** What is compared; instants and durations in epoch milliseconds. */
export type Contender = Pick<Calendar, 'add' | 'between'>;

/** Counts its way from one open period to the next, as one does without a table. */
export const walking = (periodsFrom: (t: Instant) => Iterable<OpenPeriod>): Contender => ({
  add(t, ms) {
    let left = ms;
    for (const { start, end } of periodsFrom(t)) {
      const open = Math.max(0, end - Math.max(start, t));
      if (left <= open) return end - open + left;
      left -= open;
    }
    throw new RangeError('The walk came to an end.');
  },
  between(a, b) {
    let open = 0;
    for (const { start, end } of periodsFrom(a)) {
      if (start >= b) break;
      open += Math.max(0, Math.min(end, b) - Math.max(start, a));
    }
    return open;
  },
});
