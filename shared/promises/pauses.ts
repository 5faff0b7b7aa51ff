import type { Calendar } from './calendar';
import type { Instant } from './instant';

/** A stretch for which the clock to management (P8) stands still: while we wait for the customer, or hold it solved. */
export interface Pause {
  readonly from: Instant;
  /** Not there while it lasts. */
  readonly to?: Instant;
}

export interface EndedPause extends Pause {
  readonly to: Instant;
}

/**
 * When something comes due after pauses, in order: what was left of its open time when a pause began is left when it ends.
 * What had nothing left is due as it was. Undefined while a pause lasts.
 */
export function dueAfter(pauses: readonly Pause[], dueAt: Instant, calendar: Calendar): Instant | undefined {
  let due = dueAt;
  for (const { from, to } of pauses) {
    const left = calendar.between(from, due);
    if (left > 0 && to === undefined) return undefined;
    if (left > 0 && to !== undefined) due = calendar.add(to, left);
  }
  return due;
}

/** The same after pauses that are over. */
export const dueAfterAll = (pauses: readonly EndedPause[], dueAt: Instant, calendar: Calendar): Instant =>
  dueAfter(pauses, dueAt, calendar) ?? dueAt;

/** Pauses as far as they lie after an instant. */
export const pausesAfter = <P extends Pause>(pauses: readonly P[], t: Instant): P[] =>
  pauses.filter(({ to = Infinity }) => to > t).map((pause) => ({ ...pause, from: Math.max(pause.from, t) }));

/** Pauses as if they were over by now. */
export const endedBy = (pauses: readonly Pause[], now: Instant): EndedPause[] =>
  pauses.map(({ from, to = now }) => ({ from, to }));
