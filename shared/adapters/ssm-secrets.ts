import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { Secrets } from '../desk/ports';
import type { ReplySecret } from '../mail/thread';

/**
 * Secrets from SSM, read once for each process. `<prefix>/reply-secrets` holds `version:base64` words, newest first;
 * `<prefix>/chat/<provider>` a webhook secret.
 */
export function ssmSecrets(client: SSMClient, prefix: string): Secrets {
  const read = once(async (name) => {
    const { Parameter } = await client.send(
      new GetParameterCommand({ Name: `${prefix}/${name}`, WithDecryption: true }),
    );
    if (Parameter?.Value) return Parameter.Value;
    throw new Error(`The SSM parameter ${prefix}/${name} is empty. Put the secret there.`);
  });
  return {
    replySecrets: async () => replySecretsOf(await read('reply-secrets')),
    chatSecret: (provider) => read(`chat/${provider}`),
  };
}

const replySecretsOf = (text: string): ReplySecret[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [version = '', key = ''] = word.split(':');
      return { version, key: Buffer.from(key, 'base64') };
    });

function once(read: (name: string) => Promise<string>): (name: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (name) => {
    const value = known.get(name) ?? read(name);
    known.set(name, value);
    // A failure is not kept: the next one who asks tries again.
    value.catch(() => known.delete(name));
    return value;
  };
}
