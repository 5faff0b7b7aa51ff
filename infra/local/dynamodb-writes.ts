import { getIndexActions, type Index, type Item, itemSize, type RowChange, type Table } from 'dynalite/db';

/** One item before and after a write; absent where there was none, or is none any more. */
export interface Write {
  table: Table;
  key: string;
  before: Item | undefined;
  after: Item | undefined;
}

type Scope = 'local' | 'global';
type Images = Pick<Write, 'before' | 'after'>;

interface IndexWrite extends Images {
  scope: Scope;
  index: string;
  key: string;
}

export interface ConsumedCapacity {
  TableName: string;
  CapacityUnits: number;
  Table?: Units;
  LocalSecondaryIndexes?: Record<string, Units>;
  GlobalSecondaryIndexes?: Record<string, Units>;
}

interface Units {
  CapacityUnits: number;
}

/** Everything that a write changes in the LevelDB, under the keys that dynalite reads: the item and its index rows. */
export function rowChanges(write: Write): RowChange[] {
  const { table, key } = write;
  const item = changes(write) ? [rowChange(`item-${table.TableName}~${key}`, write)] : [];
  return [...item, ...indexWrites(write).map((row) => rowChange(indexRowKey(table, row), row))];
}

export function changes({ before, after }: Images): boolean {
  if (!before || !after) return before !== after;
  const attributes = Object.keys({ ...before, ...after });
  return attributes.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function rowChange(key: string, { after }: Images): RowChange {
  return after ? { type: 'put', key, value: after } : { type: 'del', key };
}

function indexRowKey(table: Table, { scope, index, key }: IndexWrite): string {
  return `index-${scope}~${table.TableName}~${index}~${key}`;
}

function indexWrites(write: Write): IndexWrite[] {
  return indexesOf(write.table).flatMap(([scope, index]) => indexWritesOf(scope, index, write));
}

/** The table's secondary indexes, each with its scope. */
export function indexesOf(table: Table): [Scope, Index][] {
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global = [] } = table;
  return [...local.map((index): [Scope, Index] => ['local', index]), ...global.map((index): [Scope, Index] => ['global', index])];
}

// As on AWS: a row that moves is a delete and a put, a row whose projected attributes stay as they were is not written.
function indexWritesOf(scope: Scope, index: Index, { table, before, after }: Write): IndexWrite[] {
  const old = indexRow(index, table, before);
  const now = indexRow(index, table, after);
  const rows = old?.key === now?.key ? [{ ...old, ...now, before: old?.item, after: now?.item }] : [
    ...(old ? [{ key: old.key, before: old.item, after: undefined }] : []),
    ...(now ? [{ key: now.key, before: undefined, after: now.item }] : []),
  ];
  return rows;
}
