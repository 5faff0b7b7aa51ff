import type { SESEvent, SESMail, SESReceipt } from 'aws-lambda';
import { type ParsedMail, simpleParser } from 'mailparser';
import { iso } from './clock';
import { functionArn } from './seeds';
import { addressesIn, headerOf, mailboxesIn } from './sent-mail';
import type { Arrival, Envelope, Verdict } from './ses-arrival';
import { splitMail } from './ses-mail';

/** The event with which SES invokes a function for a mail that it has stored: no body, and headers up to 10 kB. */
export async function receiptEvent({ raw, verdicts }: Arrival, envelope: Envelope): Promise<SESEvent> {
  const header = await simpleParser(Buffer.from(splitMail(raw).header, 'latin1'));
  const ses = { mail: mailOf(header, envelope), receipt: receiptOf(verdicts, envelope) };
  return { Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses }] };
}

function mailOf(header: ParsedMail, { messageId, at, sender, recipients }: Envelope): SESMail {
  const all = header.headerLines.map(({ line }) => headerOf(line));
  const headers = startOf(all);
  return {
    timestamp: iso(at),
    source: sender,
    messageId,
    destination: [...new Set([...addressesIn(header.to), ...addressesIn(header.cc), ...recipients])],
    headersTruncated: headers.length < all.length,
    headers,
    commonHeaders: {
      returnPath: sender,
      from: mailboxesIn(header.from).map(written),
      date: all.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '',
      to: mailboxesIn(header.to).map(written),
      ...(header.cc && { cc: mailboxesIn(header.cc).map(written) }),
      messageId: header.messageId ?? '',
      subject: header.subject ?? '',
    },
  };
}

function receiptOf(verdicts: Arrival['verdicts'], { at, recipients }: Envelope): SESReceipt {
  const status = (verdict: Verdict) => ({ status: verdict });
  return {
    timestamp: iso(at),
    processingTimeMillis: 0,
    recipients,
    spamVerdict: status(verdicts.spam),
    virusVerdict: status(verdicts.virus),
    spfVerdict: status(verdicts.spf),
    dkimVerdict: status(verdicts.dkim),
    dmarcVerdict: status(verdicts.dmarc),
    ...(verdicts.dmarc === 'FAIL' && { dmarcPolicy: 'reject' as const }),
    action: { type: 'Lambda', functionArn: functionArn('receive-mail'), invocationType: 'Event' },
  };
}

function startOf(headers: { name: string; value: string }[]) {
  let bytes = 0;
  return headers.filter(({ name, value }) => {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    return bytes <= HEADERS_MAX;
  });
}

const written = ({ name, address }: { name: string; address: string }) => (name ? `"${name}" <${address}>` : address);

const HEADERS_MAX = 10 * 1024;
