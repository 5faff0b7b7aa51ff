import { describe, expect, it } from '@jest/globals';
import { freshText } from '../../../../shared/mail/fresh-text';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { type MailLetter, writeLetter } from '../../../../shared/mail/letters/letters';
import { answered, at, policy, staff, ticketWith } from './tickets';

const answer = 'Takk, det virket.';
const until = at('fri', '12:00');

describe.each<MailLetter>([
  { letter: 'acknowledgement' },
  { letter: 'reply', message: 1 },
  { letter: 'coming-back', message: 1, until },
  { letter: 'waiting-reminder' },
  { letter: 'resolution', message: 1 },
  { letter: 'estimate', message: 1, hours: 2, validUntil: until },
  { letter: 'postponement', reason: 'Tid.' },
  { letter: 'alert', to: [{ level: 2 }], why: 'new-message' },
  { letter: 'alert', to: ['seniors'], why: 'suspected' },
  { letter: 'alert', to: ['seniors'], why: 'senior-called' },
  { letter: 'alert', to: ['seniors'], why: 'customer-reminded' },
  { letter: 'waiting-reminder', until, last: true },
  { letter: 'warning', to: [{ level: 2 }], latest: until },
  { letter: 'miss', to: [{ level: 2 }], latest: until },
])('an answer to our $letter', (letter) => {
  const written = writeLetter(letter, ticketWith([answered('Prøv igjen.')]), {
    policy,
    staff,
    words: 'Prøv igjen.',
    links: [{ act: 'take', href: 'https://desk.test/act?token=a.b' }],
  });
  const text = asText(written);
  const html = asHtml(written, { vendor: policy.vendor, language: 'nb' });
  const quoted = text.replace(/^/gm, '> ');
  const attribution = 'Den tir. 24. nov. 2026 kl. 11:00 skrev Eksempel <support@desk.test>:';

  it.each([
    ['below an attribution', `${answer}\n\n${attribution}\n\n${quoted}`],
    ['without any', `${answer}\n\n${text}`],
    ['marked line by line', `${answer}\n\n${quoted}`],
    ['above the answer', `${attribution}\n\n${quoted}\n\n${answer}`],
  ])('is told from the letter that it quotes %s', (_, quoting) => {
    expect(freshText({ text: quoting, isReply: true }).fresh).toBe(answer);
  });

  it('is told from the letter that it quotes in HTML', () => {
    const quoting = `<div>${answer}</div><div class="gmail_quote"><blockquote class="gmail_quote">${html}</blockquote></div>`;
    expect(freshText({ text: '', html: quoting, isReply: true }).fresh).toBe(answer);
  });
});
