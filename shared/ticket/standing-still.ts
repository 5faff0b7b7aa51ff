import type { Instant } from '../promises/instant';
import type { Pause } from '../promises/pauses';
import type { OpenedTicket } from './opened-ticket';

// What waits already and is resolved then, stands still all the time.
export const pausedFrom = (at: Instant, { status, pauses }: OpenedTicket): readonly Pause[] =>
  status.is === 'open' ? [...pauses, { from: at }] : pauses;

/** A wait is over when it was agreed to be, however late that is looked at. */
export const waitedUntil = (at: Instant, { status }: OpenedTicket): Instant =>
  status.is === 'waiting' ? Math.min(at, status.until) : at;

export const pausedUntil = (at: Instant, { pauses }: OpenedTicket): readonly Pause[] =>
  pauses.map((pause) => ({ ...pause, to: pause.to ?? at }));
