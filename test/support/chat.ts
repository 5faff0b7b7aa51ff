import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SignatureHeaders, sign, verify } from '../../shared/chat/signature';
import type { Verdict } from '../../shared/chat/verdict';
import type { Answer, DeskClient } from './local-desk';

export const CHAT_SECRET = 'whsec_bG9jYWwtc2VjcmV0LWZvci1kZXZlbG9wbWVudA==';

export interface ChatMessage {
  readonly conversationId: string;
  readonly messageId: string;
  readonly text: string;
  readonly visitor: { readonly name: string; readonly email?: string };
}

/** How a webhook is posted, where not as it should be. */
export interface Posting {
  readonly secret?: string;
  readonly signedAt?: number;
  readonly path?: string;
  readonly headers?: Partial<SignatureHeaders>;
}

/** What the chat widget's webhook posts when a visitor has written something. */
export const visitorWrites = (desk: DeskClient, message: Partial<ChatMessage> = {}, posting: Posting = {}) => {
  const data = { ...MESSAGE, sentAt: '2026-01-12T10:00:00+01:00', ...message };
  return postWebhook(desk, JSON.stringify({ type: 'message.created', data }), posting);
};

/** Posts any body as the widget would, signed by the desk's clock. */
export async function postWebhook(desk: DeskClient, body: string, posting: Posting = {}): Promise<Answer<unknown>> {
  const { secret = CHAT_SECRET, signedAt = await nowAt(desk), path = '/chat/standard', headers = {} } = posting;
  const signed = { ...sign('evt_1', signedAt, body, secret), ...headers };
  return desk.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...signed }, body });
}

const MESSAGE: ChatMessage = {
  conversationId: 'c-1',
  messageId: 'm-1',
  text: 'Hei, jeg får ikke meldt på laget mitt. Hva gjør jeg?',
  visitor: { name: 'Lise', email: 'lise@klubb.example' },
};

const nowAt = async (desk: DeskClient): Promise<number> =>
  Date.parse(((await desk.request('/local/clock')).body as { now: string }).now);

/** A reply as the chat provider gets it. */
export interface ReceivedReply {
  readonly verdict: Verdict;
  readonly id: string;
  readonly body: unknown;
}

/** The chat provider: takes what is posted to it, and judges its signature by the time it bears. */
export async function startProvider() {
  const replies: ReceivedReply[] = [];
  const server = createServer(async (request, response) => {
    replies.push(await received(request));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/replies`, replies, stop: () => void server.close() };
}

async function received(request: IncomingMessage): Promise<ReceivedReply> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const at = Number(headers['webhook-timestamp']) * 1000;
  return { verdict: verify(headers, body, [CHAT_SECRET], at), id: headers['webhook-id'] ?? '', body: JSON.parse(body) };
}
