import type { Instant } from '../../shared/promises/instant';
import type { Trace } from '../../shared/promises/trace';

/** How a promise came about, as the API tells it: every instant and every open period used, as ISO 8601. */
export function traceJson({ steps, ...trace }: Trace, iso: (at: Instant) => string) {
  return {
    ...trace,
    steps: steps.map(({ from, to, ruled, counted, ...step }) => ({
      ...step,
      from: iso(from),
      to: iso(to),
      ruled: iso(ruled),
      counted: counted.map(({ start, end }) => ({ start: iso(start), end: iso(end) })),
    })),
  };
}
