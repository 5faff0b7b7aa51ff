import * as z from 'zod';
import { providersId } from './fields';
import type { ProviderName } from './providers';

/** How a provider's webhooks are known, and how it is reached with replies. Several secrets may be live, newest first. */
export type ChatAccess = { readonly secrets: readonly string[] } & (
  | { readonly provider: 'standard' }
  | { readonly provider: 'chatwoot'; readonly baseUrl: string; readonly account: string; readonly token: string }
  | { readonly provider: 'intercom'; readonly baseUrl: string; readonly admin: string; readonly token: string }
);

/** Reads what is kept of a provider. Throws an `Error` that says what to write, and nothing of what is written. */
export const chatAccessIn = (provider: ProviderName, text: string): ChatAccess => READERS[provider](text);

const READERS: { readonly [P in ProviderName]: (text: string) => ChatAccess } = {
  standard: (text) => ({ provider: 'standard', secrets: read(standardSecrets, text, 'whsec_KEY') }),
  chatwoot: (text) => ({ provider: 'chatwoot', ...read(chatwootAccess, jsonIn(text), CHATWOOT) }),
  intercom: (text) => ({ provider: 'intercom', ...read(intercomAccess, jsonIn(text), INTERCOM) }),
};

const BYTES_MIN = 16;
const TOO_SHORT = `Write secrets of ${BYTES_MIN} bytes or more each; \`openssl rand -base64 32\` makes one.`;

const inWords = (text: string): string[] => text.trim().split(/\s+/);

const standardSecrets = z
  .string()
  .transform(inWords)
  .refine((secrets) => secrets.every((secret) => bytesOf(secret) >= BYTES_MIN), TOO_SHORT);

const bytesOf = (secret: string): number => Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length;

const secret = z
  .string('Write the secret of its webhook; while it is changed both, with a space between.')
  .transform(inWords)
  .refine((secrets) => secrets.every(({ length }) => length >= BYTES_MIN), TOO_SHORT);

const token = z.string('Write the token of its API.').trim().min(1, 'Write the token of its API.');

const baseUrl = z
  .url('Write an address that begins with https://.')
  .refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url), 'Write an address with https://.')
  .transform((url) => url.replace(/\/+$/, ''));

const CHATWOOT = '{"secret": "…", "token": "…", "account": 1, "baseUrl": "https://app.chatwoot.com"}';

const chatwootAccess = z
  .object({ secret, token, account: providersId, baseUrl: baseUrl.default('https://app.chatwoot.com') })
  .transform(({ secret: secrets, ...rest }) => ({ secrets, ...rest }));

const INTERCOM = '{"secret": "…", "token": "…", "admin": 1, "baseUrl": "https://api.eu.intercom.io"}';

const intercomAccess = z
  .object({ secret, token, admin: providersId, baseUrl: baseUrl.default('https://api.intercom.io') })
  .transform(({ secret: secrets, ...rest }) => ({ secrets, ...rest }));

function read<T>(schema: z.ZodType<T>, given: unknown, example: string): T {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  throw new Error(`${z.prettifyError(error)}\nWrite it so: ${example}`);
}

// What a parser says of bad JSON quotes it, secrets and all.
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
