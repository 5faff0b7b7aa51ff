import type { ChatAccess } from '../shared/chat/access';
import { CHAT_PROVIDERS, PROVIDER_NAMES, type ProviderName, providerNamed } from '../shared/chat/providers';
import type { Verdict } from '../shared/chat/verdict';
import type { Desk } from '../shared/desk/ports';
import { receiveChat } from '../shared/desk/receive-chat';
import { Refusal } from '../shared/ticket/refusal';
import { onHttp } from './edge/on-http';
import { jsonOf, type Request } from './edge/request';
import { json, noContent, type Response } from './edge/response';

const PROVIDER = /^\/chat\/([\w-]+)$/;

/** A chat provider's webhook: verified on the bytes as they came, answered once what it brings is safe. */
export const receiveChatFunction = (desk: Desk) => onHttp(desk.log, (request) => receive(desk, request));

async function receive(desk: Desk, request: Request): Promise<Response> {
  const provider = providerOf(request);
  const access = await accessTo(desk, provider);
  // Intercom asks so whether there is anybody, before it posts.
  if (request.method === 'HEAD') return noContent;
  const { now } = await desk.circumstances();
  verified(desk, provider, CHAT_PROVIDERS[provider].verify(request.headers, request.body, access.secrets, now));
  const inbound = CHAT_PROVIDERS[provider].parse(jsonOf(request), now);
  const ticket = inbound && (await receiveChat(desk)(provider, inbound));
  return ticket ? json(200, { ticket }) : noContent;
}

function providerOf({ path }: Request): ProviderName {
  const provider = providerNamed(PROVIDER.exec(path)?.[1] ?? '');
  if (provider) return provider;
  const known = PROVIDER_NAMES.map((name) => `“${name}”`).join(', ');
  throw new Refusal('no-such-path', `The chat providers known here are ${known}.`);
}

async function accessTo({ secrets }: Desk, provider: ProviderName): Promise<ChatAccess> {
  const access = await secrets.chat(provider);
  if (!access) throw new Refusal('no-such-path', `The chat provider “${provider}” has not been set up here.`);
  return access;
}

function verified({ log }: Desk, provider: ProviderName, verdict: Verdict): void {
  if (verdict === 'genuine') return;
  log.info('chat webhook refused', { provider, verdict });
  throw new Refusal('not-signed-in', FAULTS[verdict](CHAT_PROVIDERS[provider].signedBy));
}

const FAULTS: Readonly<Record<Exclude<Verdict, 'genuine'>, (signedBy: string) => string>> = {
  unsigned: (signedBy) => `Sign the body; it is known by ${signedBy}.`,
  forged: () => 'The signature does not fit the body and the secret.',
  stale: () => 'The timestamp is more than five minutes from now. Sign it again.',
};
