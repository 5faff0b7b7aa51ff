import type { Outcome } from '../ticket/delivery';

/** What came of it; whatever breaks before anything was handed over is an answered error: it may be tried again. */
export const orRefused = (attempt: Promise<Outcome>): Promise<Outcome> =>
  attempt.catch((error: unknown) => ({ is: 'refused', error: String(error) }));
