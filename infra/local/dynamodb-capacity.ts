import { type Item, itemSize } from 'dynalite/db';
import { type Images, type IndexWrite, indexWrites, type Write } from './dynamodb-writes';

export type CapacityDetail = 'TOTAL' | 'INDEXES';

interface Units {
  CapacityUnits: number;
}

export interface ConsumedCapacity extends Units {
  TableName: string;
  Table?: Units;
  LocalSecondaryIndexes?: Record<string, Units> | undefined;
  GlobalSecondaryIndexes?: Record<string, Units> | undefined;
}

/** The write units of one request, table by table. dynalite counts the items only; on AWS their index rows cost too. */
export function consumedByWrites(writes: Write[], detail: CapacityDetail): ConsumedCapacity[] {
  const tables = new Set(writes.map(({ table }) => table.TableName));
  return [...tables].map((name) => {
    const ofTable = writes.filter(({ table }) => table.TableName === name);
    return consumedByTable(name, ofTable, detail);
  });
}

function consumedByTable(name: string, writes: Write[], detail: CapacityDetail): ConsumedCapacity {
  const rows = writes.flatMap(indexWrites);
  const total = { TableName: name, CapacityUnits: unitsOf([...writes, ...rows]) };
  if (detail === 'TOTAL') return total;
  return {
    ...total,
    Table: { CapacityUnits: unitsOf(writes) },
    LocalSecondaryIndexes: unitsByIndex(rows.filter(({ scope }) => scope === 'local')),
    GlobalSecondaryIndexes: unitsByIndex(rows.filter(({ scope }) => scope === 'global')),
  };
}

function unitsByIndex(rows: IndexWrite[]): Record<string, Units> | undefined {
  if (rows.length === 0) return undefined;
  const names = new Set(rows.map(({ index }) => index));
  const unitsOfIndex = (name: string) => ({ CapacityUnits: unitsOf(rows.filter(({ index }) => index === name)) });
  return Object.fromEntries([...names].map((name) => [name, unitsOfIndex(name)]));
}

function unitsOf(rows: Images[]): number {
  return rows.map(writeUnits).reduce((sum, units) => sum + units, 0);
}

/** One unit per begun kB of the larger of the two images, and one for a write that finds and leaves nothing. */
function writeUnits({ before, after }: Images): number {
  const bytes = Math.max(...[before, after].map((item) => (item ? sizeInBytes(item) : 0)));
  return Math.max(1, Math.ceil(bytes / 1024));
}

// dynalite counts a string's characters and AWS its UTF-8 bytes, so each byte is handed over as one character.
function sizeInBytes(item: Item): number {
  return itemSize(JSON.parse(Buffer.from(JSON.stringify(item)).toString('latin1')));
}
