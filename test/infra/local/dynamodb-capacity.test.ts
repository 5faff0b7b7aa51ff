import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../../infra/local/dynamodb';
import type { Listening } from '../../../infra/local/stand-in-server';
import { clientOf, createDesk } from './dynamodb-desk';

const Key = { pk: 'T#1', sk: 'SUMMARY' };
const plain = { ...Key, subject: 'No login' };
const queued = { ...plain, queue: 'QUEUE#2', next: '2026-11-27' };
const known = { ...queued, customer: 'C#7', receivedAt: '2026-11-27' };
const kB = (n: number, letter = 'x') => letter.repeat(n * 1000);

const asked = { TableName: 'desk', ReturnConsumedCapacity: 'INDEXES' as const };
const put = (Item: object) => () => client.send(new PutCommand({ ...asked, Item }));
const remove = () => client.send(new DeleteCommand({ ...asked, Key }));
const update = (UpdateExpression: string, values?: Record<string, string>) => () =>
  client.send(new UpdateCommand({ ...asked, Key, UpdateExpression, ExpressionAttributeValues: values }));

let db: Listening;
let client: DynamoDBDocumentClient;

beforeEach(async () => {
  db = await startDynamoDb({ location: ':memory:' });
  client = clientOf(db.url);
  await createDesk(client);
});

afterEach(() => db.stop());

describe('the write units of a request', () => {
  it.each([
    ['an item that no index holds', undefined, put(plain), { table: 1 }],
    ['an item in one index', undefined, put(queued), { table: 1, byQueue: 1 }],
    ['an item in both', undefined, put(known), { table: 1, byQueue: 1, byCustomer: 1 }],
    ['a large item with a small row', undefined, put({ ...queued, text: kB(2.5) }), { table: 3, byQueue: 1 }],
    ['a large row', undefined, put({ ...queued, subject: kB(1.5) }), { table: 2, byQueue: 2 }],
    ['letters that take two bytes', undefined, put({ ...plain, text: kB(0.6, 'å') }), { table: 2 }],
    ['the same item again', known, put(known), { table: 1 }],
    ['an item that shrinks', { ...plain, text: kB(2.5) }, put(plain), { table: 3 }],
    ['an attribute that no index shows', known, update('SET note = :n', { ':n': 'x' }), { table: 1 }],
    ['an attribute that one index shows', known, update('SET subject = :s', { ':s': 'x' }), { table: 1, byQueue: 1 }],
    ['an index key that moves', known, update('SET queue = :q', { ':q': 'WAITING' }), { table: 1, byQueue: 2 }],
    [
      'a large row that moves',
      { ...queued, subject: kB(1.5) },
      put({ ...queued, queue: 'PARKED' }),
      { table: 2, byQueue: 3 },
    ],
    ['an item that leaves an index', known, update('REMOVE queue'), { table: 1, byQueue: 1 }],
    ['an item that enters an index', plain, put(queued), { table: 1, byQueue: 1 }],
    ['an item that is deleted', known, remove, { table: 1, byQueue: 1, byCustomer: 1 }],
    ['an item that is not there to delete', undefined, remove, { table: 1 }],
  ])('count %s', async (_, before, write, { table, ...indexes }) => {
    if (before) await put(before)();
    const { ConsumedCapacity: consumed } = await write();
    expect(consumed).toEqual({
      TableName: 'desk',
      CapacityUnits: Object.values(indexes).reduce((sum, units) => sum + units, table),
      Table: { CapacityUnits: table },
      ...(Object.keys(indexes).length && { GlobalSecondaryIndexes: unitsEach(indexes) }),
    });
  });

  it('are one sum where the total is asked for', async () => {
    const { ConsumedCapacity: consumed } = await client.send(
      new PutCommand({ TableName: 'desk', ReturnConsumedCapacity: 'TOTAL', Item: known }),
    );
    expect(consumed).toEqual({ TableName: 'desk', CapacityUnits: 3 });
  });

  it('add up over a batch', async () => {
    await put(known)();
    const { ConsumedCapacity: consumed } = await client.send(
      new BatchWriteCommand({
        RequestItems: { desk: [{ PutRequest: { Item: { ...queued, sk: 'C#1' } } }, { DeleteRequest: { Key } }] },
        ReturnConsumedCapacity: 'INDEXES',
      }),
    );
    expect(consumed).toEqual([
      {
        TableName: 'desk',
        CapacityUnits: 5,
        Table: { CapacityUnits: 2 },
        GlobalSecondaryIndexes: unitsEach({ byQueue: 2, byCustomer: 1 }),
      },
    ]);
  });

  it('are not told unless asked for', async () => {
    const { ConsumedCapacity: consumed } = await client.send(new PutCommand({ TableName: 'desk', Item: known }));
    expect(consumed).toBeUndefined();
  });
});

function unitsEach(indexes: Record<string, number>) {
  return Object.fromEntries(Object.entries(indexes).map(([name, units]) => [name, { CapacityUnits: units }]));
}
