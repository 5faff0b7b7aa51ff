import type { Instant } from '../promises/instant';
import { normaliseAddress } from './address';
import { type Field, readHead } from './head';
import type { Receipt, Verdict } from './receipt';

/**
 * The receipt of a mail, read from the headers that SES put on top of it when it stored it. Only the topmost of each
 * name is SES's; those below came with the mail and prove nothing. SES encodes no words, so none are decoded.
 */
export function receiptIn(raw: Buffer, storedAt: Instant): Receipt & { readonly receivedAt: Instant } {
  const { fields } = readHead(raw);
  const received = topmost(fields, 'received');
  const checks = topmost(fields, 'authentication-results');
  const dmarcPolicy = policyIn(checks);
  const receivedAt = Date.parse(/;\s*([^;()]+)(?:\([^)]*\))?\s*$/.exec(received)?.[1] ?? '');
  return {
    receivedAt: Number.isNaN(receivedAt) ? storedAt : receivedAt,
    envelopeFrom: topmost(fields, 'return-path').replace(/^<|>$/g, ''),
    recipients: recipientsIn(received),
    verdicts: {
      spam: verdictOf(topmost(fields, 'x-ses-spam-verdict')),
      virus: verdictOf(topmost(fields, 'x-ses-virus-verdict')),
      spf: checkIn(checks, 'spf'),
      dkim: checkIn(checks, 'dkim'),
      dmarc: checkIn(checks, 'dmarc'),
    },
    ...(dmarcPolicy && { dmarcPolicy }),
  };
}

const topmost = (fields: readonly Field[], wanted: string): string =>
  fields.find(({ name }) => name === wanted)?.value ?? '';

const recipientsIn = (received: string): string[] =>
  (/\sfor\s+([^;]+)/.exec(received)?.[1] ?? '')
    .split(',')
    .map(normaliseAddress)
    .filter((address) => address.includes('@'));

const VERDICTS: readonly Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];

/** What is missing or unheard of was not checked. */
const verdictOf = (text: string): Verdict => VERDICTS.find((verdict) => verdict === text.toUpperCase()) ?? 'GRAY';

// Up to the next semicolon outside quotations and comments (RFC 8601 2.2). One that never ends is none, or it could
// swallow a verdict.
const PART = /(?:"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|\\["(]|[^;])+/g;

// The header also repeats what a stranger said, such as the sender of the envelope: only what begins a part is SES's
// word, and two that differ prove nothing.
function checkIn(results: string, check: string): Verdict {
  const [result, ...others] = new Set(saidOf(results, new RegExp(`^\\s*${check}=(\\w+)`, 'i')));
  if (others.length > 0) return 'GRAY';
  if (result === 'pass') return 'PASS';
  if (result === 'fail') return 'FAIL';
  return result === 'temperror' ? 'PROCESSING_FAILED' : 'GRAY';
}

const POLICY = /^\s*dmarc=fail\s+(?:\(|policy\.)?(?:p|dmarc)=(none|quarantine|reject)\b/i;

/** What the domain asks for, right behind the verdict: `dmarc=fail (p=REJECT …)`, `dmarc=fail policy.dmarc=reject`. */
function policyIn(results: string): Receipt['dmarcPolicy'] {
  const [said, ...others] = new Set(saidOf(results, POLICY));
  return others.length > 0 ? undefined : POLICIES.find((policy) => policy === said);
}

const POLICIES = ['none', 'quarantine', 'reject'] as const;

const saidOf = (results: string, pattern: RegExp): string[] =>
  (results.match(PART) ?? []).flatMap((part) => pattern.exec(part)?.[1]?.toLowerCase() ?? []);
