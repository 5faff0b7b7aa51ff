import fc from 'fast-check';
import { type Mail, readMail } from '../../../shared/mail/read';
import { fixture, fixtureNames } from './fixtures';

describe('any bytes whatever', () => {
  it('are read without an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) =>
        isMail(await readMail(Buffer.from(bytes))),
      ),
    );
  });

  it('are read without an exception where they look like a mail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) =>
        isMail(await readMail(Buffer.concat(pieces))),
      ),
      { numRuns: 300 },
    );
  });

  it('are read without an exception where a mail was damaged', async () => {
    const mails = ['reading', 'signals', 'replies'].flatMap(fixtureNames).map(fixture);
    const damage = fc.tuple(
      fc.constantFrom(...mails),
      fc.array(fc.tuple(fc.nat(5_000), fc.nat(20), piece), { minLength: 1, maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([mail, wounds]) => isMail(await readMail(wounds.reduce(wound, mail)))),
      { numRuns: 300 },
    );
  });
});

const PIECES = [
  'From: a@b.example\r\n',
  'To: g: a@b, c@d;\r\n',
  'Subject: =?utf-8?q?a=0D=0Ab?=\r\n',
  'Subject: =?x-none?b?w6Y?=\r\n',
  '\r\n',
  '\n',
  '\r',
  ':\r\n',
  ' folded\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: multipart/alternative; boundary="b"\r\n',
  '--b\r\n',
  '--b--\r\n',
  '--',
  'Content-Type: text/html; charset=utf-16\r\n',
  'Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes\r\n',
  'Content-Type: text/plain; charset=iso-2022-jp\r\n',
  'Content-Type: message/rfc822\r\n',
  'Content-Type: message/delivery-status\r\n',
  'Content-Type: ;;;\r\n',
  'Content-Disposition: inline\r\n',
  "Content-Disposition: attachment; filename*=x-none''%E6\r\n",
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Content-ID:\r\n',
  'Date: i går\r\n',
  'References: <a> b\r\n',
  '__proto__: x\r\n',
  'From: a@xn--\r\n',
  '<blockquote type="cite">',
  '<a href="',
  '&#xD800;',
  '<!--',
  '=E6=\r\n',
  'SGVp\r\n',
  'Hei.\r\n',
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)) },
);

const wound = (mail: Buffer, [at, length, by]: [number, number, Buffer]): Buffer =>
  Buffer.concat([mail.subarray(0, at % (mail.length + 1)), by, mail.subarray((at % (mail.length + 1)) + length)]);

function isMail({ subject, text, from, attachments }: Mail): void {
  expect(subject).not.toMatch(/[\r\n\0]/);
  expect(text).not.toMatch(/[\r\0]/);
  expect(from?.address ?? '@').toContain('@');
  for (const { name, type } of attachments) {
    expect(name).toMatch(/^[^/\\\r\n\0]+$/);
    expect(type).toMatch(/^[^/]+\/[^/]+$/);
  }
}
