import type { OpenPeriod } from '../../shared/promises/calendar';
import type { Instant } from '../../shared/promises/instant';
import type { Trace } from '../../shared/promises/trace';
import { isoOrNull } from './iso';

/** How a promise came about, as the API tells it: every instant and every open period used, as ISO 8601. */
export function traceJson({ steps, at, ...trace }: Trace, iso: (at: Instant) => string) {
  const periods = (counted: readonly OpenPeriod[]) =>
    counted.map(({ start, end }) => ({ start: iso(start), end: iso(end) }));
  return {
    ...trace,
    at: iso(at),
    steps: steps.map(({ from, goingOn, ruled, stood, to, counted, pauses, ...step }) => ({
      ...step,
      from: iso(from),
      ...(goingOn && { goingOn: { ...goingOn, at: iso(goingOn.at) } }),
      ruled: iso(ruled),
      ...(stood !== undefined && { stood: iso(stood) }),
      to: isoOrNull(to, iso),
      counted: periods(counted),
      pauses: pauses.map(({ from, to, left, counted }) => ({
        from: iso(from),
        to: isoOrNull(to, iso),
        left,
        counted: periods(counted),
      })),
    })),
  };
}
