import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../../infra/local/dynamodb';
import type { Listening } from '../../../infra/local/stand-in-server';
import { newFolder } from '../../support/folder';
import { clientOf, createDesk } from './dynamodb-desk';

const ticket = { pk: 'T#1', sk: 'SUMMARY', queue: 'QUEUE#2', next: '2026-11-27', subject: 'No login' };
const { pk, sk } = ticket;

const put = (Item: object) => new PutCommand({ TableName: 'desk', Item });
const batchOf = (items: object[]) =>
  new BatchWriteCommand({ RequestItems: { desk: items.map((Item) => ({ PutRequest: { Item } })) } });
const get = new GetCommand({ TableName: 'desk', Key: { pk, sk }, ConsistentRead: true });
const set = (name: string, value: string) =>
  new UpdateCommand({
    TableName: 'desk',
    Key: { pk, sk },
    UpdateExpression: 'SET #name = :value',
    ExpressionAttributeNames: { '#name': name },
    ExpressionAttributeValues: { ':value': value },
  });

let db: Listening;
let client: DynamoDBDocumentClient;

beforeEach(async () => {
  db = await startDynamoDb({ location: ':memory:' });
  client = clientOf(db.url);
  await createDesk(client);
});

afterEach(() => db.stop());

describe('the local DynamoDB', () => {
  it('can be reached from this machine only', () => {
    expect(db.url).toBe(`http://127.0.0.1:${db.port}`);
  });

  it('has a table ready as soon as it is created', async () => {
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'desk' }));
    expect(table).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE' }, { IndexStatus: 'ACTIVE' }],
    });
  });

  it('lets one of many put the same new item', async () => {
    const putNew = new PutCommand({ ...put(ticket).input, ConditionExpression: 'attribute_not_exists(pk)' });
    const outcome = () =>
      client.send(putNew).then(
        () => 'put',
        (error: Error) => error.name,
      );
    const outcomes = await Promise.all(Array.from({ length: 8 }, outcome));
    expect(outcomes.toSorted()).toEqual([...Array(7).fill('ConditionalCheckFailedException'), 'put']);
  });

  it('gives a long list page by page, in order', async () => {
    const all = Array.from({ length: 225 }, (_, n) => ({ ...ticket, sk: `C#${String(n).padStart(3, '0')}` }));
    for (let n = 0; n < all.length; n += 25) await client.send(batchOf(all.slice(n, n + 25)));
    const list = { TableName: 'desk', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    const pages = [];
    for await (const { Items } of paginateQuery({ client, pageSize: 110 }, list)) pages.push(Items);
    expect(pages.map((page) => page?.length)).toEqual([110, 110, 5]);
    expect(pages.flat()).toEqual(all);
  });

  it('keeps its items when it is stopped in the middle of things and started again at once', async () => {
    const location = await newFolder();
    const first = await startDynamoDb({ location });
    const early = clientOf(first.url);
    await createDesk(early);
    await early.send(put(ticket));
    const cut = early.send(put({ ...ticket, sk: 'C#1' })).catch(() => 'cut');
    await first.stop();
    await cut;

    const second = await startDynamoDb({ location });
    expect(await clientOf(second.url).send(get)).toMatchObject({ Item: ticket });
    await second.stop();
  });

  it('will not share its folder', async () => {
    const location = await newFolder();
    const first = await startDynamoDb({ location });
    await expect(startDynamoDb({ location })).rejects.toMatchObject({ code: 'LEVEL_DATABASE_NOT_OPEN' });
    await first.stop();
  });
});

describe('an empty index key', () => {
  const refusal = {
    name: 'ValidationException',
    message: expect.stringContaining('IndexName: byQueue, IndexKey: queue'),
  };

  it('is refused in a new item', async () => {
    await expect(client.send(put({ ...ticket, queue: '' }))).rejects.toMatchObject(refusal);
    expect((await client.send(get)).Item).toBeUndefined();
  });

  it('is refused in an update, which leaves the item free for the next one', async () => {
    await client.send(put(ticket));
    await expect(client.send(set('queue', ''))).rejects.toMatchObject(refusal);
    await client.send(set('queue', 'WAITING'));
    expect((await client.send(get)).Item).toEqual({ ...ticket, queue: 'WAITING' });
  });

  it('is refused in a batch', async () => {
    await expect(client.send(batchOf([{ ...ticket, queue: '' }]))).rejects.toMatchObject(refusal);
  });

  it('is fine where no index looks', async () => {
    await client.send(put({ ...ticket, subject: '' }));
    expect((await client.send(get)).Item).toMatchObject({ subject: '' });
  });
});
