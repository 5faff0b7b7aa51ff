import fc from 'fast-check';
import { readMail } from '../../../shared/mail/read';
import { unpackTnef } from '../../../shared/mail/tnef';

const BODY = 0x2800c;
const RENDERING = 0x69002;
const TITLE = 0x18010;
const DATA = 0x6800f;
const PROPERTIES = 0x69005;

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const attribute = (id: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([id === BODY ? 1 : 2]), u32(id), u32(value.length), value, Buffer.alloc(2)]);
const pack = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), Buffer.alloc(2), ...attributes]);
const padded = (value: Buffer): Buffer => Buffer.concat([u32(value.length), value, Buffer.alloc(-value.length & 3)]);

/** A number that takes eight bytes, and the long name of a file. */
const properties = (longName: string): Buffer => {
  const time = Buffer.concat([u32(0x30070040), Buffer.alloc(8)]);
  const name = Buffer.concat([u32(0x3707001f), u32(1), padded(Buffer.from(`${longName}\0`, 'utf16le'))]);
  return Buffer.concat([u32(2), time, name]);
};

const WINMAIL = pack(
  attribute(BODY, Buffer.from('Se vedleggene.\0')),
  attribute(RENDERING, Buffer.alloc(14)),
  attribute(TITLE, Buffer.from('DELTAK~1.CSV\0')),
  attribute(DATA, Buffer.from('Åse;100')),
  attribute(PROPERTIES, properties('deltakere på høstkurset.csv')),
  attribute(RENDERING, Buffer.alloc(14)),
  attribute(TITLE, Buffer.from('kart.pdf\0')),
  attribute(DATA, Buffer.from('%PDF-')),
);

it('a pack of Outlook is unpacked: its text, its files by their long names', () => {
  expect(unpackTnef(WINMAIL)).toEqual({
    text: 'Se vedleggene.',
    files: [
      { name: 'deltakere på høstkurset.csv', bytes: Buffer.from('Åse;100') },
      { name: 'kart.pdf', bytes: Buffer.from('%PDF-') },
    ],
  });
});

it('a mail keeps the pack, says so, and has the files after it', async () => {
  const head = 'From: kari@kunde.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n';
  const mail = await readMail(
    Buffer.from(`${head}Content-Transfer-Encoding: base64\r\n\r\n${WINMAIL.toString('base64')}\r\n`),
  );
  expect(mail).toMatchObject({ tnef: true, text: 'Se vedleggene.' });
  expect(mail.attachments.map(({ name, type }) => [name, type])).toEqual([
    ['winmail.dat', 'application/ms-tnef'],
    ['deltakere på høstkurset.csv', 'text/csv'],
    ['kart.pdf', 'application/pdf'],
  ]);
  expect(mail.attachments[0]?.bytes.equals(WINMAIL)).toBe(true);
});

it('any damage to a pack does no harm', () => {
  const damage = fc.array(fc.tuple(fc.nat(WINMAIL.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(damage, fc.nat(WINMAIL.length), (wounds, end) => {
      const damaged = Buffer.from(WINMAIL);
      for (const [at, byte] of wounds) damaged.fill(byte, at, at + 1);
      expect(unpackTnef(damaged.subarray(0, end)).files.length).toBeLessThanOrEqual(2 + wounds.length);
    }),
    { numRuns: 500 },
  );
});
