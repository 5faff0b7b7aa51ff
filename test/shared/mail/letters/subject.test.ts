import { describe, expect, it } from '@jest/globals';
import { answering, numbered, titled } from '../../../../shared/mail/letters/subject';
import type { TicketId } from '../../../../shared/ticket/ids';

const id = '7K3M-Q9XD' as TicketId;

describe('the subject of an answer', () => {
  it.each([
    ['Feil i påmelding', 'Re: Feil i påmelding'],
    ['Re: Feil', 'Re: Feil'],
    ['SV: Re: sv : Feil', 'Re: Feil'],
    ['RE[2]: Aw(3): Feil', 'Re: Feil'],
    ['VS: Feil', 'Re: VS: Feil'],
    ['Resultat: feil', 'Re: Resultat: feil'],
    ['', 'Re: (uten emne)'],
    ['SV:', 'Re: (uten emne)'],
    ['a\r\nBcc: x@y.test', 'Re: a Bcc: x@y.test'],
  ])('has one “Re:” (%j)', (given, expected) => {
    expect(answering(given, 'nb')).toBe(expected);
  });

  it('is shortened between letters, so that the number stands', () => {
    const subject = numbered(answering('🙂'.repeat(400), 'nb'), id);
    expect(subject).toBe(`Re: ${'🙂'.repeat(159)}… [7K3M-Q9XD]`);
  });

  it('bears the number once', () => {
    expect(numbered('Re: Feil [7K3M-Q9XD]', id)).toBe('Re: Feil [7K3M-Q9XD]');
  });

  it('takes no time over a subject made of answers', () => {
    expect(answering('re '.repeat(100_000), 'nb')).toMatch(/^Re: re re/);
  });
});

it('a subject in a letter has no controls that turn the text around', () => {
  expect(titled('faktura\u202efdp.exe', 'nb')).toBe('fakturafdp.exe');
});
