import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpRequest {
  method: string;
  /** Percent-encoded, as it came. */
  path: string;
  rawQuery: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Names and values by turns, as they came. */
  rawHeaders: string[];
  httpVersion: string;
  sourceIp: string;
  body: Buffer;
}

/** `no answer` cuts the connection. */
export type HttpAnswer = HttpResponse | 'no answer';

export interface HttpResponse {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Listening {
  url: string;
  port: number;
  /** Takes no more connections and ends those there are. */
  stop(): Promise<void>;
}

interface Door {
  handle(request: HttpRequest): Promise<HttpAnswer>;
  /** 0, or none, takes a free port. */
  port?: number | undefined;
  /** The answer to a body over so many bytes; `handle` is not asked. */
  limit?: { bytes: number; answer: HttpAnswer };
}

/** Listens on loopback only. */
export async function listen({ handle, port = 0, limit = NO_LIMIT }: Door): Promise<Listening> {
  const server = createServer(PATIENCE, (incoming, response) => {
    respond(incoming, response, handle, limit).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${bound}`, port: bound, stop: () => stop(server) };
}

// A server that closes idle connections races with the client that is about to use one again:
// the SDK would see a reset and, where a letter is concerned, have to call it uncertain.
const PATIENCE = { keepAliveTimeout: 0, requestTimeout: 0 };
const NO_LIMIT = { bytes: Number.POSITIVE_INFINITY, answer: 'no answer' } as const;

async function respond(
  incoming: IncomingMessage,
  response: ServerResponse,
  handle: Door['handle'],
  limit: { bytes: number; answer: HttpAnswer },
): Promise<void> {
  const body = await bodyOf(incoming, limit.bytes);
  const answer = body ? await handle(requestOf(incoming, body)) : limit.answer;
  if (answer === 'no answer') response.destroy();
  else send(answer, response);
}

/** Reads a body to its end even where it is too large, or the client would never see the answer. */
async function bodyOf(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  return bytes <= maxBytes ? Buffer.concat(chunks, bytes) : undefined;
}

function requestOf(incoming: IncomingMessage, body: Buffer): HttpRequest {
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  const rawQuery = query.join('?');
  return {
    method: incoming.method ?? 'GET',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: incoming.headers,
    rawHeaders: incoming.rawHeaders,
    httpVersion: incoming.httpVersion,
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    body,
  };
}

function send({ status, headers = {}, body = '' }: HttpResponse, response: ServerResponse): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
