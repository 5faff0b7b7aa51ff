import { freshText } from '../../../shared/mail/fresh-text';
import { REPLY_MARKER } from '../../../shared/mail/reply-marker';

const freshOf = (...lines: string[]): string => freshText({ text: lines.join('\n'), isReply: true }).fresh;

describe('our marker line', () => {
  it.each(Object.values(REPLY_MARKER))('%s folds what is below it', (marker) => {
    const text = `Ja.\n\n${marker}\n\nHei Kari,\n\nskal vi?`;
    expect(freshText({ text, isReply: true })).toEqual({ fresh: 'Ja.', folded: `${marker}\n\nHei Kari,\n\nskal vi?` });
  });
});

describe('an attribution is known, with nothing to mark what it quotes,', () => {
  it.each([
    'man. 5. jan. 2026 kl. 10:12 skrev Support <support@desk.test>:',
    'På 5. jan. 2026 kl. 10:12 skrev Support <support@desk.test>:',
    'Den 5. januar 2026 kl. 10.12.33 CET, skrev Support:',
    'Den 05.01.2026 10:12, skrev Support:',
    'Den 05.01.2026 10:12, skreiv Support:',
    'Den mandag 5. januar 2026 kl. 10:12:33 CET skrev Support <support@desk.test> følgende:',
    'On Mon, Jan 5, 2026 at 10:12\u202fAM Support <support@desk.test> wrote:',
    'On Monday, January 5, 2026 at 10:12:33 AM GMT+1, Support <support@desk.test> wrote:',
    'On 5 Jan 2026, at 10:12, Support <support@desk.test> wrote:',
    'On Mon, 5 Jan 2026 at 10:12, Kari Nordmann via Support and Friends wrote:',
    'On 05/01/2026 10:12, support@desk.test wrote:',
    'On Jan 5, 2026 at 10:12 +0100, Support <support@desk.test<mailto:support@desk.test>>, wrote:',
    '*On Mon, 5 Jan 2026 at 10:12, Support <support@desk.test> wrote:*',
    '---- On Mon, 05 Jan 2026 10:12:33 +0100 Support <support@desk.test> wrote ---',
    'Den mån 5 jan. 2026 kl 10:12 skrev Support <support@desk.test>:',
    '    Den man., 5. jan., 2026 kl. 10.12, Support<support@desk.test> skrev:   Hei Kari,',
    'On Mon, Jan 5, 2026 at 10:12 AM, Support<support@desk.test> wrote:   Hi Kari,',
    '-----Support <support@desk.test> skrev: -----',
    'Am Montag, den 5. Januar 2026 um 10:12 schrieb Support <support@desk.test>:',
    'Am Mo., 5. Jan. 2026 um 10:12 Uhr schrieb Support <support@desk.test>:',
  ])('if it is %s', (attribution) => expect(freshOf('Ja.', '', attribution, '', 'Hei Kari,')).toBe('Ja.'));
});

describe('an attribution above lines with > is known', () => {
  it.each([
    'Support skrev 2026-01-05 10:12:',
    'Support <support@desk.test> wrote:',
    'On 5. jan. skrev Support:',
    '----- Den 5 Jan 2026, kl. 10:12, Support support@desk.test skrev:',
    'pon., 5 sty 2026 o 10:12 Support <support@desk.test> napisał(a):',
    'Έγραψε στις 5/1/2026 10:12 ο Support <support@desk.test>:',
  ])('if it is %s', (attribution) => expect(freshOf('Ja.', '', attribution, '', '> Hei Kari,')).toBe('Ja.'));
});

describe('what a person wrote now is never taken for an attribution', () => {
  it.each([
    'Den nye versjonen kom i går, og Per skrev i chatten følgende:',
    'Den 5. oktober 2026 kl. 10:12 skrev jeg i skjemaet:',
    'Den 5. oktober 2026 kl. 10:12 skrev dere:',
    'Jeg skrev til support@desk.test 5. oktober kl. 10:12:',
    'Kari skrev til support@desk.test den 5. oktober:',
    'On 5 October 2026 at 10:12 I wrote:',
    'Per wrote this on 5 October at 10:12:',
    'Per skrev 05.10.2026 10:12:',
    'Han skreiv 5. oktober kl. 10:12:',
    'Ja takk, gjerne. On Mon, 5 Jan 2026 at 10:12, Support <support@desk.test> wrote:',
    'Vi er enige i det som ble sagt 5. januar 2026, Per <per@kunde.example> skrev: han kommer.',
  ])('%s', (words) => expect(freshOf(words, '', 'Knappen er borte.')).toBe(`${words}\n\nKnappen er borte.`));
});

describe('the line of a device or program', () => {
  it.each([
    'Sendt fra min iPhone',
    'Sendt frå iPhonen min',
    'Sendt fra iPaden min.',
    'Sendt fra mobil',
    'Sendt fra min Samsung Galaxy-smarttelefon.',
    'Sendt fra min Galaxy',
    'Sendt fra min Sony Xperia™-smarttelefon',
    'Sendt fra Outlook for Android<https://aka.ms/AAb9ysg>',
    'Hent Outlook for iOS<https://aka.ms/o0ukef>',
    'Last ned Outlook for Android',
    'Sendt fra Yahoo Mail på Android',
    'Sendt med Proton Mail sikker e-post.',
    'Sent with [Proton Mail](https://proton.me/mail/home) secure email.',
    'Sent from Proton Mail for iOS',
    'Sent from my iPhone. Please excuse typos.',
    'Sent from my BlackBerry 10 smartphone on the Telenor network.',
    'Sent from Mail for Windows',
    'Skickat från min iPhone',
    'Von meinem iPhone gesendet',
    'Virusfri.www.avast.com <https://www.avast.com/sig-email>',
  ])('%s is folded', (line) => expect(freshOf('Ja.', '', line)).toBe('Ja.'));

  it.each([
    'Sendt fra lageret i går, men…',
    'Sendt fra Samsung i går',
    'Sendt fra Sony til oss på mandag.',
    'Sendt via e-post.',
    'Sendt fra min mobil, og den er tom for strøm nå.',
    'Sent from my office',
    'Hent Outlook for meg, takk.',
    'Virusfri.',
  ])('%s is a person’s', (line) => expect(freshOf('Ja.', '', line)).toBe(`Ja.\n\n${line}`));
});

describe('a block of headers', () => {
  it.each([
    ['of Outlook', 'Fra: Support', 'Sendt: mandag 5. januar 2026 10:12', 'Til: Kari', 'Emne: Kurs'],
    ['in nynorsk', 'Frå: Support', 'Sendt: måndag 5. januar 2026 10:12', 'Til: Kari', 'Emne: Kurs'],
    ['in bold', '*From:* Support', '*Sent:* Monday, January 5, 2026 10:12 AM', '*To:* Kari', '*Subject:* Course'],
    ['in Markdown', '**From:** Support', '**Sent:** 5 January 2026 10:12', '**To:** Kari', '**Subject:** Course'],
    ['without a subject', 'Fra: Support <support@desk.test>', 'Dato: 05.01.2026', 'Til: Kari'],
    ['date first', 'Gesendet: Montag, 05. Januar 2026', 'Von: Support', 'An: Kari', 'Betreff: Kurs'],
    ['with gaps', 'Fra: Support', '', 'Sendt: 5. januar 2026 10:12', '', 'Til: Kari', '', 'Emne: Kurs'],
  ])('%s is folded', (_, ...block) => expect(freshOf('Ja.', '', ...block, '', 'Hei Kari,')).toBe('Ja.'));

  it.each([
    ['a journey', 'Fra: Oslo', 'Til: Bergen', 'Dato: 5. mai 2026 kl. 10.30'],
    ['a lesson', 'Emne: Matematikk', 'Dato: 05.10.2026', 'Fra: 10:00', 'Til: 12:00'],
    ['a parcel', 'Sendt: 5. oktober 2026', 'Fra: Oslo', 'Til: Bergen'],
  ])('that tells of %s is not', (_, ...block) => {
    expect(freshOf('Her:', '', ...block)).toBe(['Her:', '', ...block].join('\n'));
  });
});

describe('answers that a person says stand within the quotation', () => {
  const quotation = ['Fra: Support', 'Sendt: 5. januar 2026 10:12', 'Emne: Kurs', '', 'Hvor mange? Tolv.'];

  it.each(['Se svarene mine i rødt.', 'Mine svar under:', 'Svara står nedanfor', 'My answers are inline.'])(
    'are shown with it, where nothing marks it: %s',
    (words) => expect(freshOf(words, '', ...quotation)).toBe([words, '', ...quotation].join('\n')),
  );

  it('are told from it by its marks', () => {
    const lines = ['See my answers below.', '', '> How many?', '', 'Twelve.'];
    expect(freshOf(...lines)).toBe('See my answers below.\n\nTwelve.');
  });

  it('are not meant by an answer within some time', () => {
    expect(freshOf('Takk for svar under helgen.', '', ...quotation)).toBe('Takk for svar under helgen.');
  });
});

describe('a signature that the HTML names', () => {
  const html = 'Ja.<div class="gmail_signature"><div>Kari Nordmann</div><div>Kunde AS</div></div>';
  const signed = (text: string) => freshText({ text, html, isReply: true }).fresh;

  it('is folded', () => expect(signed('Ja.\n\nKari Nordmann\nKunde AS')).toBe('Ja.'));

  it('is left if the text says more on its lines', () => {
    const text = 'Ja.\n\nKari Nordmann\nKunde AS, og vi er tolv';
    expect(signed(text)).toBe(text);
  });

  it('is its last mention', () => {
    expect(signed('Kari Nordmann\nKunde AS\n\ner kunden.\n\nKari Nordmann\nKunde AS')).toBe(
      'Kari Nordmann\nKunde AS\n\ner kunden.',
    );
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
