import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import { type ChatAccess, chatAccessIn } from '../chat/access';
import type { ProviderName } from '../chat/providers';
import type { Secrets } from '../desk/ports';
import type { ReplySecret } from '../mail/thread';
import { type Instant, MINUTE } from '../promises/instant';
import { remembered } from '../promises/remembered';
import { rememberedFor } from './remembered-for';

/** So soon a new secret is taken up everywhere. */
const READ_AGAIN_AFTER = 5 * MINUTE;

/**
 * Secrets from SSM. `<prefix>/reply-secrets` holds `version:base64` words, newest first; `<prefix>/chat/standard` webhook
 * secrets, `whsec_` and base64; `<prefix>/chat/<provider>` the JSON of `chat/access.ts`. A key that is missing, or short
 * enough to be guessed, is refused.
 */
export function ssmSecrets(client: SSMClient, prefix: string, now: () => Instant): Secrets {
  const secret = remembered((name: string) =>
    rememberedFor(READ_AGAIN_AFTER, now, () => parameterOf(client, `${prefix}/${name}`)),
  );
  const access = remembered((provider: ProviderName) =>
    rememberedFor(READ_AGAIN_AFTER, now, () => accessOf(client, provider, `${prefix}/chat/${provider}`)),
  );
  return {
    replySecrets: async () => replySecretsIn(await secret('reply-secrets')(), `${prefix}/reply-secrets`),
    chat: (provider) => access(provider)(),
  };
}

async function parameterOf(client: SSMClient, name: string): Promise<string> {
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return Parameter?.Value ?? '';
}

async function accessOf(client: SSMClient, provider: ProviderName, name: string): Promise<ChatAccess | undefined> {
  const text = await parameterOf(client, name).catch(nothingIfMissing);
  return text === undefined ? undefined : accessIn(provider, text, name);
}

function nothingIfMissing(error: unknown): undefined {
  if (!(error instanceof ParameterNotFound)) throw error;
}

function accessIn(provider: ProviderName, text: string, parameter: string): ChatAccess {
  try {
    return chatAccessIn(provider, text);
  } catch (error) {
    throw new Error(`The SSM parameter ${parameter} can't be used. ${error instanceof Error ? error.message : error}`);
  }
}

function replySecretsIn(text: string, parameter: string): ReplySecret[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [version = '', key = ''] = word.split(':');
      return { version, key: keyIn(key, parameter) };
    });
}

const BYTES_MIN = 16;

function keyIn(base64: string, parameter: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length >= BYTES_MIN) return key;
  throw new Error(
    `The SSM parameter ${parameter} holds no key of ${BYTES_MIN} bytes or more. \`openssl rand -base64 32\` makes one; ` +
      'reply-secrets are written version:key.',
  );
}
