import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createRemoteJWKSet, jwtVerify } from 'jose';
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
  const keys = createRemoteJWKSet(new URL(`${issuer.replace(/\/$/, '')}/.well-known/jwks.json`));
  return async (token) => {
    const claims = await jwtVerify(token, keys, { issuer, audience }).then(
      ({ payload }) => payload,
      () => undefined,
    );
    if (claims?.['email_verified'] !== true) return undefined;
    return (await staff()).find(({ email }) => email === claims['email']);
  };
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
