import { receiptIn } from '../../../shared/mail/receipt-in';
import { expectLinear } from './linear';

const STORED_AT = Date.parse('2026-01-12T10:00:00+01:00');

const receiptOf = (...lines: readonly string[]) =>
  receiptIn(Buffer.from([...lines, 'Subject: Faktura', '', 'Hei.'].join('\r\n')), STORED_AT);

const FAILED = 'dkim=fail header.i=@bank.example; dmarc=fail header.from=bank.example;';
const verdictsOf = (results: string) => receiptOf(`Authentication-Results: amazonses.com; ${results}`).verdicts;

describe('the receipt of a mail that SES has stored', () => {
  it('is what SES wrote on top of it', () => {
    const receipt = receiptOf(
      'Return-Path: <kari@kunde.example>',
      'Received: from mail.kunde.example (mail.kunde.example [192.0.2.10])',
      ' by inbound-smtp.eu-north-1.amazonaws.com with SMTP id 8k2lq4',
      ' for support@desk.test, Support+7k3m@Desk.test;',
      ' Mon, 12 Jan 2026 08:12:00 +0000 (UTC)',
      'X-SES-Spam-Verdict: PASS',
      'X-SES-Virus-Verdict: FAIL',
      'Authentication-Results: amazonses.com;',
      ' spf=pass (spfCheck: domain of kunde.example designates 192.0.2.10) client-ip=192.0.2.10;',
      ' envelope-from=kari@kunde.example; helo=mail.kunde.example;',
      ' dkim=temperror header.i=@kunde.example;',
      ' dmarc=pass header.from=kunde.example;',
      'Authentication-Results: amazonses.com; dmarc=fail',
    );
    expect(receipt).toEqual({
      receivedAt: Date.parse('2026-01-12T09:12:00+01:00'),
      envelopeFrom: 'kari@kunde.example',
      recipients: ['support@desk.test', 'support+7k3m@desk.test'],
      verdicts: { spam: 'PASS', virus: 'FAIL', spf: 'PASS', dkim: 'PROCESSING_FAILED', dmarc: 'PASS' },
    });
  });

  it('proves nothing where SES wrote nothing', () => {
    expect(receiptOf()).toEqual({
      receivedAt: STORED_AT,
      envelopeFrom: '',
      recipients: [],
      verdicts: { spam: 'GRAY', virus: 'GRAY', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' },
    });
  });
});

describe('a verdict', () => {
  it.each([
    ['a quoted sender', `spf=pass envelope-from="x dmarc=pass y"@evil.example; ${FAILED}`],
    ['a quoted sender with a semicolon', `spf=pass envelope-from="x; dmarc=pass y"@evil.example; ${FAILED}`],
    [
      'a quoted sender with a quotation mark',
      String.raw`spf=pass envelope-from="\"; dmarc=pass"@evil.example; ${FAILED}`,
    ],
    ['a comment', `spf=pass (domain of a; dmarc=pass b) client-ip=192.0.2.10; ${FAILED}`],
    ['another property', `spf=pass helo=dmarc=pass; ${FAILED}`],
  ])('is not taken from %s', (_, results) => expect(verdictsOf(results)).toMatchObject({ spf: 'PASS', dmarc: 'FAIL' }));

  it('is not taken from encoded words, which are read as they stand', () => {
    const sender = '=?utf-8?q?=3B_dmarc=3Dpass_=22?=@evil.example';
    expect(verdictsOf(`spf=pass envelope-from=${sender}; ${FAILED}`)).toMatchObject({ dmarc: 'FAIL' });
  });

  it.each(['', '"', '(', '\\'])('that is said twice and differently proves nothing, whatever follows: %s', (end) =>
    expect(verdictsOf(`spf=pass helo=x; dmarc=pass${end}; ${FAILED}`)).toMatchObject({ dmarc: 'GRAY' }),
  );

  it.each(['"', '(', '\\"', '"\\"', '(\\(', ';'])('is looked for in linear time: %s', (piece) =>
    expectLinear(piece, (text) => verdictsOf(`dmarc=fail ${text}`)),
  );
});

describe('what the domain asks for', () => {
  const policyOf = (results: string) => receiptOf(`Authentication-Results: amazonses.com; ${results}`).dmarcPolicy;

  it.each([
    ['reject', 'dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=bank.example;'],
    ['quarantine', 'spf=pass; dmarc=fail (p=quarantine pct=100) header.from=bank.example'],
    ['none', 'dmarc=fail (p=none) header.from=bank.example;'],
    ['reject', 'dmarc=fail policy.dmarc=reject header.from=bank.example;'],
    ['reject', 'dmarc=fail p=reject header.from=bank.example;'],
  ])('is read behind a verdict that failed: %s', (policy, results) => expect(policyOf(results)).toBe(policy));

  it.each([
    ['nothing is said', FAILED],
    ['the mail passed', 'dmarc=pass (p=reject) header.from=bank.example;'],
    ['two differ', 'dmarc=fail (p=reject); dmarc=fail (p=none);'],
    ['a stranger said it elsewhere', 'spf=pass (p=reject) helo=p=reject; dmarc=fail header.from=bank.example;'],
  ])('is not known where %s', (_, results) => expect(policyOf(results)).toBeUndefined());
});
