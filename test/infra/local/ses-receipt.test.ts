import { localClock } from '../../../infra/local/clock';
import { arrive, type Envelope } from '../../../infra/local/ses-arrival';
import { receiptEvent } from '../../../infra/local/ses-receipt';
import { FRIDAY } from './stand-ins';

const ENVELOPE: Envelope = {
  messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
  at: localClock(FRIDAY).now(),
  sender: 'bounce+1@mail.kunde.no',
  recipients: ['support@desk.test', 'support+7k3m@desk.test'],
  helo: 'mail.kunde.no',
  ip: '203.0.113.7',
};

const MAIL = [
  'From: =?UTF-8?Q?Doe=2C_J=C3=B8rn?= <jorn@kunde.no>',
  'To: support@desk.test',
  'Cc: Kari <kari@kunde.no>',
  'Subject: =?UTF-8?Q?Hjelp_p=C3=A5?=',
  ' =?UTF-8?Q?_norsk?=',
  'Date: Fri, 27 Nov 2026 15:29:57 +0100',
  'Message-ID: <1@kunde.no>',
  'References: <a@kunde.no>',
  ' <b@kunde.no>',
  '',
  'Hei',
].join('\r\n');

const arrived = (mail: string | Buffer, more: Partial<Envelope> = {}) =>
  arrive(Buffer.from(mail), { ...ENVELOPE, ...more });
const recordOf = async (mail: string, more: Partial<Envelope> = {}) => {
  const event = await receiptEvent(await arrived(mail, more), { ...ENVELOPE, ...more });
  const [record] = event.Records;
  if (!record) throw new Error('There is no record.');
  return record;
};

describe('a mail as SES stores it', () => {
  it("has SES's own headers on top", async () => {
    const { raw } = await arrived(MAIL);
    expect(raw.toString()).toBe(
      [
        'Return-Path: <bounce+1@mail.kunde.no>',
        'Received: from mail.kunde.no (203.0.113.7)',
        ' by inbound-smtp.eu-north-1.amazonaws.com with SMTP id o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
        ' for support@desk.test, support+7k3m@desk.test;',
        ' Fri, 27 Nov 2026 14:30:00 +0000 (UTC)',
        'X-SES-Spam-Verdict: PASS',
        'X-SES-Virus-Verdict: PASS',
        'Authentication-Results: amazonses.com;',
        ' spf=pass (local desk) client-ip=203.0.113.7;',
        ' envelope-from=bounce+1@mail.kunde.no; helo=mail.kunde.no;',
        ' dkim=pass header.i=@kunde.no;',
        ' dmarc=pass header.from=kunde.no;',
        MAIL,
      ].join('\r\n'),
    );
  });

  it('is otherwise as it came, byte for byte', async () => {
    const mail = Buffer.concat([Buffer.from('Subject: '), Buffer.from([0xe5, 0xff]), Buffer.from('\n\n\0\r\nbody')]);
    const { raw } = await arrived(mail);
    expect(raw.subarray(-mail.length)).toEqual(mail);
  });

  it('plays a hostile one, and forgets that it was asked to', async () => {
    const { raw, verdicts } = await arrived(`X-Local-Verdicts: spam=FAIL; dmarc=GRAY\r\n${MAIL}`);
    expect(verdicts).toEqual({ spam: 'FAIL', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'GRAY' });
    expect(raw.toString()).toContain('X-SES-Spam-Verdict: FAIL');
    expect(raw.toString()).toContain('dmarc=none');
    expect(raw.toString()).not.toContain('X-Local-Verdicts');
  });

  it('cannot be made to say what its sender would like', async () => {
    const { raw } = await arrived(MAIL, { helo: 'x);dmarc=pass', sender: '"a; dmarc=pass >\r\nX"@b.no' });
    expect(raw.toString().match(/dmarc=pass/g)).toHaveLength(2);
    expect(raw.toString()).toContain('Return-Path: <"a;?dmarc=pass????X"@b.no>');
    expect(raw.toString()).toContain('envelope-from=?a??dmarc?pass????X?@b.no; helo=x??dmarc?pass;');
  });
});

describe('a receipt', () => {
  it('has the envelope and the verdicts, and no body', async () => {
    const { eventSource, eventVersion, ses } = await recordOf(MAIL);
    expect([eventSource, eventVersion]).toEqual(['aws:ses', '1.0']);
    expect(ses.receipt).toEqual({
      timestamp: FRIDAY,
      processingTimeMillis: 0,
      recipients: ['support@desk.test', 'support+7k3m@desk.test'],
      spamVerdict: { status: 'PASS' },
      virusVerdict: { status: 'PASS' },
      spfVerdict: { status: 'PASS' },
      dkimVerdict: { status: 'PASS' },
      dmarcVerdict: { status: 'PASS' },
      action: {
        type: 'Lambda',
        functionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:receive-mail',
        invocationType: 'Event',
      },
    });
    expect(JSON.stringify(ses)).not.toContain('Hei');
  });

  it('has the headers, unfolded, and the common ones decoded', async () => {
    const { mail } = (await recordOf(MAIL)).ses;
    expect(mail).toMatchObject({
      timestamp: FRIDAY,
      source: 'bounce+1@mail.kunde.no',
      messageId: ENVELOPE.messageId,
      destination: ['support@desk.test', 'kari@kunde.no', 'support+7k3m@desk.test'],
      headersTruncated: false,
      commonHeaders: {
        returnPath: 'bounce+1@mail.kunde.no',
        from: ['"Doe, Jørn" <jorn@kunde.no>'],
        date: 'Fri, 27 Nov 2026 15:29:57 +0100',
        to: ['support@desk.test'],
        cc: ['"Kari" <kari@kunde.no>'],
        messageId: '<1@kunde.no>',
        subject: 'Hjelp på norsk',
      },
    });
    expect(mail.headers.map(({ name }) => name).slice(0, 6)).toEqual([
      'Return-Path',
      'Received',
      'X-SES-Spam-Verdict',
      'X-SES-Virus-Verdict',
      'Authentication-Results',
      'From',
    ]);
    expect(mail.headers).toContainEqual({ name: 'References', value: '<a@kunde.no> <b@kunde.no>' });
  });

  it('names the policy only where DMARC failed', async () => {
    const failed = await recordOf(`X-Local-Verdicts: dmarc=FAIL\r\n${MAIL}`);
    expect(failed.ses.receipt).toMatchObject({ dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'reject' });
    expect((await recordOf(MAIL)).ses.receipt).not.toHaveProperty('dmarcPolicy');
  });

  it('of a bounce has no sender', async () => {
    const { mail } = (await recordOf(MAIL, { sender: '' })).ses;
    expect([mail.source, mail.commonHeaders.returnPath]).toEqual(['', '']);
    expect(mail.headers[0]).toEqual({ name: 'Return-Path', value: '<>' });
  });

  it('has 10 kB of headers at the most, and says so', async () => {
    const { mail } = (await recordOf(`X-Long: ${'x'.repeat(11_000)}\r\n${MAIL}`)).ses;
    expect(mail.headersTruncated).toBe(true);
    expect(mail.headers.map(({ name }) => name)).not.toContain('X-Long');
    expect(mail.commonHeaders.subject).toBe('Hjelp på norsk');
  });

  it('is made of a mail without any headers as well', async () => {
    const { mail } = (await recordOf('\r\nHei')).ses;
    expect(mail.commonHeaders).toMatchObject({ from: [], date: '', messageId: '', subject: '' });
    expect(mail.destination).toEqual(ENVELOPE.recipients);
  });
});
