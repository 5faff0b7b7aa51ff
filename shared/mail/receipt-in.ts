import type { Instant } from '../promises/instant';
import { normaliseAddress } from './address';
import type { Receipt, Verdict } from './classify';
import { type Field, readHead } from './head';

/**
 * The receipt of a mail, read from the headers that SES put on top of it when it stored it. Only the topmost of each
 * name is SES's; those below came with the mail and prove nothing. SES encodes no words, so none are decoded.
 */
export function receiptIn(raw: Buffer, storedAt: Instant): Receipt & { readonly receivedAt: Instant } {
  const { fields } = readHead(raw);
  const received = topmost(fields, 'received');
  const checks = topmost(fields, 'authentication-results');
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
  const begins = new RegExp(`^\\s*${check}=(\\w+)`, 'i');
  const said = (results.match(PART) ?? []).flatMap((part) => begins.exec(part)?.[1]?.toLowerCase() ?? []);
  const [result, ...others] = new Set(said);
  if (others.length > 0) return 'GRAY';
  if (result === 'pass') return 'PASS';
  if (result === 'fail') return 'FAIL';
  return result === 'temperror' ? 'PROCESSING_FAILED' : 'GRAY';
}
