import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import * as z from 'zod';
import { type Operation, serve } from '../../../infra/local/stand-in';
import { type Listening, listen } from '../../../infra/local/stand-in-server';

const OPERATIONS: Record<string, Operation<string>> = {
  Greet: async (greeting, { body }) => ({ status: 200, body: `${greeting} ${body}` }),
  Demand: async (_, { body }) => ({ status: 200, body: z.email('Give an address.').parse(String(body)) }),
  Measure: () => Promise.reject(new RangeError('cron has six fields')),
  Break: () => Promise.reject(new Error('broken')),
};

let server: Listening;

beforeAll(async () => {
  server = await serve({
    operationOf: ({ path }) => path.slice(1),
    operations: OPERATIONS,
    state: 'Hei',
    refuse: ({ status, error, message }) => ({ status, body: `${error}: ${message}` }),
  });
});
afterAll(() => server.stop());

const ask = async (operation: string, body = '') => {
  const response = await fetch(`${server.url}/${operation}`, { method: 'POST', body });
  return `${response.status} ${await response.text()}`;
};

describe('a stand-in', () => {
  it('answers an operation from its state and the request', async () => {
    expect(await ask('Greet', 'på deg')).toBe('200 Hei på deg');
  });

  it.each([
    ['an operation that is not played', 'Fly', '501 NotImplemented: The local desk does not play Fly.'],
    ['what a schema does not take', 'Demand', '400 ValidationException: ✖ Give an address.'],
    ['an expression that is none', 'Measure', '400 ValidationException: cron has six fields'],
    ['what breaks', 'Break', '500 InternalError: broken'],
  ])('refuses %s in its own format', async (_, operation, answer) => {
    expect(await ask(operation)).toBe(answer);
  });

  it('lives on when a client leaves in the middle of a body', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('POST /Greet HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    expect(await ask('Greet', 'igjen')).toBe('200 Hei igjen');
  });
});

it('a server that stops ends the connections that are kept alive', async () => {
  const { url, stop } = await listen({ handle: async () => ({ status: 204 }) });
  const agent = new Agent({ keepAlive: true });
  const status = await new Promise((resolve) => {
    request(url, { agent }, (response) => response.resume().on('end', () => resolve(response.statusCode))).end();
  });
  await stop();
  agent.destroy();
  expect(status).toBe(204);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

it('a server says when its port is taken', async () => {
  await expect(listen({ port: server.port, handle: async () => 'no answer' })).rejects.toThrow('EADDRINUSE');
});
