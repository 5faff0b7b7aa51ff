import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, MINUTE, SECOND } from '../promises/instant';

/** The headers of the Standard Webhooks specification (www.standardwebhooks.com). */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

const TOLERANCE = 5 * MINUTE;

/** Signs a body; the secret is `whsec_` and base64. */
export function sign(id: string, at: Instant, body: string, secret: string): SignatureHeaders {
  const timestamp = String(Math.floor(at / SECOND));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${macOf(id, timestamp, body, secret)}`,
  };
}

export type Verdict = 'genuine' | 'unsigned' | 'forged' | 'stale';

/**
 * Whether the body, byte for byte, comes from whoever has the secret, and was sent within five minutes of now.
 * Several signatures may stand in the header, one for each secret that is live; one that fits is enough.
 */
export function verify(
  headers: Partial<Record<string, string>>,
  body: Buffer | string,
  secret: string,
  now: Instant,
): Verdict {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures) return 'unsigned';
  const mac = macOf(id, timestamp, body, secret);
  const genuine = signatures.split(' ').some((signature) => isSame(signature, `v1,${mac}`));
  if (!genuine) return 'forged';
  return Math.abs(now - Number(timestamp) * SECOND) <= TOLERANCE ? 'genuine' : 'stale';
}

const macOf = (id: string, timestamp: string, body: Buffer | string, secret: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
