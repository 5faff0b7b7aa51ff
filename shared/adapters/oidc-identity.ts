import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Identify } from '../../functions/edge/identify';
import { normaliseAddress } from '../mail/address';
import type { Staff } from '../ticket/staff';

/**
 * Tokens of an OpenID provider, for agents whose verified address is in the roster. Throws where the provider's keys are
 * not to be had: nobody can know then whose a token is.
 */
export function oidcIdentity(issuer: string, audience: string, staff: () => Promise<Staff>): Identify {
  const keys = discovered(issuer);
  return async (token) => {
    const claims = await jwtVerify(token, keys, { issuer, audience }).then(({ payload }) => payload, nobodys);
    const address = claims?.['email_verified'] === true ? claims['email'] : undefined;
    if (typeof address !== 'string') return undefined;
    return (await staff()).find(({ email }) => normaliseAddress(email) === normaliseAddress(address));
  };
}

/** What jose has against the token itself. */
const BAD_TOKEN: readonly string[] = [
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
].map(({ code }) => code);

function nobodys(error: unknown): undefined {
  if (error instanceof errors.JOSEError && BAD_TOKEN.includes(error.code)) return undefined;
  throw error;
}

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

const discovery = z.object({ jwks_uri: z.url() });
const PATIENCE_MS = 5_000;

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const described = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!described.ok) throw new Error(`The OpenID provider answered ${described.status} at ${url}.`);
  return createRemoteJWKSet(new URL(discovery.parse(await described.json()).jwks_uri));
}
