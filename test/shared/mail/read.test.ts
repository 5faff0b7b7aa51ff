import { readMail } from '../../../shared/mail/read';
import { mailIn, mailWith } from './fixtures';

describe('a mail that is as it should be', () => {
  it('is read whole', async () => {
    const mail = await mailIn('reading/plain');
    expect(mail).toMatchObject({
      from: { name: 'Kari Nordmann', address: 'kari@kunde.example' },
      to: [
        { name: 'Brukerstøtte', address: 'support@desk.test' },
        { name: 'Nordmann, Ola', address: 'ola@kunde.example' },
      ],
      cc: [
        { name: 'Per', address: 'per@kunde.example' },
        { name: '', address: 'eva@kunde.example' },
      ],
      subject: 'Påmelding til høstseminaret',
      text: 'Hei,\n\nkan påmeldingen forlenges?\n\nKari\n',
      html: undefined,
      attachments: [],
    });
  });

  it('keeps its ids in their brackets, references oldest first', async () => {
    const { messageId, inReplyTo, references } = await mailIn('reading/plain');
    expect(messageId).toBe('<plain@kunde.example>');
    expect(inReplyTo).toBe('<0102018f@eu-north-1.amazonses.com>');
    expect(references).toEqual(['<first@kunde.example>', '<0102018f@eu-north-1.amazonses.com>']);
  });

  it('shows the headers that the receiving server put on top before those of others', async () => {
    const { headers } = await mailIn('reading/plain');
    expect(headers.get('x-ses-virus-verdict')).toEqual(['GRAY']);
    expect(headers.get('authentication-results')).toEqual([
      'amazonses.com; spf=pass client-ip=192.0.2.10; dkim=pass header.i=@kunde.example; dmarc=pass header.from=kunde.example;',
      'mail.kunde.example; dmarc=fail',
    ]);
    expect(headers.get('received')).toHaveLength(2);
  });
});

describe('the sender', () => {
  it('is taken from Reply-To where From names no address', async () => {
    expect((await mailIn('reading/no-from')).from).toEqual({ name: 'Kari', address: 'kari@kunde.example' });
  });

  it.each([
    ['the first From that has one', { From: ['Kari Nordmann', 'Ola <ola@kunde.example>'] }, 'ola@kunde.example'],
    ['Sender', { From: [], Sender: 'eva@kunde.example' }, 'eva@kunde.example'],
    ['Return-Path', { From: 'Kari', 'Return-Path': '<retur@kunde.example>' }, 'retur@kunde.example'],
  ])('is taken from %s', async (_, headers, address) => {
    expect((await mailWith(headers)).from?.address).toBe(address);
  });

  it('is nobody where only the envelope knows', async () => {
    expect((await mailWith({ From: 'Kari' })).from).toBeUndefined();
  });

  it('is one of several authors where From names several', async () => {
    const { from, authors } = await mailIn('reading/several-authors');
    expect(from?.address).toBe('kari@kunde.example');
    expect(authors.map(({ address }) => address)).toEqual(['kari@kunde.example', 'ola@andre.example']);
  });

  it('is known by an ASCII domain in lower case', async () => {
    const { from, replyTo, to } = await mailIn('reading/foreign-domain');
    expect(from).toEqual({ name: 'Bær', address: 'post@xn--blbr-roah.example' });
    expect(replyTo[0]?.address).toBe(from?.address);
    expect(to[0]?.address).toBe('support@desk.test');
  });
});

describe('headers with bytes that are not ASCII', () => {
  it.each([
    ['in the charset of the body', 'reading/raw-latin1', 'Kåre Ødegård', 'Påmelding på nynorsk - går det?'],
    ['in windows-1252 where none is said', 'reading/raw-windows-1252', 'Åse Bø', 'Prisen er 100 € – for høy'],
    ['in UTF-8, whatever the body is in', 'reading/raw-utf8', 'Åse Bø', 'Prisen er 100 € – for høy'],
    ['in words that cut letters in two', 'reading/cut-letter', 'Kåre', 'Påmelding lukket i høst'],
  ])('are read %s', async (_, name, sender, subject) => {
    const mail = await mailIn(name);
    expect(mail.from?.name).toBe(sender);
    expect(mail.subject).toBe(subject);
  });
});

describe('what is shown on one line', () => {
  it('has no line breaks, NUL or marks that turn the text around', async () => {
    const { subject, from } = await mailIn('reading/injected-lines');
    expect(subject).toBe('Faktura Bcc: victim@example.com fdp.exe');
    expect(from).toEqual({ name: 'Kari Bcc: victim@example.com', address: 'kari@kunde.example' });
  });

  it('is a subject of at most 255 code points', async () => {
    expect([...(await mailIn('reading/long-subject')).subject]).toHaveLength(255);
  });
});

describe('the body', () => {
  it('is text made of the HTML where there is no text', async () => {
    expect((await mailIn('reading/html-only')).text).toBe(
      'Hei & hå,\n\ndet virker ikke:\nfeil 17\n\n- Trykk på Meld på\n- Se siden <https://arr.example/kurs>\n\n> Hva står det?',
    );
  });

  it.each([
    ['there is nothing to see in the text', 'reading/empty-text', 'Alt står her.'],
    ['the text is a stub', 'reading/stub-text', 'Hele spørsmålet står i denne delen, og bare i denne delen.'],
  ])('is text made of the HTML where %s', async (_, name, text) => {
    const mail = await mailIn(name);
    expect(mail.text).toBe(text);
    expect(mail.html).toContain('<p>');
  });

  it('has no HTML where there is nothing to see in it', async () => {
    expect(await mailIn('reading/empty-html')).toMatchObject({ text: 'Alt er i teksten.', html: undefined });
  });

  it('has all its parts in both versions where text stands beside HTML', async () => {
    const { text, html } = await mailIn('reading/list-footer');
    expect(text).toMatch(/Kan vi få faktura\?[\s\S]*Arrangører-listen/);
    expect(html).toMatch(/Kan vi f&aring; faktura\?[\s\S]*meld deg av/);
  });
});

describe('attachments', () => {
  it('have bare names of at most 180 bytes, made up where there is none', async () => {
    const names = (await mailIn('reading/attachments')).attachments.map(({ name }) => name);
    expect(names).toEqual([
      'passwd',
      'påmelding .pdf',
      'attachment-3.pdf',
      expect.stringMatching(/^(deltakere-)+.*\.csv$/),
      'attachment-5.bin',
    ]);
    expect(names.map((name) => Buffer.byteLength(name)).filter((bytes) => bytes > 180)).toEqual([]);
  });

  it('are found by the id that the HTML uses', async () => {
    const { attachments, html } = await mailIn('reading/attachments');
    expect(html).toContain(`cid:${attachments[0]?.contentId}`);
  });

  it('keep their bytes as they were', async () => {
    const { attachments } = await mailIn('reading/attachments');
    expect(attachments.map(({ bytes }) => bytes.toString('latin1')).slice(0, 2)).toEqual([
      '\x89PNG\r\n\x1a\n',
      '%PDF-',
    ]);
    expect(attachments[3]?.bytes.toString()).toBe('navn;pris\r\nÅse;100');
  });

  it('include a mail that was handed on, whole', async () => {
    const { attachments, text } = await mailIn('reading/forwarded');
    expect(text).toBe('Hva er dette?');
    expect(attachments).toEqual([{ name: 'Faktura.eml', type: 'message/rfc822', bytes: expect.any(Buffer) }]);
    const inner = await readMail(attachments[0]?.bytes ?? Buffer.alloc(0));
    expect(inner).toMatchObject({ subject: 'Faktura', attachments: [{ name: 'faktura.pdf' }] });
  });

  it('include the report of a bounce', async () => {
    const { attachments } = await mailIn('signals/delivery-status');
    expect(attachments.map(({ type }) => type)).toEqual(['message/delivery-status', 'message/rfc822']);
  });
});

describe('a mail that the parser must not or cannot read', () => {
  const head = 'From: Kari <kari@kunde.example>\r\nSubject: Stor\r\nMessage-ID: <stor@kunde.example>\r\n';

  it.each([
    ['too-large', `${head}\r\n${'a'.repeat(40 * 1024 * 1024)}`],
    ['too-many-lines', `${head}\r\n${'\n'.repeat(2_000_000)}`],
    ['too-many-parts', `${head}\r\n${'--\n'.repeat(10_001)}`],
    ['parser-failed', `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(2_000)}`],
  ])('comes as its headers, with itself attached: %s', async (unreadable, text) => {
    const raw = Buffer.from(text);
    const { attachments, ...mail } = await readMail(raw);
    expect(mail).toMatchObject({
      unreadable,
      subject: 'Stor',
      messageId: '<stor@kunde.example>',
      text: '',
      html: undefined,
    });
    expect(mail.from?.address).toBe('kari@kunde.example');
    expect(attachments).toMatchObject([{ name: 'mail.eml', type: 'message/rfc822' }]);
    expect(attachments[0]?.bytes.equals(raw)).toBe(true);
  });

  it('is large, but not too large, when it has an attachment of 39 MB', async () => {
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const file = `${'A'.repeat(76)}\r\n`.repeat(500_000);
    const parts = [
      part('Content-Type: text/plain', 'Se vedlegget.'),
      part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64', file),
    ];
    const mail = await readMail(
      Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--`),
    );
    expect(mail).toMatchObject({ text: 'Se vedlegget.', attachments: [{ bytes: { length: 28_500_000 } }] });
    expect(mail.unreadable).toBeUndefined();
  });
});
