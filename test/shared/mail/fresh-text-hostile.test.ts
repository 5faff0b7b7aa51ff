import fc from 'fast-check';
import { freshText } from '../../../shared/mail/fresh-text';
import { REPLY_MARKER } from '../../../shared/mail/reply-marker';
import { expectLinear } from './linear';

const wordsIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

describe('any reply', () => {
  const line = fc.constantFrom(
    '',
    ' ',
    'Ja.',
    '> sitat',
    '>> sitat',
    '>',
    '> 50 deltakere',
    '-- ',
    '--',
    'Fra: a@b.example',
    '*Sent:* 5 October 2026 10:12',
    'Sendt: 5. oktober 2026 10:12',
    'Til: c',
    'Emne: d',
    'Den 5. okt. 2026 10:12, skrev Support:',
    'Den 5. okt. 2026 10:12, skrev jeg:',
    'man. 5. okt. 2026 kl. 10:12 skrev Support <',
    'a@b.example>:',
    'On 5 Oct 2026 at 10:12, Support <a@b.example>',
    'wrote:',
    '________________',
    'Seminar mailing list',
    '-----Original Message-----',
    'Original Message',
    'Sendt fra min iPhone',
    'Svarene står nedenfor.',
    'Kari Nordmann',
    '---------- Forwarded message ---------',
    REPLY_MARKER.nb,
    `> ${REPLY_MARKER.en}`,
  );
  const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
  const html = fc
    .array(
      fc.constantFrom(
        '<div class="gmail_quote">',
        '<div id="Signature">',
        '</div>',
        '<br>',
        'Ja.',
        'Kari Nordmann',
        'Den 5. okt. 2026 10:12, skrev Support:',
        '<blockquote type="cite">',
        '</blockquote>',
        '<!--',
        '<p',
      ),
    )
    .map((pieces) => pieces.join(''));

  it('keeps every line that says something, once', () => {
    fc.assert(
      fc.property(text, html, fc.boolean(), (text, html, isReply) => {
        fc.pre(text.trim() !== '');
        const { fresh, folded } = freshText({ text, html, isReply });
        expect(wordsIn(`${fresh}\n${folded}`).sort()).toEqual(wordsIn(text).sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('has something fresh if it has anything', () => {
    fc.assert(
      fc.property(text, html, (text, html) => {
        const { fresh, folded } = freshText({ text, html, isReply: true });
        expect(fresh.trim() === '' && folded !== '').toBe(false);
      }),
    );
  });

  it('is fresh throughout where it is no reply', () => {
    fc.assert(
      fc.property(text, (text) => {
        fc.pre(text.trim() !== '');
        expect(freshText({ text, isReply: false })).toEqual({ fresh: text, folded: '' });
      }),
    );
  });
});

describe('takes time in proportion to the text', () => {
  const filled = (start: string, filling: string, end: string) => start + filling.repeat(300) + end;

  it.each([
    'a',
    '>',
    '> x\n',
    '> x\ny\n',
    '> 1\nx\n',
    'Fra:\n',
    'Fra: a@b 2026\nSendt: 2026\n',
    'Fra: a@b\n\nTil: b\n\n',
    '\n',
    ' ',
    '-- \n',
    '--\n',
    'a:\n',
    '5. okt 2026 skrev:\n',
    'skrev a 5. okt\nb\nc\nd:\n',
    'den 5. oktober 2026 kl. 10:12 skrev A B C D E F G\n',
    'On 5 Oct 2026 at 10:12, Support <a@b> wrote:\n',
    '________\n',
    '________\n\n\n\n',
    'Original Message\n',
    '-',
    'Sendt fra proton mail ',
    'svar ',
    'jan ',
    '1. ',
    'a@',
    '*',
    '[',
    'https:',
    '\u00a0',
    '\r\n',
    `${REPLY_MARKER.nb}\n`,
    `${REPLY_MARKER.nb}\n\n\n\nx\n`,
  ])('if it is %j again and again', (piece) => expectLinear(piece, (text) => freshText({ text, isReply: true })));

  it.each([
    ['spaces', filled('a', ' ', 'b\n')],
    ['asterisks', filled('a', '*', 'b\n')],
    ['dashes', filled('', '-', 'x\n')],
    ['addresses', filled('', '<a@b ', 'skrev 5. okt 2026:\n')],
    ['names', filled('On 5 Oct 2026 at 10:12, ', 'A ', ':\n')],
    ['dates', filled('', '1. jan 2026 ', ':\n> x\n')],
    ['persons', filled('', 'jeg ', ':\n')],
    ['answers', filled('', 'svar ', '\n')],
    ['links', filled('Sendt fra ', '<https:', '\n')],
    ['brands', filled('Sent from my samsung', ' a', '\n')],
  ])('if its lines are full of %s', (_, line) => expectLinear(line, (text) => freshText({ text, isReply: true })));

  it.each([
    '<div class="gmail_quot">',
    '<div class="',
    'a<b>',
    '<div class="gmail_quote">x',
    '<div class="gmail_signature">x',
    '<div class="gmail_signature">x</div>',
    '<div id="Signature">Ja</div>',
    '<div id="Signature"><div>',
    '&amp;',
    '<!--',
    '<style>',
  ])('if the HTML is %j again and again', (piece) => {
    const text = 'Ja.\nHei.\n'.repeat(200);
    expectLinear(piece, (html) => freshText({ text, html, isReply: true }));
    expectLinear(piece, (html) => freshText({ text: '', html, isReply: true }));
  });
});
