import fc from 'fast-check';
import { freshText, REPLY_MARKER } from '../../../shared/mail/fresh-text';
import { isReply } from '../../../shared/mail/thread';
import { fixtureNames, mailIn } from './fixtures';
import { expectLinear } from './linear';

const partsOf = async (name: string) => {
  const mail = await mailIn(`replies/${name}`);
  return { text: mail.text, ...freshText({ ...mail, isReply: isReply(mail) }) };
};

const wordsIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const REPLIES = [
  ['gmail-nb', 'Hei,\n\nja takk, forleng til fredag.'],
  ['gmail-nn', 'Hei,\n\nja takk, forleng til fredag, er du grei.'],
  ['gmail-en', 'Yes please, until Friday.'],
  ['gmail-android-nb', 'Supert, takk!'],
  ['gmail-nb-signature-below', 'Kan dere også åpne for ventelisten?'],
  ['gmail-fi', 'Kiitos, jatketaan perjantaihin.'],
  ['outlook-desktop-nb', 'Hei Anna,\n\nForleng gjerne til fredag. Fra og med da er vi fulltegnet.\n\nMvh Kari'],
  ['outlook-desktop-nn', 'Hei!\n\nDet hadde vore fint.'],
  ['outlook-desktop-en', 'Hello Anna,\n\nPlease extend it until Friday.'],
  ['outlook-desktop-html-only-nb', 'Hei,\n\nNå kommer feilmeldingen igjen: «Plassen er opptatt».'],
  ['outlook-old-nb', 'Hei,\n\nvi trenger kvittering på beløpet.'],
  ['outlook-de', 'Gern, bis Freitag bitte.'],
  ['outlook-web-nb', 'Takk, det holder.'],
  ['outlook-web-nn', 'Takk, det held.'],
  ['outlook-web-en', 'Thanks, that will do.'],
  ['outlook-mobile-nb', 'Ser på det i kveld.'],
  ['outlook-mobile-en', 'Will look tonight.'],
  ['apple-mail-nb', 'Ja, til fredag, takk.'],
  ['apple-mail-en', 'Yes, until Friday.'],
  ['iphone-nb', 'Ja takk!'],
  ['iphone-nn', 'Ja takk, gjer det!'],
  ['iphone-en', 'Yes please!'],
  ['thunderbird-nb-below', 'Ja, forleng til fredag.'],
  ['thunderbird-nn', 'Ja takk.'],
  ['thunderbird-en-between', 'Yes, until Friday.\n\nTwelve.'],
  ['samsung-nb', 'Fint, takk.'],
  ['yahoo-nb', 'Det går fint.'],
  ['proton-en', 'No need, thank you.'],
  ['marker-only', 'Vi utsetter til mandag.'],
  ['colleague-nb', 'Vi gjør som Ola sier.'],
] as const;

describe('of a reply', () => {
  it.each(REPLIES)('%s, what was written now is fresh', async (name, fresh) => {
    expect((await partsOf(name)).fresh).toBe(fresh);
  });

  it.each(fixtureNames('replies'))('%s nothing is lost', async (name) => {
    const { text, fresh, folded } = await partsOf(name.replace('replies/', ''));
    expect(wordsIn(`${fresh}\n${folded}`).sort()).toEqual(wordsIn(text).sort());
  });
});

describe('what a customer writes is not cut', () => {
  it.each([
    ['not-cut-chat', 'a sentence that looks like an attribution'],
    ['not-cut-warehouse', "a sentence that begins like a telephone's line"],
    ['not-cut-journey', "a journey with a date, a line of more than fifty, dashes of one's own"],
    ['only-quote', 'a reply that says nothing new'],
    ['forwarded-gmail-nb', 'a mail that hands another on'],
    ['forwarded-in-reply', 'a mail handed on within a reply'],
    ['first-mail', 'a first mail that quotes'],
  ])('%s: %s', async (name) => {
    const { text, fresh, folded } = await partsOf(name);
    expect(wordsIn(fresh)).toEqual(wordsIn(text));
    expect(folded).toBe('');
  });
});

describe('our marker line', () => {
  it.each(Object.values(REPLY_MARKER))('%s folds what is below it', (marker) => {
    const text = `Ja.\n\n${marker}\n\nHei Kari,\n\nskal vi?`;
    expect(freshText({ text, isReply: true })).toEqual({ fresh: 'Ja.', folded: `${marker}\n\nHei Kari,\n\nskal vi?` });
  });
});

describe('text that comes without its mail', () => {
  it('may end its lines as on the wire', () => {
    const text = 'Ja.\r\n\r\nOn 05/10/2026 10:12, Support wrote:\r\n> Shall we?\r\n\r\n-- \r\nKari\r\n';
    expect(freshText({ text, isReply: true }).fresh).toBe('Ja.');
  });

  it('is made of the HTML if there is none', () => {
    const html =
      '<div>Ja.</div><div class="gmail_quote"><div>Support kirjoitti:</div><blockquote class="gmail_quote">Skal vi forlenge den?</blockquote></div>';
    expect(freshText({ text: '', html, isReply: true }).fresh).toBe('Ja.');
  });
});

describe('any reply', () => {
  const line = fc.constantFrom(
    '',
    ' ',
    'Ja.',
    '> sitat',
    '>> sitat',
    '>',
    '-- ',
    '--',
    'Fra: a@b.example',
    'Sendt: 5. oktober 2026 10:12',
    'Til: c',
    'Emne: d',
    'Den 5. okt. 2026 10:12, skrev Support:',
    'skrev Support <',
    'a@b.example>:',
    '________________',
    '-----Original Message-----',
    'Sendt fra min iPhone',
    '---------- Forwarded message ---------',
    REPLY_MARKER.nb,
    `> ${REPLY_MARKER.en}`,
  );

  it('keeps every line that says something', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { fresh, folded } = freshText({ text: lines.join('\n'), isReply: true });
        expect(wordsIn(`${fresh}\n${folded}`).sort()).toEqual(wordsIn(lines.join('\n')).sort());
      }),
    );
  });

  it('has something fresh if it has anything', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { fresh, folded } = freshText({ text: lines.join('\n'), isReply: true });
        expect(fresh.trim() === '' && folded !== '').toBe(false);
      }),
    );
  });
});

describe('takes time in proportion to the text', () => {
  it.each([
    'a',
    '>',
    '> x\n',
    '> x\ny\n',
    'Fra:\n',
    'Fra: a@b 2026\nSendt: 2026\n',
    '\n',
    ' ',
    '-- \n',
    '--\n',
    'a:\n',
    '5. okt 2026 skrev:\n',
    'skrev a 5. okt\nb\nc\nd:\n',
    '________\n',
    '-',
    'Sendt fra proton mail ',
    'jan ',
    '1. ',
    'a@',
    '*',
    '\u00a0',
    '\r\n',
  ])('if it is %j again and again', (piece) => expectLinear(piece, (text) => freshText({ text, isReply: true })));

  it.each(['<div class="gmail_quot">', '<div class="', 'a<b>', '<div class="gmail_quote">x', '&amp;'])(
    'if the HTML is %j again and again',
    (piece) => expectLinear(piece, (html) => freshText({ text: 'Ja.\nHei.', html, isReply: true })),
  );
});
