import type { Clients } from '../../shared/adapters/desk';
import { type Watcher, watching } from './watch';

/** What was read for something: in how many calls, how many rows were looked at, and the units that were charged. */
export interface Reads {
  readonly calls: number;
  readonly rows: number;
  readonly units: number;
}

export async function readsDuring(clients: Clients, work: () => Promise<unknown>): Promise<Reads> {
  let reads: Reads = { calls: 0, rows: 0, units: 0 };
  const count: Watcher = async ({ operation, input }, send) => {
    if (/Item|Query/.test(operation)) Object.assign(input, { ReturnConsumedCapacity: 'TOTAL' });
    const sent = await send();
    const { ScannedCount = 0, ConsumedCapacity: { CapacityUnits = 0 } = {} }: Charged = sent.output;
    reads = { calls: reads.calls + 1, rows: reads.rows + ScannedCount, units: reads.units + CapacityUnits };
    return sent;
  };
  await watching(clients, count, work);
  return reads;
}

interface Charged {
  readonly ScannedCount?: number;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}
