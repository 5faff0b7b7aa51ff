import type { Period } from './open-days';

/** Open time as questions. What would lead out of the list has no answer. */
export interface OpenTime {
  isOpen(t: number): boolean;
  add(t: number, ms: number): number | undefined;
  subtract(t: number, ms: number): number | undefined;
  between(a: number, b: number): number;
  nextOpen(t: number): number | undefined;
  previousOpen(t: number): number | undefined;
}

/** Answers by walking along a list of open periods, from one end to the other, each time. */
export function openTimeIn(periods: readonly Period[]): OpenTime {
  const backwards = periods.toReversed();
  const nextOpen = (t: number) => {
    const next = periods.find(({ end }) => end > t);
    return next && Math.max(next.start, t);
  };
  const previousOpen = (t: number) => {
    const previous = backwards.find(({ start }) => start <= t);
    return previous && Math.min(previous.end, t);
  };
  return {
    isOpen: (t) => periods.some(({ start, end }) => start <= t && t < end),
    between: (a, b) => periods.reduce((sum, period) => sum + common(period, a, b), 0),
    add: (t, ms) => (ms === 0 ? nextOpen(t) : forward(periods, t, ms)),
    subtract: (t, ms) => (ms === 0 ? previousOpen(t) : back(backwards, t, ms)),
    nextOpen,
    previousOpen,
  };
}

const common = ({ start, end }: Period, a: number, b: number): number =>
  Math.max(0, Math.min(end, b) - Math.max(start, a));

function forward(periods: readonly Period[], t: number, ms: number): number | undefined {
  let left = ms;
  for (const { start, end } of periods) {
    if (end <= t) continue;
    const from = Math.max(start, t);
    if (left <= end - from) return from + left;
    left -= end - from;
  }
  return undefined;
}

function back(backwards: readonly Period[], t: number, ms: number): number | undefined {
  let left = ms;
  for (const { start, end } of backwards) {
    if (start >= t) continue;
    const to = Math.min(end, t);
    if (left <= to - start) return to - left;
    left -= to - start;
  }
  return undefined;
}
