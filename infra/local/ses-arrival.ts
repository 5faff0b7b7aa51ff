import { simpleParser } from 'mailparser';
import type { Instant } from '../../shared/promises/instant';
import { REGION } from './aws-environment';
import { asMailDate } from './clock';
import { addressesIn } from './sent-mail';
import { joinMail, splitMail, without } from './ses-mail';

/** How a mail came to the door. */
export interface Envelope {
  /** SES's own id for it, and the name it is stored under. */
  messageId: string;
  at: Instant;
  /** Empty for a bounce. */
  sender: string;
  recipients: string[];
  helo: string;
  ip: string;
}

export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';
export type Verdicts = Record<(typeof CHECKS)[number], Verdict>;

export interface Arrival {
  /** As SES stores it: its own headers above the mail as it came. */
  raw: Buffer;
  verdicts: Verdicts;
}

/**
 * What SES makes of a mail. It passes every check unless it bears a header such as
 * `X-Local-Verdicts: spam=FAIL; dmarc=GRAY`, which plays a hostile mail and is not stored.
 */
export async function arrive(mail: Buffer, envelope: Envelope): Promise<Arrival> {
  const { header, rest } = splitMail(mail);
  const verdicts = verdictsIn(header);
  const { from } = await simpleParser(Buffer.from(header, 'latin1'));
  const own = headersOfSes(envelope, verdicts, addressesIn(from)[0]?.replace(/^.*@/, '') ?? '');
  const came = joinMail({ header: without(header, VERDICTS), rest });
  return { raw: Buffer.concat([Buffer.from(own), came]), verdicts };
}

function headersOfSes(envelope: Envelope, verdicts: Verdicts, fromDomain: string): string {
  const { messageId, at, recipients, ip } = envelope;
  const [sender, helo, domain] = [envelope.sender, envelope.helo, fromDomain].map(harmless);
  const lines = [
    `Return-Path: <${envelope.sender.replace(/[<>\s]/g, '?')}>`,
    `Received: from ${helo} (${ip})\r\n by inbound-smtp.${REGION}.amazonaws.com with SMTP id ${messageId}`,
    ` for ${recipients.join(', ')};\r\n ${asMailDate(at)} (UTC)`,
    `X-SES-Spam-Verdict: ${verdicts.spam}`,
    `X-SES-Virus-Verdict: ${verdicts.virus}`,
    `Authentication-Results: amazonses.com;\r\n spf=${word(verdicts.spf)} (local desk) client-ip=${ip};`,
    ` envelope-from=${sender}; helo=${helo};\r\n dkim=${word(verdicts.dkim)} header.i=@${domain};`,
    ` dmarc=${word(verdicts.dmarc)} header.from=${domain};`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function verdictsIn(header: string): Verdicts {
  const [, wanted = ''] = new RegExp(`^${VERDICTS}:(.*)$`, 'im').exec(header) ?? [];
  const verdictOf = (check: string) => new RegExp(`\\b${check}=(FAIL|GRAY|PROCESSING_FAILED)\\b`).exec(wanted)?.[1];
  return Object.fromEntries(CHECKS.map((check) => [check, verdictOf(check) ?? 'PASS'])) as Verdicts;
}

const CHECKS = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
const VERDICTS = 'X-Local-Verdicts';

// Whoever reads these headers again believes them, so nothing that a stranger said may look like one of them.
const harmless = (text: string) => text.replace(/[^\p{L}\p{N}.@:[\]+_-]/gu, '?');

const WORDS = { PASS: 'pass', FAIL: 'fail', GRAY: 'none', PROCESSING_FAILED: 'temperror' };
const word = (verdict: Verdict) => WORDS[verdict];
