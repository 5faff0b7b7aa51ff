import { createHmac, timingSafeEqual } from 'node:crypto';
import { newest, type ReplySecret } from '../mail/reply-token';
import { type Instant, SECOND } from '../promises/instant';

/** What a token is for: one for any of these is none for another. */
export type Purpose = 'file' | 'message' | 'upload' | 'act';

export type Unsealed =
  | { readonly is: 'genuine'; readonly claims: unknown }
  | { readonly is: 'forged' }
  | { readonly is: 'run-out' };

/**
 * A token that says something until then, and that nobody else can make: what it says in base64url, and an HMAC-SHA-256
 * over it. It is signed, not secret: who has it can read it.
 */
export function seal(
  purpose: Purpose,
  claims: readonly unknown[],
  until: Instant,
  secrets: readonly ReplySecret[],
): string {
  const said = Buffer.from(JSON.stringify([Math.ceil(until / SECOND), claims])).toString('base64url');
  return `${said}.${macOf(purpose, said, newest(secrets)).toString('base64url')}`;
}

/** What a token says, if it is one of ours for this purpose and its time is not up. */
export function unseal(purpose: Purpose, token: string, secrets: readonly ReplySecret[], now: Instant): Unsealed {
  const [, said = '', mac = ''] = /^([\w-]{1,8000})\.([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(mac, 'base64url');
  if (!secrets.some((secret) => isEqual(given, macOf(purpose, said, secret)))) return { is: 'forged' };
  const [until, claims] = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as [number, unknown];
  return now < until * SECOND ? { is: 'genuine', claims } : { is: 'run-out' };
}

const isEqual = (given: Buffer, made: Buffer): boolean => given.length === made.length && timingSafeEqual(given, made);

const macOf = (purpose: Purpose, said: string, { version, key }: ReplySecret): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([`link:${purpose}`, version, said]))
    .digest();
