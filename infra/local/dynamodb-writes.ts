import { getIndexActions, type Index, type Item, type RowChange, type Table } from 'dynalite/db';

/** A row before and after a write; absent where there was none, or is none any more. */
export interface Images {
  before: Item | undefined;
  after: Item | undefined;
}

export interface Write extends Images {
  table: Table;
  key: string;
}

export interface IndexWrite extends Images {
  scope: Scope;
  index: string;
  key: string;
}

export type Scope = 'local' | 'global';

/** All that a write changes in the LevelDB: the item and its index rows, under the keys where dynalite reads them. */
export function rowChanges(write: Write): RowChange[] {
  const { table, key } = write;
  const item = changes(write) ? [rowChange(`item-${table.TableName}~${key}`, write)] : [];
  return [...item, ...indexWrites(write).map((row) => rowChange(indexRowKey(table, row), row))];
}

/**
 * The index rows that a write touches, as on AWS: a row whose key changes is deleted and put, a row whose projected
 * attributes stay as they were is not written, and an item without the index's keys has no row.
 */
export function indexWrites({ table, before, after }: Write): IndexWrite[] {
  return secondaryIndexes(table).flatMap(({ scope, index }) => {
    const old = indexRow(index, table, before);
    const now = indexRow(index, table, after);
    const keys = new Set([old, now].flatMap((row) => row?.key ?? []));
    return [...keys]
      .map((key) => ({ scope, index: index.IndexName, key, before: itemAt(key, old), after: itemAt(key, now) }))
      .filter(changes);
  });
}

/** What makes an item unfit for the table's indexes, in AWS's words; dynalite lets an empty index key through. */
export function indexKeyRefusal(table: Table, item: Item): string | undefined {
  for (const { index } of secondaryIndexes(table)) {
    const empty = index.KeySchema.find(({ AttributeName: name }) => item[name]?.S === '' || item[name]?.B === '');
    if (empty) return `${EMPTY_INDEX_KEY}IndexName: ${index.IndexName}, IndexKey: ${empty.AttributeName}`;
  }
  return undefined;
}

const EMPTY_INDEX_KEY =
  'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
  'The AttributeValue for a key attribute cannot contain an empty string value. ';

function secondaryIndexes(table: Table): { scope: Scope; index: Index }[] {
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global = [] } = table;
  return [
    ...local.map((index) => ({ scope: 'local' as const, index })),
    ...global.map((index) => ({ scope: 'global' as const, index })),
  ];
}

interface IndexRow {
  key: string;
  item: Item;
}

function indexRow(index: Index, table: Table, item: Item | undefined): IndexRow | undefined {
  return item && getIndexActions([index], undefined, item, table).puts[0];
}

function itemAt(key: string, row: IndexRow | undefined): Item | undefined {
  return row?.key === key ? row.item : undefined;
}

/** Whether anything changes; a write that changes nothing has no stream record on AWS, and writes nothing here. */
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
