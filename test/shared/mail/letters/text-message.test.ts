import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ActLink, textMessage } from '../../../../shared/mail/letters/letters';
import type { Language } from '../../../../shared/promises/say';
import type { Customer, TicketEvent } from '../../../../shared/ticket/events';
import { at, policy, staff, ticketWith, triagedAs } from './tickets';

const take: ActLink = { act: 'take', href: 'https://desk.test/act?token=a_b-c.d' };

function smsOf(
  customer: Customer,
  { language = 'nb', links = [take] }: { language?: Language; links?: readonly ActLink[] } = {},
) {
  const ticket = ticketWith([triagedAs('critical')], { customer });
  return textMessage(ticket, { policy: { ...policy, languages: [language] }, staff, links });
}

const kari = { name: 'Kari Nordmann', organisation: 'Kunde AS', email: 'kari@kunde.test' };

describe('an SMS to staff', () => {
  it.each<[Language, string]>([
    ['nb', `7K3M-Q9XD: kritisk feil. Kari Nordmann, Kunde AS. Ta saken: ${take.href}`],
    ['en', `7K3M-Q9XD: critical error. Kari Nordmann, Kunde AS. Take the case: ${take.href}`],
  ])('is number, kind, customer and the link to take it (%s)', (language, text) => {
    expect(smsOf(kari, { language })).toBe(text);
    expect(text.length).toBeLessThanOrEqual(160);
  });

  it('leads nowhere where there is no link', () => {
    expect(smsOf(kari, { links: [] })).toBe('7K3M-Q9XD: kritisk feil. Kari Nordmann, Kunde AS.');
  });

  it.each<[string, Customer, string]>([
    ['by address where they have no name', { email: 'post@kunde.test' }, 'post@kunde.test'],
    ['at most 40 letters long', { name: 'Langnavn '.repeat(10) }, 'Langnavn Langnavn Langnavn Langnavn Lang'],
    ['without accents that phones do not have', { name: 'Željko Čapek, Máŋŋi Łódź' }, 'Zeljko Capek, Manni Lodz'],
    ['with those that they have', { name: 'Åse Bjørnæs Müller' }, 'Åse Bjørnæs Müller'],
    ['on one line', { name: 'Kari\r\nRing 820 00 000' }, 'Kari Ring 820 00 000'],
    ['with no link of a stranger’s to press', { name: 'Se https://vond.test/x' }, 'Se https vond test x'],
  ])('names a customer %s', (_, customer, name) => {
    expect(smsOf(customer)).toContain(`kritisk feil. ${name}. Ta saken: `);
  });

  it('leaves out a name of which no phone has a letter', () => {
    expect(smsOf({ name: 'ميساء 👩🏽‍💻' })).toBe(`7K3M-Q9XD: kritisk feil. Ta saken: ${take.href}`);
  });

  const word = fc.stringMatching(/^zq[a-zæøå]{3,12}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 8 });

  it('never says a word of the subject or of what was written (P12)', () => {
    fc.assert(
      fc.property(words, words, words, (subject, first, then) => {
        const receivedAt = at('tue', '12:00');
        const more: TicketEvent[] = [
          {
            type: 'message-received',
            at: receivedAt,
            message: { words: { text: first.join(' ') }, attachments: [], receivedAt },
          },
          { type: 'suspicion-raised', at: receivedAt, of: 'critical', words: then },
          triagedAs('critical'),
        ];
        const ticket = ticketWith(more, { subject: subject.join(' ') });
        const sms = textMessage(ticket, { policy, staff, events: more, words: then.join(' '), links: [take] });
        for (const said of [...subject, ...first, ...then]) expect(sms).not.toContain(said);
      }),
    );
  });

  it('is made of letters that every phone has, whoever the customer says to be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (name, organisation) => {
          expect(smsOf({ name, organisation })).toMatch(
            /^[A-Za-z0-9ÆØÅÄÖÑÜÇÉæøåäöñüàèéùìòß @£$¥_!"#%&'()*+,\-./:;<=>?§]+$/,
          );
        },
      ),
    );
  });
});
