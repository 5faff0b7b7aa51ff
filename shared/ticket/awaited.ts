import type { Instant } from '../promises/instant';
import type { Message } from './opened-ticket';

/** Since when a customer has had no answer: from the first message after what one of us wrote last. */
export const awaitedSince = (messages: readonly Message[]): Instant | undefined =>
  messages[messages.findLastIndex(({ from }) => from !== 'customer') + 1]?.at;
