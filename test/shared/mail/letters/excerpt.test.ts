import { describe, expect, it } from '@jest/globals';
import { excerpt } from '../../../../shared/mail/letters/excerpt';

const bounds = { letters: 20, lines: 3 };

describe('an excerpt', () => {
  it.each([
    ['a short text whole', 'Hei\n\nder', 'Hei\n\nder'],
    ['to the last word that fits', 'en to tre fire fem seks sju', 'en to tre fire fem …'],
    ['in the middle of a word that never ends', 'x'.repeat(50), `${'x'.repeat(20)} …`],
    ['no emoji cut in two', '🙂'.repeat(50), `${'🙂'.repeat(20)} …`],
    ['so many lines', 'a\nb\nc\nd', 'a\nb\nc …'],
    ['no heap of empty lines', 'a\r\n\r\n\r\n\r\n\r\nb', 'a\n\nb'],
    ['nothing that turns the text around', 'faktura\u202efdp.exe', 'fakturafdp.exe'],
    ['nothing of nothing', ' \n ', ''],
  ])('keeps %s', (_, text, expected) => expect(excerpt(text, bounds)).toBe(expected));

  it('takes no time over a text that never ends', () => {
    const endless = ' \n'.repeat(500_000);
    const began = performance.now();
    excerpt(endless, { letters: 2_000, lines: 60 });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
