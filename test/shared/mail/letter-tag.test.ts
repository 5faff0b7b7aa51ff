import { letterIdOf, letterOf, tagOf } from '../../../shared/mail/letter-tag';

describe('the tag of a letter', () => {
  it('holds nothing but what SES lets a tag hold', () => {
    expect(tagOf('7K3M-Q9XD.3.1')).toBe('7K3M-Q9XD_3_1');
    expect(tagOf('æ/\r\n.1'.repeat(100))).toMatch(/^[\w-]{256}$/);
  });

  it('leads back to the letter', () => {
    const letter = letterOf(tagOf('7K3M-Q9XD.12.3'));
    expect(letter).toEqual({ ticket: '7K3M-Q9XD', version: 12, index: 3 });
    expect(letter && letterIdOf(letter)).toBe('7K3M-Q9XD.12.3');
  });

  it.each([
    '',
    '2026-W03',
    '7K3M-Q9XD',
    '7K3M-Q9XD_1',
    '7K3M-Q9UU_1_2',
    '7K3M-Q9XD_1_2_3',
    `7K3M-Q9XD_${'9'.repeat(99)}_1`,
  ])('that is none, such as “%s”, leads to none', (tag) => {
    expect(letterOf(tag)).toBeUndefined();
  });
});
