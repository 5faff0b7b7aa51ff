import { createHmac } from 'node:crypto';
import { type HttpAnswer, type HttpRequest, listen } from '../../infra/local/stand-in-server';
import type { Answer, DeskClient } from './local-desk';

export const CHATWOOT_SECRET = 'chatwoot-secret-for-tests';
export const INTERCOM_SECRET = 'intercom-secret-for-tests';
const CHATWOOT_TOKEN = 'chatwoot-token';
const INTERCOM_TOKEN = 'intercom-token';
const TEAMMATE = '814860';

/** A reply as a provider got it. */
export interface TakenReply {
  readonly path: string;
  readonly headers: HttpRequest['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** The id that it was given. */
  readonly id: number;
}

type Trouble = 'before' | 'after' | { readonly status: number };

/** Plays the interfaces of Chatwoot and Intercom that replies go through, for whoever has their tokens. */
export interface ChatService {
  readonly url: string;
  readonly replies: readonly TakenReply[];
  /** The next reply is answered with an error, cut off before it is taken, or after. */
  trouble(next: Trouble): void;
  /** What SSM holds of them. */
  readonly access: Readonly<Record<'chatwoot' | 'intercom', string>>;
  stop(): Promise<void>;
}

export async function startChatService(): Promise<ChatService> {
  const replies: TakenReply[] = [];
  const troubles: Trouble[] = [];
  const { url, stop } = await listen({ handle: async (request) => answerTo(request, replies, troubles.shift()) });
  return {
    url,
    replies,
    trouble: (next) => void troubles.push(next),
    access: {
      chatwoot: JSON.stringify({ secret: CHATWOOT_SECRET, token: CHATWOOT_TOKEN, account: 1, baseUrl: url }),
      intercom: JSON.stringify({ secret: INTERCOM_SECRET, token: INTERCOM_TOKEN, admin: TEAMMATE, baseUrl: url }),
    },
    stop,
  };
}

function answerTo(request: HttpRequest, replies: TakenReply[], trouble: Trouble | undefined): HttpAnswer {
  const { method, path, headers, body } = request;
  const written = WAYS.find(({ route }) => method === 'POST' && route.test(path));
  if (!written) return json(404, { error: 'Resource could not be found' });
  if (!written.mayReply(headers)) return json(401, { error: 'Invalid Access Token' });
  if (trouble === 'before') return 'no answer';
  if (typeof trouble === 'object') return json(trouble.status, {});
  const reply = { path, headers, body: JSON.parse(body.toString()), id: 7_000 + replies.length };
  replies.push(reply);
  return trouble === 'after' ? 'no answer' : json(200, written.answer(reply));
}

interface Way {
  readonly route: RegExp;
  mayReply(headers: HttpRequest['headers']): boolean;
  answer(reply: TakenReply): object;
}

const WAYS: readonly Way[] = [
  {
    route: /^\/api\/v1\/accounts\/1\/conversations\/\d+\/messages$/,
    mayReply: (headers) => headers['api_access_token'] === CHATWOOT_TOKEN,
    answer: ({ id, body }) => ({ id, content: body['content'], message_type: 1, private: false, status: 'sent' }),
  },
  {
    route: /^\/conversations\/\d+\/reply$/,
    mayReply: ({ authorization }) => authorization === `Bearer ${INTERCOM_TOKEN}`,
    answer: ({ id, body }) => ({
      type: 'conversation',
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: [
          { id: '1', part_type: 'comment', body: '<p>Hei</p>', author: { type: 'user', id: 'u-1' } },
          { id: String(id), part_type: 'comment', body: body['body'], author: { type: 'admin', id: TEAMMATE } },
        ],
      },
    }),
  },
];

const json = (status: number, body: object): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Posts an event as Chatwoot does, signed at an instant. */
export function chatwootPosts(desk: DeskClient, event: object, at: number): Promise<Answer<unknown>> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(at / 1000));
  const mac = createHmac('sha256', CHATWOOT_SECRET).update(`${timestamp}.${body}`).digest('hex');
  return post(desk, '/chat/chatwoot', body, {
    'x-chatwoot-timestamp': timestamp,
    'x-chatwoot-signature': `sha256=${mac}`,
  });
}

/** Posts a notification as Intercom does. */
export function intercomPosts(desk: DeskClient, notification: object): Promise<Answer<unknown>> {
  const body = JSON.stringify(notification);
  const mac = createHmac('sha1', INTERCOM_SECRET).update(body).digest('hex');
  return post(desk, '/chat/intercom', body, { 'x-hub-signature': `sha1=${mac}` });
}

const post = (desk: DeskClient, path: string, body: string, headers: Record<string, string>) =>
  desk.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
