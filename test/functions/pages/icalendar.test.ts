import { escaped, folded, icalendar, writeInstant } from '../../../functions/pages/icalendar';

describe('a content line', () => {
  it('is folded at 75 octets, where a Norwegian letter has two', () => {
    const lines = folded(`SUMMARY:${'åpningstid på fjellet, æøå '.repeat(9)}`).split('\r\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ /);
  });

  it('is the same when it is unfolded, no letter having been cut in two', () => {
    const line = `DESCRIPTION:${'x'.repeat(62)}øøø😀${'å'.repeat(80)}`;
    const octets = Buffer.from(folded(line));
    expect(octets.toString('utf8')).not.toContain('\ufffd');
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
  });

  it('of 75 octets stays whole, and one more folds it', () => {
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });
});

describe('text as a value', () => {
  it.each([
    ['commas, semicolons and backslashes', 'a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['line ends of every kind', 'a\r\nb\nc\rd', 'a\\nb\\nc\\nd'],
    ['other control characters', 'a\u0000b\tc', 'a b c'],
    ['Norwegian letters, which need nothing', 'på grønt gress: æ', 'på grønt gress: æ'],
  ])('is escaped: %s', (_, text, written) => {
    expect(escaped(text)).toBe(written);
  });

  it('can add no line of its own', () => {
    const summary = `SUMMARY:${escaped('x\r\nEND:VEVENT\r\nBEGIN:VALARM')}`;
    const text = icalendar({ product: 'p', name: 'n', language: 'nb', events: [[summary]] });
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
  });
});

it('writes an instant in UTC', () => {
  expect(writeInstant(Date.parse('2026-12-01T21:00:30.250+01:00'))).toBe('20261201T200030Z');
});
