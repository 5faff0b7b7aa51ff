import type { Instant } from '../../shared/promises/instant';

/** The desk's one clock. Leases, back-off, receipts and rules all ask it, so moving it moves everything. */
export interface Clock {
  now(): Instant;
  /** Whether time stands still between moves. */
  readonly frozen: boolean;
  /** Moves time forward. Throws a RangeError where that would be back. */
  moveTo(to: Instant): void;
}

/**
 * With a start (an ISO instant with its offset) time stands still until it is moved.
 * Without one it is real time, which a move sets ahead for as long as the clock lives.
 */
export function localClock(start?: string): Clock {
  const standsAt = start === undefined ? undefined : instantOf(start);
  let ahead = 0;
  const now = () => (standsAt ?? Date.now()) + ahead;
  return {
    now,
    frozen: standsAt !== undefined,
    moveTo(to) {
      const at = now();
      refuseToGoBack(at, to);
      ahead += to - at;
    },
  };
}

/** Throws a RangeError where a clock that shows one instant would have to go back to the other. */
export function refuseToGoBack(shown: Instant, to: Instant): void {
  if (!(to >= shown)) throw new RangeError(`The clock shows ${iso(shown)} and does not go back.`);
}

/** `2026-11-27T14:30:00.000Z` */
export const iso = (at: Instant) => new Date(at).toISOString();

/** The date of a mail as RFC 5322 has it, in UTC: `Fri, 27 Nov 2026 14:30:00 +0000`. */
export const asMailDate = (at: Instant) => new Date(at).toUTCString().replace('GMT', '+0000');

function instantOf(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new RangeError(`The clock starts at an ISO instant like 2026-11-27T14:30+01:00, not at "${text}".`);
  }
  return at;
}
