import { sealOf } from '../../../shared/mail/signed-or-encrypted';
import { mailIn, mailWith } from './fixtures';

describe('the text of a part', () => {
  it.each([
    [
      'is windows-1252 where no charset is named and it is no UTF-8',
      'no-charset',
      'Kursavgiften på 500 kr er for høy, sier Åse.',
    ],
    ['is UTF-8 where it calls itself ASCII and is that', 'no-charset-utf8', 'Kursavgiften på 500 € er for høy.'],
    ['is saved where some of its UTF-8 is none', 'damaged-utf8', '«og riktig».\nSignaturen er fra Åsnes på prøve.'],
    ['is in the charset that a page names', 'meta-charset', 'Cena 100 € za młodzież'],
    ['may be in UTF-7', 'utf-7', 'Påmelding + høstkurs'],
    [
      'has its broken lines joined within their quotes',
      'flowed',
      '> Kan vi melde på flere?\nJa, men bare til fredag.\n Innrykk.\n-- \nKari',
    ],
  ])('%s', async (_, name, text) => expect((await mailIn(`reading/${name}`)).text).toContain(text));

  it.each(['utf-16', 'x-unknown', 'utf8mb4', ''])('is not lost to a charset that is not true: %s', async (charset) => {
    expect((await mailWith({ 'Content-Type': `text/plain; charset=${charset}` }, 'Påmelding')).text).toBe(
      'Påmelding\r\n'.trim().concat('\n'),
    );
  });
});

describe('a mail that is built wrongly', () => {
  it.each([
    ['a line of spaces where none should be', 'blank-of-spaces', 'Delene følger en linje som ikke er tom.'],
    ['no line between its headers and its text', 'no-blank-line', 'Teksten begynner rett under hodet.\n'],
    ['something after its boundary', 'junk-after-boundary', 'Bare én del.'],
    ['no parts, though it says so', 'no-parts', 'Hele meldingen står her, uten grenser.\n'],
  ])('is read where it has %s', async (_, name, text) => {
    const mail = await mailIn(`reading/${name}`);
    expect(mail).toMatchObject({ text, attachments: [] });
    expect(mail.unreadable).toBeUndefined();
  });

  it('does no harm where a header of a part is empty', async () => {
    const body = '--b\nContent-ID:\nContent-Type: image/png\n\nx\n--b--';
    const { attachments } = await mailWith({ 'Content-Type': 'multipart/mixed; boundary=b' }, body);
    expect(attachments).toEqual([{ name: 'attachment-1.png', type: 'image/png', bytes: Buffer.from('x') }]);
  });
});

describe('files', () => {
  it('have names cut and encoded in whatever way', async () => {
    const { attachments } = await mailIn('reading/cut-file-names');
    expect(attachments.map(({ name }) => name)).toEqual(['Påmelding til høst.pdf', 'Åpent.pdf', 'ærlig "talt".pdf']);
  });

  it('are images of the HTML only where the HTML shows them', async () => {
    const { attachments } = await mailIn('reading/inline-images');
    expect(attachments.map(({ name, contentId, inline }) => [name, contentId, inline])).toEqual([
      ['skjerm.png', 'skjerm@kunde', true],
      ['logo.png', 'logo@kunde', undefined],
      ['avtale.pdf', 'avtale', undefined],
    ]);
  });

  it('are words too where they were sent to be read at once', async () => {
    const { text, attachments } = await mailIn('reading/named-text');
    expect(text).toBe('Loggen er vedlagt.\nfeil 17');
    expect(attachments).toEqual([{ name: 'feil.log', type: 'text/plain', bytes: Buffer.from('feil 17') }]);
  });

  it('are the mails of a digest, each named after its subject', async () => {
    const { attachments } = await mailIn('reading/digest');
    expect(attachments.map(({ name, type }) => [name, type])).toEqual([
      ['Første.eml', 'message/rfc822'],
      ['Andre.eml', 'message/rfc822'],
    ]);
  });
});

describe('an invitation', () => {
  it('is a line of text above what else is said, and stays attached', async () => {
    const { text, attachments } = await mailIn('reading/invitation');
    expect(text).toBe(
      '[Gjennomgang, høstkurs | 2026-03-02 10:00 (Europe/Oslo) – 2026-03-02 11:00 (Europe/Oslo) | Møterom 3 | kari@kunde.example]\n\nPasser det?',
    );
    expect(attachments.map(({ type }) => type)).toEqual(['text/calendar']);
  });
});

describe('sealed mail', () => {
  it('is read as any other where it is signed', async () => {
    const mail = await mailIn('reading/signed');
    expect(sealOf(mail)).toBe('signed');
    expect(mail.text).toBe('Dette har jeg skrevet under på.');
  });

  it.each([
    ['encrypted', 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b', ''],
    ['encrypted', 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', ''],
    ['signed', 'application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m', ''],
    ['encrypted', 'text/plain', '-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----'],
    ['signed', 'text/plain', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHei.'],
    [undefined, 'text/plain', 'Se -----BEGIN PGP MESSAGE----- i teksten.'],
  ])('is told to be %s by %s %s', async (seal, type, body) => {
    expect(sealOf(await mailWith({ 'Content-Type': type }, body))).toBe(seal);
  });
});
