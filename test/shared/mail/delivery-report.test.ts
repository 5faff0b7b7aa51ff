import { type DeliveryReport, deliveryReportIn } from '../../../shared/mail/delivery-report';
import { mailIn, mailWith } from './fixtures';
import { expectLinear } from './linear';

const ORIGINAL = '<0102018f@eu-north-1.amazonses.com>';

describe('a report of a delivery (RFC 3464)', () => {
  it('says who was not reached, why, and by which mail', async () => {
    expect(deliveryReportIn(await mailIn('signals/delivery-status'))).toEqual({
      recipients: [{ address: 'kari@kunde.example', action: 'failed', status: '5.1.1' }],
      originalMessageId: ORIGINAL,
      permanent: true,
    });
  });

  it('that is only late is not permanent, and names whom we wrote to, not whom it was passed on to', async () => {
    expect(deliveryReportIn(await mailIn('signals/bounce-postfix-delayed'))).toEqual({
      recipients: [
        {
          address: 'kari.nordmann@kunde.example',
          action: 'delayed',
          status: '4.4.1',
          diagnostic: 'connect to mx2.kunde.example[192.0.2.5]:25: Connection timed out',
        },
      ],
      originalMessageId: ORIGINAL,
      permanent: false,
    });
  });

  it('speaks of each recipient by itself', async () => {
    expect(deliveryReportIn(await mailIn('signals/bounce-two-recipients'))?.recipients).toEqual([
      { address: 'kari@kunde.example', action: 'failed', status: '5.2.2', diagnostic: '552 5.2.2 Mailbox full' },
      { address: 'ola@kunde.example', action: 'delivered', status: '2.0.0' },
    ]);
  });
});

describe('a mail that a server returned in its own words', () => {
  const failed = (status: string, diagnostic: string): DeliveryReport => ({
    recipients: [{ address: 'kari@kunde.example', action: 'failed', status, diagnostic }],
    originalMessageId: ORIGINAL,
    permanent: true,
  });

  it.each([
    [
      'qmail',
      'bounce-qmail',
      failed('5.1.1', 'Remote host said: 550 5.1.1 <kari@kunde.example>: Recipient address rejected'),
    ],
    ['Exim, which knows only the reply code', 'bounce-exim', failed('5.0.0', '550 No such user here')],
    [
      'Exchange, in Norwegian',
      'bounce-exchange',
      failed(
        '5.1.10',
        "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
      ),
    ],
    ['Gmail', 'bounce-gmail', failed('5.1.1', '550 5.1.1 The email account that you tried to reach does not exist.')],
  ])('is understood: %s', async (_, name, report) => {
    expect(deliveryReportIn(await mailIn(`signals/${name}`))).toEqual(report);
  });

  it('that will be tried again is late', async () => {
    const words = '<kari@kunde.example>:\nDelivery has been delayed (421 4.4.2). Will be retried.';
    const mail = await mailWith({ From: 'mailer-daemon@mx.example' }, words);
    expect(deliveryReportIn(mail)).toMatchObject({ recipients: [{ action: 'delayed' }], permanent: false });
  });

  it('without a code is a failure that may pass', async () => {
    const mail = await mailWith({ From: 'mailer-daemon@mx.example' }, '<kari@kunde.example>:\nSorry.');
    expect(deliveryReportIn(mail)).toEqual({
      recipients: [{ address: 'kari@kunde.example', action: 'failed' }],
      permanent: false,
    });
  });

  it('may not say whom it did not reach', async () => {
    const mail = await mailWith({ From: 'mailer-daemon@mx.example' }, 'Something went wrong.');
    expect(deliveryReportIn(mail)).toEqual({ recipients: [], permanent: false });
  });
});

describe('no report', () => {
  it('is what a person copies from one', async () => {
    const words = (await mailIn('signals/bounce-qmail')).text;
    expect(deliveryReportIn(await mailWith({}, words))).toBeUndefined();
  });
});

describe('a hostile report', () => {
  it('names a hundred recipients at the most, and no diagnosis of more than a line', async () => {
    const block = 'Final-Recipient: rfc822; kari@kunde.example\nAction: failed\nDiagnostic-Code: smtp; 550 a\0b\n\n';
    const mail = await mailWith({ 'Content-Type': 'message/delivery-status' }, block.repeat(500));
    expect(deliveryReportIn(mail)?.recipients).toHaveLength(100);
    expect(deliveryReportIn(mail)?.recipients[0]?.diagnostic).toBe('550 a b');
  });

  it.each(['<a@b.c>:\n', 'a@b ', '550 ', 'delivered to ', '\n', '<', 'Message-ID: <a'])(
    'is read in linear time: %j',
    async (piece) => {
      const mail = await mailWith({ From: 'mailer-daemon@mx.example' });
      expectLinear(piece, (text) => deliveryReportIn({ ...mail, text }));
    },
  );
});
