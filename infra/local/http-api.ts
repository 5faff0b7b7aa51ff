import type { Clock } from './clock';
import { decodedPath, eventOf } from './http-api-event';
import { responseOf } from './http-api-response';
import { type HttpAnswer, type HttpRequest, type HttpResponse, type Listening, listen } from './stand-in-server';

interface HttpApi {
  port?: number;
  clock: Clock;
  newId(): string;
  /** The function that answers; `path` is percent-decoded. */
  routes(method: string, path: string): string | undefined;
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Asked before the routes: what the local desk answers by itself. */
  local?(request: HttpRequest): Promise<HttpAnswer | undefined>;
  /** Told what a function threw, or why its result is no answer. */
  onFailure?(failure: unknown): void;
}

/** API Gateway's HTTP API in front of the functions. */
export function startHttpApi({ port, ...api }: HttpApi): Promise<Listening> {
  return listen({
    port,
    limit: { bytes: BODY_MAX, answer: message(413, 'Request Entity Too Large') },
    handle: async (request) => (await api.local?.(request)) ?? ask(api, request),
  });
}

async function ask(api: Omit<HttpApi, 'port'>, request: HttpRequest): Promise<HttpResponse> {
  const name = api.routes(request.method, decodedPath(request));
  if (name === undefined) return message(404, 'Not Found');
  const event = eventOf(request, { requestId: api.newId(), now: api.clock.now() });
  return api
    .invoke(name, event)
    .then(responseOf)
    .catch((failure: unknown) => {
      api.onFailure?.(failure);
      return message(500, 'Internal Server Error');
    });
}

const message = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

const BODY_MAX = 10 * 1024 * 1024;
