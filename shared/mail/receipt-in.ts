import type { Instant } from '../promises/instant';
import { normaliseAddress } from './address';
import type { Receipt, Verdict } from './classify';

type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * The receipt of a mail, read from the headers that SES put on top of it when it stored it. Only the topmost of each
 * name is SES's; those below came with the mail and prove nothing.
 */
export function receiptIn(headers: Headers, storedAt: Instant): Receipt & { readonly receivedAt: Instant } {
  const received = topmost(headers, 'received');
  const checks = topmost(headers, 'authentication-results');
  const receivedAt = Date.parse(/;\s*([^;()]+)(?:\([^)]*\))?\s*$/.exec(received)?.[1] ?? '');
  return {
    receivedAt: Number.isNaN(receivedAt) ? storedAt : receivedAt,
    envelopeFrom: topmost(headers, 'return-path').replace(/^<|>$/g, ''),
    recipients: recipientsIn(received),
    verdicts: {
      spam: verdictOf(topmost(headers, 'x-ses-spam-verdict')),
      virus: verdictOf(topmost(headers, 'x-ses-virus-verdict')),
      spf: checkIn(checks, 'spf'),
      dkim: checkIn(checks, 'dkim'),
      dmarc: checkIn(checks, 'dmarc'),
    },
  };
}

const topmost = (headers: Headers, name: string): string => headers.get(name)?.[0]?.trim() ?? '';

const recipientsIn = (received: string): string[] =>
  (/\sfor\s+([^;]+)/.exec(received)?.[1] ?? '')
    .split(',')
    .map(normaliseAddress)
    .filter((address) => address.includes('@'));

const VERDICTS: readonly Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];

/** What is missing or unheard of was not checked. */
const verdictOf = (text: string): Verdict => VERDICTS.find((verdict) => verdict === text.toUpperCase()) ?? 'GRAY';

function checkIn(results: string, check: string): Verdict {
  const result = new RegExp(`(?:^|[;\\s])${check}=(\\w+)`, 'i').exec(results)?.[1]?.toLowerCase();
  if (result === 'pass') return 'PASS';
  if (result === 'fail') return 'FAIL';
  return result === 'temperror' ? 'PROCESSING_FAILED' : 'GRAY';
}
