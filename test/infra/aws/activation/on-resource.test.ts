import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onResource } from '../../../../infra/aws/activation/on-resource';
import { deployed } from './deployed';

interface Told {
  readonly method: string | undefined;
  readonly contentType: string | undefined;
  readonly answer: unknown;
}

const told: Told[] = [];
const cloudFormation = createServer(async (request: IncomingMessage, response) => {
  const answer = JSON.parse(await text(request));
  told.push({ method: request.method, contentType: request.headers['content-type'], answer });
  response.end();
});
let url: string;

beforeAll(async () => {
  cloudFormation.listen(0, '127.0.0.1');
  await once(cloudFormation, 'listening');
  url = `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}/`;
});
afterAll(() => cloudFormation.close());
beforeEach(() => void told.splice(0));

it('CloudFormation is told the id of the resource, as its signed URL wants it', async () => {
  await onResource(async () => 'ours/newsletter')(deployed('Create', {}, '', url));
  expect(told).toEqual([
    {
      method: 'PUT',
      contentType: '',
      answer: {
        Status: 'SUCCESS',
        PhysicalResourceId: 'ours/newsletter',
        StackId: 'stack',
        RequestId: 'request',
        LogicalResourceId: 'active',
      },
    },
  ]);
});

it('what is refused is told to whoever deploys, and the resource keeps its id', async () => {
  const refuse = onResource(async () => {
    throw new Error('“newsletter” would fall silent');
  });
  await refuse(deployed('Create', {}, '', url));
  await refuse(deployed('Update', {}, 'ours/newsletter', url));
  expect(told.map(({ answer }) => answer)).toMatchObject([
    { Status: 'FAILED', Reason: '“newsletter” would fall silent', PhysicalResourceId: 'active' },
    { Status: 'FAILED', PhysicalResourceId: 'ours/newsletter' },
  ]);
});
