import type { Instant } from '../../../shared/promises/instant';

/** The instant of an ISO time with its offset: what the tests claim does not lean on the code that they test. */
export const at = (iso: string): Instant => Date.parse(iso);

/** An instant as the tests read it, in UTC. */
export const utc = (t: Instant): string => new Date(t).toISOString().replace(/:00\.000Z$/, 'Z');
