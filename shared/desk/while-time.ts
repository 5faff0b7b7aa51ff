import type { Instant } from '../promises/instant';
import type { Desk } from './ports';

/** What is found, for as long as it is not later than that: the rest is for the next round. */
export async function* whileTime<T>(
  { circumstances }: Pick<Desk, 'circumstances'>,
  until: Instant,
  found: AsyncIterable<T>,
): AsyncIterable<T> {
  for await (const one of found) {
    if ((await circumstances()).now > until) return;
    yield one;
  }
}
