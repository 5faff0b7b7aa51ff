import { verify } from '../shared/chat/signature';
import { standardEvent } from '../shared/chat/standard';
import type { Desk } from '../shared/desk/ports';
import { receiveChat } from '../shared/desk/receive-chat';
import { Refusal } from '../shared/ticket/refusal';
import { onHttp } from './edge/on-http';
import { jsonOf, type Request } from './edge/request';
import { json, noContent, type Response } from './edge/response';

const PROVIDER = /^\/chat\/([\w-]+)$/;

/** A chat widget's webhook: verified on the bytes as they came, answered once the message is safe. */
export const receiveChatFunction = (desk: Desk) => onHttp(desk.log, (request) => receive(desk, request));

async function receive(desk: Desk, request: Request): Promise<Response> {
  const provider = PROVIDER.exec(request.path)?.[1];
  if (provider !== 'standard') throw new Refusal('no-such-path', 'The chat provider known here is “standard”.');
  await verified(desk, request, await desk.secrets.chatSecret(provider));
  const body = jsonOf(request);
  if (!isKnown(body)) return noContent;
  const { data } = standardEvent.parse(body);
  const ticket = await receiveChat(desk)(provider, data);
  return json(200, { ticket });
}

async function verified(desk: Desk, { headers, body }: Request, secret: string): Promise<void> {
  const { now } = await desk.circumstances();
  const verdict = verify(headers, body, secret, now);
  if (verdict === 'genuine') return;
  desk.log.info('chat webhook refused', { verdict });
  throw new Refusal('not-signed-in', FAULTS[verdict]);
}

const FAULTS = {
  unsigned: 'Sign the body: webhook-id, webhook-timestamp and webhook-signature are needed.',
  forged: 'The signature does not fit the body and the secret.',
  stale: 'The timestamp is more than five minutes from now. Sign it again.',
} as const;

// Providers add kinds of events; one that we do not know is no fault.
const KNOWN = new Set<unknown>(standardEvent.options.map(({ shape }) => shape.type.value));

function isKnown(body: unknown): boolean {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  return typeof type !== 'string' || KNOWN.has(type);
}
