import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, MINUTE, SECOND } from '../promises/instant';

/** What a webhook's signature says of it. */
export type Verdict = 'genuine' | 'unsigned' | 'forged' | 'stale';

/** Names in lower case, as API Gateway gives them. */
export type Headers = Readonly<Partial<Record<string, string>>>;

const TOLERANCE = 5 * MINUTE;

/** Whether a webhook's own timestamp, in seconds, is within five minutes of now. */
export const isRecent = (timestamp: string, now: Instant): boolean =>
  Math.abs(now - Number(timestamp) * SECOND) <= TOLERANCE;

/** An HMAC under a text as its key, in hexadecimal. */
export function hexMac(algorithm: 'sha1' | 'sha256', secret: string, ...signed: readonly (Buffer | string)[]): string {
  const mac = createHmac(algorithm, secret);
  for (const part of signed) mac.update(part);
  return mac.digest('hex');
}

/** Compares in a time that tells nothing of where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
