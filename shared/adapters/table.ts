import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '../promises/instant';
import type { IsoWeek } from '../promises/iso-week';
import type { TicketId } from '../ticket/ids';

/** One table, on demand, with four sparse indexes; nothing scans. The stack and the local desk both make it from this. */
export const TABLE = {
  partition: 'pk',
  sort: 'sk',
  /** Epoch seconds from which on an item may be deleted; that takes days at times, so what is read may be older. */
  expires: 'expiresAt',
  indexes: [
    { name: 'byQueue', partition: 'queue', sort: 'queueAt', carries: ['row'] },
    { name: 'byAssignee', partition: 'assignee', sort: 'queueAt', carries: ['row'] },
    { name: 'byCustomer', partition: 'customer', sort: 'customerAt', carries: [] },
    { name: 'byWeek', partition: 'week', sort: 'weekAt', carries: ['facts'] },
  ],
} as const;

/** A table and the client to reach it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export const tableOf = (client: DynamoDBClient, name: string): Table => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name,
});

/** Instants sort as text in keys: ISO 8601 in UTC, always of the same length. */
export const sortable = (instant: number): string => new Date(instant).toISOString();

export const ticketKey = (id: TicketId): string => `T#${id}`;

export const commitKey = (id: TicketId, version: number) => ({
  pk: ticketKey(id),
  sk: `C#${String(version).padStart(6, '0')}`,
});

/** The address as it identifies (`normaliseAddress`). */
export const contactKey = (address: string) => ({ pk: `CONTACT#${address}`, sk: 'CONTACT' });

export const reportKey = (week: IsoWeek) => ({ pk: 'REPORT', sk: week });

export const digestKey = (date: LocalDate) => ({ pk: 'DIGEST', sk: date });

export const reminderKey = (date: LocalDate) => ({ pk: 'REMINDER', sk: date });

/** The partition of `byQueue` that holds what is owed. */
export const OWED = 'OWED';

/** A week's commits are spread over some partitions, so that no single one takes all writes. */
export const WEEK_SHARDS = 4;

export const weekShard = (week: IsoWeek, ticket: TicketId): string => shardOf(week, ticket.charCodeAt(0) % WEEK_SHARDS);

export const shardOf = (week: IsoWeek, shard: number): string => `WEEK#${week}#${shard}`;

export type Item = Readonly<Record<string, unknown>>;

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** Puts the item on a condition; false when the condition does not hold. */
export async function putIf({ client, name }: Table, item: Item, condition: Condition): Promise<boolean> {
  return held(client.send(new PutCommand({ TableName: name, Item: item, ...condition })));
}

export const putIfAbsent = (table: Table, item: Item): Promise<boolean> =>
  putIf(table, item, { ConditionExpression: 'attribute_not_exists(pk)' });

/** Whether a conditional write's condition held; what broke otherwise is thrown. */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** All items that a query finds, read a page at a time as they are asked for. */
export async function* itemsOf(
  { client, name }: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncIterable<Item> {
  let from: Item | undefined;
  do {
    const page = await client.send(new QueryCommand({ TableName: name, ...query, ExclusiveStartKey: from }));
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
