import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import type { AgentId } from '../ticket/ids';
import type { Agent, Staff } from '../ticket/staff';
import type { Table } from './table';

/** Who a token belongs to; nothing when we do not know it. */
export type Identify = (token: string) => Promise<Agent | undefined>;

/** The first that knows the token. */
export const oneOf =
  (...ways: readonly Identify[]): Identify =>
  async (token) => {
    for (const identify of ways) {
      const agent = await identify(token);
      if (agent) return agent;
    }
    return undefined;
  };

/** Tokens of an OpenID provider, for agents whose verified address is in the roster. */
export function oidcIdentity(issuer: string, audience: string, staff: () => Promise<Staff>): Identify {
  const keys = discovered(issuer);
  return async (token) => {
    const claims = await jwtVerify(token, keys, { issuer, audience }).then(
      ({ payload }) => payload,
      () => undefined,
    );
    if (claims?.['email_verified'] !== true) return undefined;
    return (await staff()).find(({ email }) => email === claims['email']);
  };
}

const discovery = z.object({ jwks_uri: z.url() });

/** The provider's keys, where its own description says that they are (OpenID Connect Discovery 1.0, section 4). */
function discovered(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= keysOf(issuer);
    // A provider that could not be reached is asked again by the next token.
    keys.catch(() => {
      keys = undefined;
    });
    return (await keys)(header, token);
  };
}

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const described = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(discovery.parse(await described.json()).jwks_uri));
}

/** Keys of integrations, of which only the hash is kept (`KEY#<sha256>`), each acting in an agent's name. */
export const integrationKeys =
  ({ client, name }: Table, staff: () => Promise<Staff>): Identify =>
  async (token) => {
    const hash = createHash('sha256').update(token).digest('hex');
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk: `KEY#${hash}`, sk: 'KEY' } }));
    const agent = Item?.['agent'] as AgentId | undefined;
    return agent && (await staff()).find(({ id }) => id === agent);
  };
