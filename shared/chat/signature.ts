import { createHmac } from 'node:crypto';
import { type Instant, SECOND } from '../promises/instant';
import { type Headers, isRecent, isSame, type Verdict } from './verdict';

/** The headers of the Standard Webhooks specification (www.standardwebhooks.com). */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** Signs a body with each secret that is live, so that the receiver may take up a new one; each is `whsec_` and base64. */
export function sign(id: string, at: Instant, body: string, ...secrets: readonly string[]): SignatureHeaders {
  const timestamp = String(Math.floor(at / SECOND));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${macOf(id, timestamp, body, secret)}`).join(' '),
  };
}

/**
 * Whether the body, byte for byte, comes from whoever has one of the secrets, and was sent within five minutes of now.
 * Several signatures may stand in the header, one for each secret that is live there; one that fits is enough.
 */
export function verify(headers: Headers, body: Buffer | string, secrets: readonly string[], now: Instant): Verdict {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures) return 'unsigned';
  const macs = secrets.map((secret) => `v1,${macOf(id, timestamp, body, secret)}`);
  const genuine = signatures.split(' ').some((signature) => macs.some((mac) => isSame(signature, mac)));
  if (!genuine) return 'forged';
  return isRecent(timestamp, now) ? 'genuine' : 'stale';
}

const macOf = (id: string, timestamp: string, body: Buffer | string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
