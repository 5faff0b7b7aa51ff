import { describe, expect, it } from '@jest/globals';
import { freshText } from '../../../../shared/mail/fresh-text';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { writeLetter } from '../../../../shared/mail/letters/letters';
import type { Letter } from '../../../../shared/ticket/effects';
import { answered, policy, staff, ticketWith } from './tickets';

const answer = 'Takk, det virket.';

describe.each<Letter>([{ letter: 'acknowledgement' }, { letter: 'reply', message: 1 }])(
  'an answer to our $letter',
  (letter) => {
    const written = writeLetter(letter, ticketWith([answered('Prøv igjen.')]), { policy, staff, words: 'Prøv igjen.' });
    const text = asText(written);
    const html = asHtml(written, { vendor: policy.vendor.name, language: 'nb' });

    it.each([
      [
        'below an attribution',
        `${answer}\n\nDen tir. 24. nov. 2026 kl. 11:00 skrev Eksempel <support@desk.test>:\n\n${text.replace(/^/gm, '> ')}`,
      ],
      ['without any', `${answer}\n\n${text}`],
      ['marked line by line', `${answer}\n\n${text.replace(/^/gm, '> ')}`],
    ])('is told from the letter that it quotes %s', (_, quoting) => {
      expect(freshText({ text: quoting, isReply: true }).fresh).toBe(answer);
    });

    it('is told from the letter that it quotes in HTML', () => {
      const quoting = `<div>${answer}</div><div class="gmail_quote"><blockquote class="gmail_quote">${html}</blockquote></div>`;
      expect(freshText({ text: '', html: quoting, isReply: true }).fresh).toBe(answer);
    });
  },
);
