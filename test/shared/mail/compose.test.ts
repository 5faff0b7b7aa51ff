import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { composeMail, type OutgoingMail } from '../../../shared/mail/compose';

const date = new Date('2026-11-24T10:12:00+01:00');

const mail = (differently: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Eksempel Påmelding AS', address: 'support@desk.test' },
  to: ['kari@kunde.test'],
  cc: [],
  subject: 'Re: Får ikke åpnet påmeldingen',
  text: 'Vi begynner i dag.\n',
  html: '<p>Vi begynner i dag.</p>',
  references: [],
  headers: {},
  automatic: undefined,
  loopToken: 'token',
  ...differently,
});

const composed = (differently?: Partial<OutgoingMail>) => composeMail(mail(differently), date);
const readBack = async (differently?: Partial<OutgoingMail>) => simpleParser(await composed(differently));
const headersOf = async (differently?: Partial<OutgoingMail>) =>
  (await composed(differently)).toString().split('\r\n\r\n')[0] ?? '';
const namesOf = (headers: string) => [...headers.matchAll(/^([\w-]+):/gm)].map(([, name]) => name);

describe('a composed mail', () => {
  it('reads back as it was written', async () => {
    const read = await readBack({ replyTo: 'support+7K3M-Q9XD.mac@desk.test', cc: ['ola@kunde.test'] });
    expect(read.from?.value).toEqual([{ name: 'Eksempel Påmelding AS', address: 'support@desk.test' }]);
    expect([read.to, read.cc, read.replyTo].flat().map((addresses) => addresses?.text)).toEqual([
      'kari@kunde.test',
      'ola@kunde.test',
      'support+7K3M-Q9XD.mac@desk.test',
    ]);
    expect(read).toMatchObject({ subject: 'Re: Får ikke åpnet påmeldingen', text: 'Vi begynner i dag.\n', date });
    expect(read.html).toBe('<p>Vi begynner i dag.</p>');
  });

  it('is the same bytes when it is composed again', async () => {
    expect(await composed()).toEqual(await composed());
  });

  it('has another id when anything differs', async () => {
    const ids = [
      await readBack(),
      await readBack({ text: 'Nei.' }),
      await simpleParser(await composeMail(mail(), new Date(0))),
    ];
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('has lines that no server cuts, ended by CRLF', async () => {
    const lines = (await composed({ text: 'å'.repeat(5000), html: `<p>${'x'.repeat(5000)}</p>` }))
      .toString()
      .split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(998);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });
});

describe('who speaks', () => {
  it.each(['auto-replied', 'auto-generated'] as const)(
    'an automatic mail says so to other machines (%s)',
    async (automatic) => {
      const headers = await headersOf({ automatic });
      expect(headers).toContain(`Auto-Submitted: ${automatic}\r\n`);
      expect(headers).toContain('X-Auto-Response-Suppress: All\r\n');
      expect(headers).toContain('X-Responstid-Loop: token\r\n');
    },
  );

  it("a person's mail bears nothing of the kind", async () => {
    expect(await headersOf()).not.toMatch(/auto-|x-responstid|precedence|list-/i);
  });

  it('no header that is asked for can unsay it', async () => {
    const headers = await headersOf({
      automatic: 'auto-generated',
      headers: { 'Auto-Submitted': 'no', 'X-Other': 'yes' },
    });
    expect(headers).toContain('Auto-Submitted: auto-generated\r\n');
    expect(headers).toContain('X-Other: yes\r\n');
    expect(headers).not.toContain('Auto-Submitted: no');
  });
});

describe('threading', () => {
  it('answers the mail it answers, whatever form its id has', async () => {
    const read = await readBack({
      inReplyTo: 'b@kunde.test',
      references: ['<a@kunde.test>', 'b@kunde.test', '<b@kunde.test>'],
    });
    expect(read.inReplyTo).toBe('<b@kunde.test>');
    expect(read.references).toEqual(['<a@kunde.test>', '<b@kunde.test>']);
  });

  it('keeps the first and the last twenty of a long conversation', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `<${i}@kunde.test>`);
    const { references } = await readBack({ references: ids });
    expect(references).toEqual(['<0@kunde.test>', ...ids.slice(80)]);
  });

  it('passes over ids that no header may hold', async () => {
    const read = await readBack({
      inReplyTo: '<x@y>\r\nBcc: <ond@sted.test>',
      references: ['<blå@kunde.test>', '', `<${'x'.repeat(2000)}@y>`, '<to deler@y>', '<god@kunde.test>'],
    });
    expect(read.inReplyTo).toBeUndefined();
    expect(read.references).toBe('<god@kunde.test>');
  });

  it('has neither header when it answers nothing', async () => {
    expect(await headersOf()).not.toMatch(/^(in-reply-to|references):/im);
  });
});

describe('what strangers wrote', () => {
  const plain = ['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'];

  it.each([
    ['a line break', 'Feil\r\nBcc: ond@sted.test\r\n\r\nTekst', 'Feil Bcc: ond@sted.test Tekst'],
    ['a lone LF', 'Feil\nBcc: ond@sted.test', 'Feil Bcc: ond@sted.test'],
    ['a lone CR', 'Feil\rBcc: ond@sted.test', 'Feil Bcc: ond@sted.test'],
    ['NUL and other controls', 'Fe\0il\u0007\u0085', 'Fe il'],
    ['line separators', 'Feil\u2028Bcc: ond@sted.test', 'Feil Bcc: ond@sted.test'],
    ['bidi controls', 'faktura\u202efdp.exe\u2066', 'fakturafdp.exe'],
    ['half a surrogate pair', 'Feil \ud83d', 'Feil \ufffd'],
    ['an encoded word with a line break', '=?utf-8?q?Feil=0D=0ABcc=3A_ond=40sted.test?=', undefined],
  ])('adds no header by %s in a subject', async (_, subject, expected) => {
    const headers = await headersOf({ subject });
    expect(namesOf(headers)).toEqual(plain);
    const read = await readBack({ subject });
    expect(read.bcc).toBeUndefined();
    if (expected !== undefined) expect(read.subject).toBe(expected);
  });

  it('adds no header and no recipient by a name', async () => {
    const read = await readBack({
      from: { name: 'Vi" <ond@sted.test>,\r\nBcc: ond@sted.test', address: 'support@desk.test' },
    });
    expect(read.from?.value.map(({ address }) => address)).toEqual(['support@desk.test']);
    expect(read.bcc).toBeUndefined();
  });

  it('adds no recipient by an address', async () => {
    const headers = await headersOf({
      to: ['a@kunde.test, ond@sted.test'],
      cc: ['b@kunde.test>\r\nBcc: <ond@sted.test'],
    });
    expect(namesOf(headers)).toEqual(['From', 'To', 'Cc', ...plain.slice(2)]);
    const read = await simpleParser(`${headers}\r\n\r\n`);
    expect([read.to, read.cc].flat().map((addresses) => addresses?.value.length)).toEqual([1, 1]);
  });

  it('adds no header by the value or the name of another', async () => {
    const headers = await headersOf({
      headers: { 'X-Kind': 'a\r\nBcc: ond@sted.test', 'X-A\r\nBcc': 'ond@sted.test' },
    });
    expect(headers).not.toMatch(/^bcc/im);
  });

  it('never ends a part of the mail early', async () => {
    const boundary = /boundary="([^"]+)"/.exec((await composed()).toString())?.[1] ?? '';
    const read = await readBack({ text: `--${boundary}\nContent-Type: text/html\n\n<b>x</b>\n--${boundary}--\n` });
    expect(read.html).toBe('<p>Vi begynner i dag.</p>');
    expect(read.text).toContain('<b>x</b>');
  });
});

describe('an attachment', () => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const NAMES = [
    'rapport.pdf',
    'Årsmøte – referat (endelig).pdf',
    'å'.repeat(80),
    '签名😀.png',
    'a"b;c=d.txt',
    'a\r\nBcc: x@y.z.txt',
  ];

  it.each(NAMES)('keeps its name in every reader: %j', async (name) => {
    const raw = await composed({ attachments: [{ name, type: 'application/pdf', bytes: every }] });
    const plain = name.replace('\r\n', ' ');
    const [byMailparser] = (await simpleParser(raw)).attachments;
    const [byPostalMime] = (await PostalMime.parse(raw)).attachments;
    expect([byMailparser?.filename, byPostalMime?.filename]).toEqual([plain, plain]);
  });

  it('bears its name for older readers too, as an encoded word', async () => {
    const raw = String(
      await composed({ attachments: [{ name: 'Årsmøte.pdf', type: 'application/pdf', bytes: every }] }),
    );
    expect(raw).toMatch(/Content-Type: application\/pdf;\s+name="?=\?UTF-8\?[QB]\?/);
    expect(raw).toMatch(/Content-Disposition: attachment;\s+filename\*(0\*)?=utf-8''/i);
  });

  it.each([
    ['application/pdf', every],
    ['text/csv', Buffer.from('a;b\r\nc;d\n\n.\n\rFrom me\n')],
    ['text/plain', Buffer.from('æøå'.repeat(1_000), 'latin1')],
    ['image/png', Buffer.alloc(0)],
  ])('arrives byte for byte, as %s', async (type, bytes) => {
    const [attachment] = (await readBack({ attachments: [{ name: 'a.x', type, bytes }] })).attachments;
    expect(attachment?.content).toEqual(bytes);
    expect(attachment).toMatchObject({ contentType: type, contentDisposition: 'attachment' });
  });

  it('that is a mail itself arrives byte for byte, as a file', async () => {
    const bytes = Buffer.from('From: a@b.c\nSubject: \xe5\n\n.\nHei', 'latin1');
    const raw = await composed({ attachments: [{ name: 'mail.eml', type: 'message/rfc822', bytes }] });
    expect(String(raw)).toContain('Content-Type: application/octet-stream; name=mail.eml\r\n');
    const [attachment] = (await simpleParser(raw)).attachments;
    expect(attachment?.content).toEqual(bytes);
  });

  it('is an image of the HTML, where it has a content id', async () => {
    const image = { name: 'logo.png', type: 'image/png', bytes: every, contentId: '<logo@desk.test>' };
    const { attachments, html } = await readBack({ html: '<img src="cid:logo@desk.test">', attachments: [image] });
    expect(attachments).toMatchObject([{ contentId: '<logo@desk.test>', contentDisposition: 'inline', related: true }]);
    expect(html).toContain('<img src="data:image/png;base64,');
  });

  it('makes the mail another when one of its bytes differs', async () => {
    const [a, b] = await Promise.all(
      ['a', 'b'].map((text) =>
        readBack({ attachments: [{ name: 'a', type: 'text/plain', bytes: Buffer.from(text) }] }),
      ),
    );
    expect(a?.messageId).not.toBe(b?.messageId);
  });
});
