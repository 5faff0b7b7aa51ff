import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { NAMES } from '../../../infra/local/seeds';
import { integrationKeys, oidcIdentity, oneOf } from '../../../shared/adapters/identity';
import { tableOf } from '../../../shared/adapters/table';
import { deskAt, type RunningDesk } from '../../support/in-process';
import { anna, STAFF } from '../../support/ticket-story';

const staff = async () => STAFF;

describe('a token of the OpenID provider', () => {
  let provider: Server;
  let issuer: string;
  let sign: (claims: JWTPayload, audience?: string) => Promise<string>;
  let forge: (claims: JWTPayload) => Promise<string>;

  beforeAll(async () => {
    const [ours, theirs] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: '1', alg: 'ES256' }] });
    provider = createServer(({ url }, response) => {
      response.end(url === '/keys' ? keys : JSON.stringify({ jwks_uri: `${issuer}/keys` }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const token = (claims: JWTPayload, audience: string) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: '1' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('1h');
    sign = (claims, audience = 'desk') => token(claims, audience).sign(ours.privateKey);
    forge = (claims) => token(claims, 'desk').sign(theirs.privateKey);
  });
  afterAll(() => new Promise((resolve) => provider.close(resolve)));

  const known = { email: 'anna@desk.test', email_verified: true };
  const identify = (token: string) => oidcIdentity(issuer, 'desk', staff)(token);

  it('is the agent of its verified address', async () => {
    expect(await identify(await sign(known))).toMatchObject({ id: anna });
  });

  it.each([
    ['bears an address that is not verified', () => sign({ ...known, email_verified: false })],
    ['bears an address that is not in the roster', () => sign({ ...known, email: 'nils@desk.test' })],
    ['is meant for somebody else', () => sign(known, 'another')],
    ['was signed by somebody else', () => forge(known)],
    ['is no token at all', async () => 'local-anna'],
  ])('is nobody’s when it %s', async (_, token) => {
    expect(await identify(await token())).toBeUndefined();
  });
});

describe('an integration’s key', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterAll(() => desk.stop());

  it('acts in its agent’s name, and only its hash is kept', async () => {
    const table = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
    const pk = `KEY#${createHash('sha256').update('a long random key').digest('hex')}`;
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk, sk: 'KEY', agent: 'anna' } }));
    const identify = oneOf(async () => undefined, integrationKeys(table, staff));
    expect(await identify('a long random key')).toMatchObject({ id: anna });
    expect(await identify('another')).toBeUndefined();
  });
});
