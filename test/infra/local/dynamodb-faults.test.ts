import { crc32 } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb, type WrittenItem } from '../../../infra/local/dynamodb';
import type { TakenFault } from '../../../infra/local/faults';
import type { Listening } from '../../../infra/local/stand-in-server';
import { clientOf, createDesk } from './dynamodb-desk';

const ticket = { pk: 'T#1', sk: 'SUMMARY' };
const put = new PutCommand({ TableName: 'desk', Item: ticket });
const get = new GetCommand({ TableName: 'desk', Key: ticket, ConsistentRead: true });

let db: Listening;
let client: DynamoDBDocumentClient;
let written: WrittenItem[];
let intercepted: string[];
let fault: TakenFault | undefined;

beforeEach(async () => {
  [written, intercepted, fault] = [[], [], undefined];
  const intercept = (operation: string) => {
    intercepted.push(operation);
    return fault;
  };
  db = await startDynamoDb({ location: ':memory:', intercept, onWritten: (write) => written.push(write) });
  client = clientOf(db.url);
  await createDesk(client);
});

afterEach(() => db.stop());

describe('a fault', () => {
  it('is asked for once a request, by its operation', async () => {
    await client.send(put);
    await client.send(get);
    expect(intercepted).toEqual(['CreateTable', 'PutItem', 'GetItem']);
  });

  it('before: is the answer, and nothing takes effect', async () => {
    fault = { when: 'before', status: 400, error: 'ProvisionedThroughputExceededException' };
    await expect(client.send(put)).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    fault = undefined;
    expect((await client.send(get)).Item).toBeUndefined();
    expect(written).toEqual([]);
  });

  it('after: takes effect and cuts the connection', async () => {
    fault = { when: 'after', status: 500, error: 'InternalServerError' };
    await expect(client.send(put)).rejects.toThrow('socket hang up');
    fault = undefined;
    expect((await client.send(get)).Item).toEqual(ticket);
    expect(written).toHaveLength(1);
  });

  it('is said as DynamoDB says it', async () => {
    fault = { when: 'before', status: 500, error: 'InternalServerError' };
    const answer = await fetch(db.url, { method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' } });
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.0');
    expect(answer.headers.get('x-amz-crc32')).toBe(String(crc32(body)));
    expect(JSON.parse(body)).toMatchObject({ __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' });
  });
});
