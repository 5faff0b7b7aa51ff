import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { oidcIdentity } from '../../../shared/adapters/oidc-identity';
import { anna, STAFF } from '../../support/ticket-story';

const staff = async () => STAFF;

describe('a token of the OpenID provider', () => {
  let provider: Server;
  let issuer: string;
  let sign: (claims: JWTPayload, audience?: string) => Promise<string>;
  let forge: (claims: JWTPayload) => Promise<string>;
  let isDown = false;

  beforeAll(async () => {
    const [ours, theirs] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
    const keys = JSON.stringify({ keys: [{ ...(await exportJWK(ours.publicKey)), kid: '1', alg: 'ES256' }] });
    provider = createServer(({ url }, response) => {
      if (isDown) response.statusCode = 503;
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

  it('is the agent of an address that is written otherwise', async () => {
    expect(await identify(await sign({ ...known, email: 'Anna@Desk.TEST' }))).toMatchObject({ id: anna });
  });

  it.each([
    ['bears an address that is not verified', () => sign({ ...known, email_verified: false })],
    ['bears an address that is not in the roster', () => sign({ ...known, email: 'nils@desk.test' })],
    ['bears no address', () => sign({ email_verified: true })],
    ['is meant for somebody else', () => sign(known, 'another')],
    ['was signed by somebody else', () => forge(known)],
    ['is no token at all', async () => 'local-anna'],
  ])('is nobody’s when it %s', async (_, token) => {
    expect(await identify(await token())).toBeUndefined();
  });

  it('is not nobody’s when the provider is down, which is our fault and not the caller’s', async () => {
    isDown = true;
    const token = await sign(known);
    await expect(identify(token)).rejects.toThrow('answered 503');
    isDown = false;
  });

  it('is known again when the provider is', async () => {
    const identifyLater = oidcIdentity(issuer, 'desk', staff);
    const token = await sign(known);
    isDown = true;
    await expect(identifyLater(token)).rejects.toThrow();
    isDown = false;
    expect(await identifyLater(token)).toMatchObject({ id: anna });
  });
});
