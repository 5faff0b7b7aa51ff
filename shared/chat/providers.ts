import { chatwoot } from './chatwoot';
import type { ChatProvider } from './inbound';
import { intercom } from './intercom';
import { standard } from './standard';

/** The chat products whose webhooks are understood here, by the names that stand in their addresses. */
export const CHAT_PROVIDERS = { standard, chatwoot, intercom } as const satisfies Record<string, ChatProvider>;

export type ProviderName = keyof typeof CHAT_PROVIDERS;

export const PROVIDER_NAMES = Object.keys(CHAT_PROVIDERS) as readonly ProviderName[];

/** The provider of that name, if it is one of ours. */
export const providerNamed = (name: string): ProviderName | undefined => PROVIDER_NAMES.find((one) => one === name);
