import fc from 'fast-check';
import { fileName, isVisible, mimeType, oneLine, tidyLine, tidyText } from '../../../shared/mail/repair';

describe('a line', () => {
  it.each([
    ['breaks', 'a\r\n b\u2028c\0d', 'a b c d'],
    ['marks that turn it around', 'fdp\u202e.exe\u2066x\u2069', 'fdp.exex'],
    ['halves of letters', 'a\ud800b', 'a\ufffdb'],
    ['letters in pieces', 'a\u030a', 'å'],
  ])('has no %s', (_, given, tidy) => expect(oneLine(given)).toBe(tidy));

  it('is cut between letters', () => {
    expect([...tidyLine('😀'.repeat(300))]).toHaveLength(255);
    expect(tidyLine(`a${'😀'.repeat(300)}`)).not.toMatch(/\p{Cs}/u);
  });
});

it('a text ends its lines by LF and has no NUL', () => expect(tidyText('a\r\nb\rc\0d\n')).toBe('a\nb\ncd\n'));

it.each([
  ['spaces', ' \u00a0\t\n', false],
  ['characters without width', '\u200b\ufeff\u00ad', false],
  ['a full stop', ' .\u200b', true],
])('of %s something is seen or not', (_, text, seen) => expect(isVisible(text)).toBe(seen));

describe('a file name', () => {
  it.each([
    ['of a path', '../../etc/passwd', 'passwd'],
    ['of a Windows path', 'C:\\temp\\liste.xlsx', 'liste.xlsx'],
    ['with line breaks', 'a\r\nb.pdf', 'a b.pdf'],
    ['of dots', '..', 'attachment-2.pdf'],
    ['of nothing', undefined, 'attachment-2.pdf'],
    ['of a folder', 'mappe/', 'attachment-2.pdf'],
  ])('%s is bare', (_, given, name) => expect(fileName(given, 'application/pdf', 2)).toBe(name));

  it('has at most 180 bytes and keeps its extension', () => {
    const name = fileName(`${'å'.repeat(300)}.pdf`, 'application/pdf', 1);
    expect(name).toBe(`${'å'.repeat(88)}.pdf`);
  });

  it('is safe whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = fileName(given, 'image/png', 1);
        expect(name).toMatch(/^[^/\\\r\n\0]+$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
      }),
    );
  });
});

it.each([
  ['IMAGE/PNG', 'image/png'],
  ['text', 'application/octet-stream'],
  ['text/html; x="\r\n"', 'application/octet-stream'],
])('the type %j is read as %s', (given, type) => expect(mimeType(given)).toBe(type));
