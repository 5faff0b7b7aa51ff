import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { NAMES } from '../../infra/local/seeds';
import { TABLE, tableOf } from '../../shared/adapters/table';
import type { RunningDesk } from './in-process';
import type { Books } from './ledger';

export type Row = Readonly<Record<string, unknown>>;

/** All items of the table, or all rows of one of its indexes. Only a test scans. */
export async function itemsOf(desk: RunningDesk, index?: string): Promise<Row[]> {
  const { client } = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = { TableName: NAMES.table, IndexName: index, ExclusiveStartKey: from };
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand(page));
    rows.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return rows;
}

/** Each index has the rows that the items ask for, and no other. */
export async function indexesAgree({ desk, items }: Books): Promise<string[]> {
  const found = TABLE.indexes.map(async ({ name, partition, sort, carries }) => {
    const shown = ['pk', 'sk', partition, sort, ...carries];
    const due = items.filter((item) => partition in item && sort in item).map((item) => lineOf(item, shown));
    const rows = (await itemsOf(desk, name)).map((row) => lineOf(row, Object.keys(row)));
    return differences(due, rows).map((line) => `${name} is not as the items are: ${line}`);
  });
  return (await Promise.all(found)).flat();
}

const lineOf = (item: Row, names: readonly string[]): string =>
  JSON.stringify([...names].sort().flatMap((name) => (name in item ? [[name, item[name]]] : [])));

function differences(some: readonly string[], others: readonly string[]): string[] {
  const [these, those] = [new Set(some), new Set(others)];
  return [...some.filter((line) => !those.has(line)), ...others.filter((line) => !these.has(line))];
}
