import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { startDynamoDb, type WrittenItem } from '../../../infra/local/dynamodb';
import { clientOf, createDesk } from './dynamodb-desk';

const keys = { pk: { S: 'T#1' }, sk: { S: 'C#1' } };
const image = { ...keys, subject: { S: 'No login' } };

const desk = { TableName: 'desk' };
const key = { pk: 'T#1', sk: 'C#1' };

type Write = (client: DynamoDBDocumentClient) => Promise<unknown>;

const put =
  (subject: string): Write =>
  (client) =>
    client.send(new PutCommand({ ...desk, Item: { ...key, subject } }));
const remove: Write = (client) => client.send(new DeleteCommand({ ...desk, Key: key }));
const rename: Write = (client) =>
  client.send(
    new UpdateCommand({
      ...desk,
      Key: key,
      UpdateExpression: 'SET subject = :subject',
      ExpressionAttributeValues: { ':subject': 'No password' },
    }),
  );
const replaceBy =
  (other: object): Write =>
  (client) =>
    client.send(
      new BatchWriteCommand({
        RequestItems: { desk: [{ PutRequest: { Item: other } }, { DeleteRequest: { Key: key } }] },
      }),
    );
const putOnce: Write = (client) =>
  client
    .send(new PutCommand({ ...desk, Item: key, ConditionExpression: 'attribute_not_exists(pk)' }))
    .catch((error) => expect(error).toMatchObject({ name: 'ConditionalCheckFailedException' }));

/** What is told of the last of these writes. */
async function toldOf(...writes: Write[]): Promise<WrittenItem[]> {
  const told: WrittenItem[] = [];
  const { url, stop } = await startDynamoDb({ location: ':memory:', onWritten: (write) => told.push(write) });
  const client = clientOf(url);
  await createDesk(client);
  for (const write of writes) {
    told.length = 0;
    await write(client);
  }
  await stop();
  return told;
}

describe('whoever listens to the table', () => {
  it('is told of a new item', async () => {
    expect(await toldOf(put('No login'))).toEqual([{ table: 'desk', keys, isNew: true, item: image }]);
  });

  it('is told of an item that was replaced', async () => {
    const item = { ...keys, subject: { S: 'No mail' } };
    expect(await toldOf(put('No login'), put('No mail'))).toEqual([{ table: 'desk', keys, isNew: false, item }]);
  });

  it('is told of an update', async () => {
    const item = { ...keys, subject: { S: 'No password' } };
    expect(await toldOf(put('No login'), rename)).toEqual([{ table: 'desk', keys, isNew: false, item }]);
    expect(await toldOf(rename)).toEqual([{ table: 'desk', keys, isNew: true, item }]);
  });

  it('is told of a deletion, without an image', async () => {
    expect(await toldOf(put('No login'), remove)).toEqual([{ table: 'desk', keys, isNew: false }]);
  });

  it('is told of every item of a batch', async () => {
    const second = { pk: { S: 'T#2' }, sk: { S: 'C#1' } };
    expect(await toldOf(put('No login'), replaceBy({ pk: 'T#2', sk: 'C#1' }))).toEqual([
      { table: 'desk', keys: second, isNew: true, item: second },
      { table: 'desk', keys, isNew: false },
    ]);
  });

  it.each<[string, ...Write[]]>([
    ['puts what is there already', put('No login'), put('No login')],
    ['deletes what is not there', remove],
    ['fails its condition', put('No login'), putOnce],
  ])('is told nothing of a request that %s', async (_, ...writes) => {
    expect(await toldOf(...writes)).toEqual([]);
  });
});
