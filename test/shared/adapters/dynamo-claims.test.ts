import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClaims } from '../../../shared/adapters/dynamo-claims';
import { tableOf } from '../../../shared/adapters/table';

describe('claims that DynamoDB has no room to read just now', () => {
  let server: Server;
  let client: DynamoDBClient;
  let busy: number;
  beforeEach(async () => {
    server = createServer((_, response) => {
      busy -= 1;
      response.end(JSON.stringify(busy >= 0 ? LEFT : READ));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new DynamoDBClient({ region: 'eu-north-1', endpoint: `http://127.0.0.1:${port}`, credentials });
  });
  afterEach(() => {
    client.destroy();
    server.close();
  });

  const pauses: number[] = [];
  const claims = () => dynamoClaims(tableOf(client, 'desk'), async (milliseconds) => void pauses.push(milliseconds));

  it('are asked for again after pauses that grow', async () => {
    busy = 3;
    expect(await claims().holders(['k1'])).toEqual(new Map([['k1', '7K3M-Q9XD']]));
    expect(pauses).toEqual([25, 50, 100]);
  });

  it('are given up after some tries', async () => {
    busy = Infinity;
    await expect(claims().holders(['k1'])).rejects.toThrow('unread');
  });
});

const KEY = { pk: { S: 'M#k1' }, sk: { S: 'TICKET' } };
const LEFT = { Responses: { desk: [] }, UnprocessedKeys: { desk: { Keys: [KEY], ConsistentRead: true } } };
const READ = { Responses: { desk: [{ ...KEY, ticket: { S: '7K3M-Q9XD' } }] }, UnprocessedKeys: {} };
