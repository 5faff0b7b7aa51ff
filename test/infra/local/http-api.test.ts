import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { startHttpApi } from '../../../infra/local/http-api';
import { counted, desk } from './stand-ins';

const { clock } = desk();
const failures: unknown[] = [];
let stop: () => Promise<void>;
let url: string;

const functions: Record<string, (event: APIGatewayProxyEventV2) => Promise<unknown>> = {
  echo: async ({ rawPath, body, requestContext }) => ({ path: rawPath, body, id: requestContext.requestId }),
  broken: () => Promise.reject(new Error('broken')),
  senseless: async () => ({ statusCode: 'ok' }),
};

beforeAll(async () => {
  const server = await startHttpApi({
    clock,
    newId: counted('request-'),
    routes: (_, path) => Object.keys(functions).find((name) => path.startsWith(`/${name}`)),
    invoke: async (name, event) => functions[name]?.(event as APIGatewayProxyEventV2),
    local: async ({ path }) => (path === '/local/clock' ? { status: 200, body: 'local' } : undefined),
    onFailure: (failure) => failures.push(failure),
  });
  ({ url, stop } = server);
});
afterAll(() => stop());

const post = (path: string, body: string | Buffer) =>
  fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } });

it('a request is answered by the function of its route', async () => {
  const response = await post('/echo/a%20b', 'blå');
  expect(await response.json()).toEqual({ path: '/echo/a b', body: 'blå', id: 'request-1' });
});

it('a path without a route is not found', async () => {
  const response = await fetch(`${url}/nothing`);
  expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
});

it.each([['broken'], ['senseless']])('a function that is %s is answered for, and told of', async (name) => {
  const response = await fetch(`${url}/${name}`);
  expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  expect(failures.pop()).toBeInstanceOf(Error);
});

it('a body may have 10 MB and no more', async () => {
  const limit = 10 * 1024 * 1024;
  expect((await post('/echo', Buffer.alloc(limit, 'a'))).status).toBe(200);
  const response = await post('/echo', Buffer.alloc(limit + 1, 'a'));
  expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
});

it('what is local is answered before the routes', async () => {
  expect(await (await fetch(`${url}/local/clock`)).text()).toBe('local');
});
