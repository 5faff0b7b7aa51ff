import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../../infra/local/dynamodb';
import { sdkFor } from './stand-ins';

type Row = Record<string, unknown>;

interface DeskIndex {
  keys: [partition: string, sort: string];
  shows: string[];
}

/** A table like the desk's: one sparse index that shows a list's rows, one that has keys only. */
const indexes: [name: string, index: DeskIndex][] = [
  ['byQueue', { keys: ['queue', 'next'], shows: ['subject'] }],
  ['byCustomer', { keys: ['customer', 'receivedAt'], shows: [] }],
];

const keySchema = ([partition, sort]: [string, string]) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const desk = { TableName: 'desk' };

export const DESK = {
  ...desk,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keySchema(['pk', 'sk']),
  AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap(([, { keys }]) => keys)].map((name) => ({
    AttributeName: name,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: indexes.map(([name, { keys, shows }]) => ({
    IndexName: name,
    KeySchema: keySchema(keys),
    Projection: shows.length
      ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: shows }
      : { ProjectionType: 'KEYS_ONLY' as const },
  })),
} satisfies CreateTableCommandInput;

export const clientOf = (url: string) => DynamoDBDocumentClient.from(new DynamoDBClient(sdkFor(url)));

export const createDesk = (client: DynamoDBDocumentClient) => client.send(new CreateTableCommand(DESK));

interface Contents {
  items: Row[];
  /** What each index has, and what it must have with these items. */
  rows: Record<string, Row[]>;
  rowsDue: Record<string, Row[]>;
}

export async function contentsOf(location: string): Promise<Contents> {
  const { url, stop } = await startDynamoDb({ location });
  const scan = async (where: object) =>
    inOrder((await clientOf(url).send(new ScanCommand({ ...desk, ...where }))).Items);
  const items = await scan({});
  const rows = await Promise.all(indexes.map(async ([name]) => [name, await scan({ IndexName: name })]));
  await stop();
  const rowsDue = indexes.map(([name, index]) => [name, inOrder(rowsOf(items, index))]);
  return { items, rows: Object.fromEntries(rows), rowsDue: Object.fromEntries(rowsDue) };
}

function rowsOf(items: Row[], { keys, shows }: DeskIndex): Row[] {
  const attributes = new Set(['pk', 'sk', ...keys, ...shows]);
  return items
    .filter((item) => keys.every((key) => key in item))
    .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => attributes.has(name))));
}

function inOrder(rows: Row[] = []): Row[] {
  const place = ({ pk, sk }: Row) => `${pk} ${sk}`;
  return rows.toSorted((a, b) => place(a).localeCompare(place(b)));
}
