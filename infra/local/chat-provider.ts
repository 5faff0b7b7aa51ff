import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { outcomeOfFailure } from '../../shared/adapters/outcome';
import { type ProductReply, productCallIn } from './chat-products';
import { type Clock, iso } from './clock';
import type { Faults } from './faults';
import type { Sent } from './sent';
import { jsonIn, type Operation, type ServiceError, serve } from './stand-in';
import type { HttpAnswer, HttpRequest, HttpResponse } from './stand-in-server';

/** A reply to a chat: the body of a Standard Webhooks `message.replied`. */
const reply = z.object({
  type: z.literal('message.replied'),
  data: z.object({ conversationId: z.string(), agent: z.string(), text: z.string() }),
});

interface Line {
  sent: Sent;
  clock: Clock;
  /** Where replies go on to, and whose answer is given; none: every reply is taken. */
  forwardTo?: string | undefined;
}

/**
 * Plays the chat providers that replies are posted to: our own widget's, and Chatwoot and Intercom by their own calls.
 * What was accepted is in `sent`, a second delivery twice.
 */
export function startChatProvider({ port, faults, ...state }: Line & { port?: number; faults: Faults }) {
  return serve<Line>({
    port,
    operationOf: ({ method }) => (method === 'POST' ? 'PostReply' : method),
    operations: OPERATIONS,
    state,
    refuse,
    fault: (operation) => faults.take('chat', operation),
  });
}

const OPERATIONS: Record<string, Operation<Line>> = { PostReply: postReply };

async function postReply(line: Line, request: HttpRequest): Promise<HttpAnswer> {
  const call = productCallIn(request, jsonIn(request.body));
  switch (call?.is) {
    case 'reply':
      return takeProductReply(line, call.reply);
    case 'unauthorized':
      return refuse({ status: 401, error: 'Unauthorized', message: 'That is not the token of this local desk.' });
    case undefined:
      return takeReply(line, request);
  }
}

// Its id is one that no other has, also after a restart.
async function takeProductReply({ sent, clock }: Line, reply: ProductReply): Promise<HttpAnswer> {
  const { from, conversation: to, text, html } = reply;
  await sent.addReply({ at: iso(clock.now()), from, to, cc: '', replyTo: '', subject: '', text, html, headers: {} });
  return json(200, reply.answer(randomInt(2 ** 47)));
}

async function takeReply({ sent, clock, forwardTo }: Line, request: HttpRequest): Promise<HttpAnswer> {
  const { success, data: posted, error } = reply.safeParse(jsonIn(request.body));
  if (!success) return refuse({ status: 400, error: 'BadRequest', message: z.prettifyError(error) });
  const answer = forwardTo === undefined ? ACCEPTED : await forward(forwardTo, request);
  if (answer === 'no answer' || answer.status >= 300) return answer;
  await sent.addReply({
    at: iso(clock.now()),
    from: posted.data.agent,
    to: posted.data.conversationId,
    cc: '',
    replyTo: '',
    subject: '',
    text: posted.data.text,
    html: '',
    headers: webhookHeaders(request),
  });
  return answer;
}

async function forward(url: string, request: HttpRequest): Promise<HttpAnswer> {
  const headers = { 'content-type': request.headers['content-type'] ?? 'application/json', ...webhookHeaders(request) };
  return fetch(url, { method: 'POST', headers, body: request.body, redirect: 'manual' }).then(theirAnswer, noAnswer);
}

async function theirAnswer(response: Response): Promise<HttpAnswer> {
  const contentType = response.headers.get('content-type') ?? 'text/plain';
  return { status: response.status, headers: { 'content-type': contentType }, body: await response.text() };
}

// Where nobody was there, nothing was taken, and the sender may know it.
function noAnswer(failure: unknown): HttpAnswer {
  const outcome = outcomeOfFailure(failure);
  return outcome.is === 'refused' ? refuse({ status: 502, error: 'BadGateway', message: outcome.error }) : 'no answer';
}

function webhookHeaders({ headers }: HttpRequest): Record<string, string> {
  const signed = Object.entries(headers).filter(([name]) => name.startsWith('webhook-'));
  return Object.fromEntries(signed.map(([name, value]) => [name, String(value)]));
}

const json = (status: number, body: object): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const refuse = ({ status, error, message }: ServiceError): HttpAnswer => json(status, { error, message });
const ACCEPTED = json(200, {});
