import { bareMessageId, messageKey } from '../../../shared/mail/message-key';
import { readMail } from '../../../shared/mail/read';
import { fixture, mailWith } from './fixtures';

const key = async (...mail: Parameters<typeof mailWith>) => messageKey(await mailWith(...mail));

describe('a mail that is delivered again', () => {
  it('has the same key, whatever servers it came by and however its lines were broken', async () => {
    const once = await key({ Received: 'by a.example' }, 'Hei,\nhva nå?');
    expect(await key({ Received: ['by b.example', 'by a.example'] }, 'Hei,  hva nå?\n')).toBe(once);
  });

  it('has the same key where the parser could not read it', async () => {
    const broken = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(2_000)}`;
    const [once, again] = await Promise.all(
      ['a', 'b'].map((hop) => readMail(Buffer.from(`Received: ${hop}\r\n${broken}`))),
    );
    expect(once?.unreadable).toBe('parser-failed');
    expect(once && messageKey(once)).toBe(again && messageKey(again));
  });
});

describe('another mail', () => {
  it.each([
    ['of another sender', { From: 'ola@kunde.example' }, 'Hei.'],
    ['with another id', { 'Message-ID': '<kari-2@kunde.example>' }, 'Hei.'],
    ['with the same id that says something else', {}, 'Hallo.'],
  ])('has another key: one %s', async (_, headers, body) =>
    expect(await key(headers, body)).not.toBe(await key({}, 'Hei.')),
  );

  it('has another key: one with another attachment', async () => {
    const raw = fixture('reading/attachments').toString('latin1');
    const [one, two] = await Promise.all(
      [raw, raw.replace('pris', 'antall')].map((text) => readMail(Buffer.from(text, 'latin1'))),
    );
    expect(one && messageKey(one)).not.toBe(two && messageKey(two));
  });
});

describe('a mail without an id', () => {
  const without = { 'Message-ID': [], Date: 'Tue, 6 Oct 2026 08:15:30 +0200' };

  it('is known by what it says', async () => expect(await key(without)).toBe(await key(without)));

  it.each([
    ['a day later', { ...without, Date: 'Wed, 7 Oct 2026 08:15:30 +0200' }],
    ['about something else', { ...without, Subject: 'Faktura' }],
    ['from somebody else', { ...without, From: 'ola@kunde.example' }],
  ])('is another %s', async (_, headers) => expect(await key(headers)).not.toBe(await key(without)));
});

it.each([
  ['an id that SES gave, on the wire', '<0102018f-1@eu-north-1.amazonses.com>', '0102018f-1'],
  ['an id that SES gave in its first region', '<0102018f-1@email.amazonses.com>', '0102018f-1'],
  ['an id that SES gave, as its API answers it', '0102018f-1', '0102018f-1'],
  ['any other id', ' <Kari-1@kunde.example> ', 'Kari-1@kunde.example'],
])('%s is kept bare', (_, id, bare) => expect(bareMessageId(id)).toBe(bare));
