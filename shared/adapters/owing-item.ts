import { gunzipSync, gzipSync } from 'node:zlib';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Ledger } from '../desk/ports';
import { type Instant, MINUTE } from '../promises/instant';
import { owed } from '../ticket/delivery';
import { OWED, putIfAbsent, sortable, type Table } from './table';

/** Where what owes a letter of its own is kept: of one sort, in order. */
export interface OwingKey {
  readonly pk: string;
  readonly sk: string;
}

/** Keeps it with its letter owed, as a commit owes its effects, unless something is kept there. */
export async function keepWithLetter(table: Table, key: OwingKey, content: object, at: Instant): Promise<void> {
  const owes = { queue: OWED, queueAt: sortable(at + MINUTE) };
  await keep(table, key, content, at, owes);
}

/** Keeps it for the record, with nothing owed. */
export async function keepWithoutLetter(table: Table, key: OwingKey, content: object, at: Instant): Promise<void> {
  await keep(table, key, content, at, { deliveries: [], revision: 0 });
}

// `facts` is there for the ledger, which counts an uncertain letter in it.
const keep = (table: Table, key: OwingKey, content: object, at: Instant, ledger: object): Promise<boolean> =>
  putIfAbsent(table, { ...key, content: packed(content), at, facts: {}, ...ledger });

interface OwingItem extends Partial<Ledger> {
  readonly content: Uint8Array;
  readonly at: Instant;
}

/** What is kept there, with how far its letter has come. */
export async function keptAt<T>(
  { client, name }: Table,
  { pk, sk }: OwingKey,
): Promise<(Ledger & { readonly content: T }) | undefined> {
  const found = await client.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }));
  if (!found.Item) return undefined;
  const { content, at, revision = 0, deliveries = [owed(at)] } = found.Item as OwingItem;
  return { content: unpacked(content), revision, deliveries };
}

/** The newest of that sort that comes before this one. */
export async function lastKeptBefore<T>({ client, name }: Table, { pk, sk }: OwingKey): Promise<T | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :sort AND sk < :this',
      ExpressionAttributeValues: { ':sort': pk, ':this': sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [last] = Items as OwingItem[];
  return last && unpacked(last.content);
}

// A report carries every open ticket, and an item holds 400 kB: as it is that would be some 3,000 of them, packed it is
// 20,000.
const packed = (content: object): Uint8Array => gzipSync(JSON.stringify(content));
const unpacked = <T>(content: Uint8Array): T => JSON.parse(gunzipSync(content).toString('utf8'));
