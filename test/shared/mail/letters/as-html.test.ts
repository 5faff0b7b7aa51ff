import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asHtml, type Letterhead } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import {
  type Block,
  facts,
  finePrint,
  heading,
  type LetterText,
  paragraph,
  paragraphs,
  quote,
} from '../../../../shared/mail/letters/letter-text';

const letterOf = (...blocks: readonly Block[]): LetterText => ({ subject: 'Emne', preview: 'Kort sagt', blocks });
const htmlOf = (letter: LetterText) =>
  asHtml(letter, { vendor: { name: 'Eksempel AS', colour: '#0a5f4f' }, language: 'nb' });
const tagsIn = (html: string) => html.match(/<!?\/?[a-z][^>]*>/gi) ?? [];

const everyBlock = (text: string): Block[] => [
  paragraph(text),
  heading(1, text),
  heading(2, text),
  facts([text, text]),
  quote(text, { who: text, when: text }),
  { is: 'history', title: text, said: [{ who: text, when: text, text }] },
  { is: 'files', text, files: [{ name: text, size: text, href: 'https://desk.example.no/' }] },
  { is: 'table', head: [text, text], rows: [[text, text]] },
  { is: 'table', head: [text, text, text, text], rows: [[text, text, text, text]] },
  { is: 'links', links: [{ text, href: 'https://desk.example.no/' }] },
  finePrint(text),
];

describe('a letter as HTML', () => {
  const html = htmlOf(letterOf(...everyBlock('Tekst')));

  it('is a whole page that says its language', () => {
    expect(html).toMatch(/^<!DOCTYPE html><html dir="ltr" lang="nb"><head>/);
    expect(html).toContain('<title>Emne</title>');
    expect(html).toMatch(/<\/body><\/html>$/);
  });

  it('follows the light or the dark of its reader', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(htmlOf(letterOf(paragraph('Tekst'), quote('Tekst'), finePrint('Tekst')))).not.toMatch(
      /background|[^-]color:/,
    );
  });

  it('is one column of at most 600 pixels', () => {
    expect(html).toContain('width="600"');
    expect(html).toContain('max-width:100%');
    expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1"/>');
  });

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(img|script|style|link|iframe|form)\b|url\(|\son\w+=/i);
  });

  it('names the columns and the rows of its tables', () => {
    expect(html).toContain('<th scope="col"');
    expect(html.match(/<th scope="row"/g)).toHaveLength(5);
  });

  it('cuts no letter of its preview in two', () => {
    expect(htmlOf({ ...letterOf(), preview: `a${'🙂'.repeat(100)}` })).not.toMatch(/\p{Cs}/u);
  });

  it('begins with what a client shows in its list', () => {
    expect(html.indexOf('Kort sagt')).toBeLessThan(html.indexOf('Eksempel AS'));
  });
});

describe('the vendor’s look', () => {
  const link: Block = { is: 'links', links: [{ text: 'Åpne', href: 'https://desk.example.no/' }] };
  const lookOf = (vendor: Partial<Letterhead['vendor']>) =>
    asHtml(letterOf(link), { vendor: { name: 'Eksempel AS', ...vendor }, language: 'nb' });

  it.each([
    ['#0a5f4f', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#FFFFFF', '#000000'],
  ])('brings the colour of its text along: on %s stands %s', (colour, text) => {
    expect(lookOf({ colour })).toContain(`color:${text};background-color:${colour}`);
  });

  it('is the client’s own colours where the policy names none', () => {
    expect(lookOf({})).not.toMatch(/background|[^-]color:(?!inherit)/);
  });

  it('shows a logo on a plate of its own, with the name for whoever sees no images', () => {
    const html = lookOf({ logo: 'https://vendor.test/logo.png' });
    expect(html).toMatch(
      /background-color:#ebebeb[^>]*><img alt="Eksempel AS" height="32" src="https:\/\/vendor.test\/logo.png"/,
    );
    expect(html.match(/Eksempel AS/g)).toHaveLength(1);
  });
});

describe('a table', () => {
  it('too wide for a phone is a list, with each row under its name', () => {
    const table: Block = { is: 'table', head: ['Sak', 'Fra', 'Emne', 'Siden'], rows: [['A', 'b', 'c', 'd']] };
    const html = htmlOf(letterOf(table));
    expect(html).toMatch(/>A<\/th>.*>Fra<\/th>.*>b<.*>Emne<\/th>.*>c<.*>Siden<\/th>.*>d</);
    expect(html).not.toContain('<thead>');
  });
});

describe('what a stranger wrote', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</title></td></table><h1>',
    '<!--[if mso]><b>x</b><![endif]-->',
    '&lt;b&gt; &#60;b&#62;',
    "' onmouseover='x",
  ])('stays text: %s', (hostile) => {
    expect(tagsIn(htmlOf(letterOf(...everyBlock(hostile))))).toEqual(tagsIn(htmlOf(letterOf(...everyBlock('Tekst')))));
  });

  it('stays text, whatever it is', () => {
    const lineOf = (text: string) => text.replace(/[\r\n]/g, ' ');
    const tags = tagsIn(htmlOf(letterOf(...everyBlock('Tekst')))).length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const letter = { ...letterOf(...everyBlock(lineOf(text))), subject: text, preview: text };
        expect(tagsIn(htmlOf(letter))).toHaveLength(tags);
      }),
    );
  });
});

describe('both forms of a letter', () => {
  it('say the same, in the same order', () => {
    const blocks = [paragraph('en'), facts(['to', 'tre']), quote('fire'), paragraph('fem'), finePrint('seks')];
    const order = /en.*to.*tre.*fire.*fem.*seks/s;
    expect(asText(letterOf(...blocks))).toMatch(order);
    expect(htmlOf(letterOf(...blocks))).toMatch(order);
  });

  it('keep the lines and the indents of an agent', () => {
    const letter = letterOf(...paragraphs('Hei,\n\n1. Logg ut\n   og vent\n \n\n2. Logg inn'));
    expect(asText(letter)).toBe('Hei,\n\n1. Logg ut\n   og vent\n\n2. Logg inn\n');
    expect(htmlOf(letter)).toContain('1. Logg ut<br/>\u00a0\u00a0\u00a0og vent</p>');
  });

  it('leave out a fact that is not known', () => {
    const letter = letterOf(facts(['Kunde', 'Kari'], ['Ansvarlig', undefined]));
    expect(asText(letter)).toBe('Kunde: Kari\n');
    expect(htmlOf(letter)).not.toContain('Ansvarlig');
  });
});

describe('the line above which the reader answers', () => {
  const answerAbove = '— Skriv svaret ditt over denne linjen —';

  it('stands on top of all that is ours', () => {
    const letter = { ...letterOf(paragraph('Hei')), answerAbove };
    expect(asText(letter)).toBe(`${answerAbove}\n\nHei\n`);
    expect(htmlOf(letter)).toMatch(/over denne linjen —<\/p>.*Eksempel AS.*Hei/s);
  });

  it('is left out where an answer comes another way', () => {
    expect(htmlOf(letterOf(paragraph('Hei')))).not.toContain('denne linjen');
  });
});

describe('a letter as text', () => {
  it('sets a table out in columns', () => {
    const rows = [
      ['Mottatt', '42', '5'],
      ['Løst', '7', '12'],
    ];
    expect(asText(letterOf({ is: 'table', head: ['Saker', 'Nivå 2', 'Nivå 3'], rows }))).toBe(
      'Saker    Nivå 2  Nivå 3\nMottatt  42      5\nLøst     7       12\n',
    );
  });

  it('marks every line of a quote, below who said it and when', () => {
    expect(asText(letterOf(quote('en\nto')))).toBe('> en\n> to\n');
    expect(asText(letterOf(quote('en', { who: 'Kari', when: 'i går' })))).toBe('Kari, i går:\n> en\n');
  });
});
