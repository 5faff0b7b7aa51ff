import type { LocalDesk } from '../../infra/local/desk';
import type { Instant } from '../../shared/promises/instant';
import { MONDAY_TEN } from '../support/in-process';
import { assertSettled, startBenchDesk } from './desk';
import { putTickets } from './seed-store';
import { countOf, type Shape, ticketsOf } from './seeds';

/** A desk to which so many tickets have come. */
export interface FullDesk {
  readonly desk: LocalDesk;
  readonly tickets: number;
}

const NOW: Instant = Date.parse(MONDAY_TEN);

/** A desk that stands as if the tickets had come to it one by one. */
export async function startFullDesk(dataDir: string, shape: Shape): Promise<FullDesk> {
  // The first start makes the table.
  await (await startBenchDesk(dataDir)).stop();
  await putTickets(dataDir, ticketsOf(shape, NOW));
  const desk = await startBenchDesk(dataDir);
  await assertSettled(desk);
  return { desk, tickets: countOf(shape) };
}
