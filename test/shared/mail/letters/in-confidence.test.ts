import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { type MailLetter, writeLetter } from '../../../../shared/mail/letters/letters';
import { LANGUAGES, type Language } from '../../../../shared/promises/say';
import type { AlertReason } from '../../../../shared/ticket/effects';
import type { TicketEvent } from '../../../../shared/ticket/events';
import { TOPICS } from '../../../../shared/ticket/wants';
import { anna, at, policy, receivedAt, staff, ticketWith, triagedAs } from './tickets';

const isAlert = (topic: (typeof TOPICS)[number]): topic is AlertReason =>
  !['warning', 'miss', 'digest', 'triage-reminder'].includes(topic);

const LETTERS: readonly MailLetter[] = [
  ...TOPICS.filter(isAlert).map((why) => ({ letter: 'alert', to: ['seniors'], why }) as const),
  { letter: 'warning', to: ['seniors'], latest: at('wed', '15:00') },
  { letter: 'miss', to: ['seniors'], latest: at('tue', '10:27') },
  { letter: 'management', to: ['management'] },
  { letter: 'management', to: ['management'], again: true },
  { letter: 'management', to: ['management'], why: 'no-senior' },
];

/** All that anybody can have written on a ticket, made of these words. */
function written(words: string): TicketEvent[] {
  const attachments = [{ name: `${words}.pdf`, type: 'application/pdf', bytes: 1, key: 'k' }];
  const message = { words: { text: words }, attachments, receivedAt };
  return [
    { type: 'message-received', at: receivedAt, message },
    { type: 'suspicion-raised', at: receivedAt, of: 'critical', words: [words] },
    { type: 'mail-held', at: receivedAt, message, doubt: 'unknown-sender' },
    { type: 'delivery-failed', at: receivedAt, address: 'a@b.test', permanent: true, diagnostic: words },
    { type: 'handed-over', at: receivedAt, to: 3, by: anna, reason: words },
    { type: 'acknowledgement-withheld', at: receivedAt, reason: words, first: true },
    { type: 'storm-gathered', at: receivedAt, reason: words },
    { type: 'incident-declared', at: receivedAt, title: words, by: anna },
  ];
}

function said(
  letter: MailLetter,
  events: readonly TicketEvent[],
  subject: string,
  saySubject: boolean,
  language: Language = 'nb',
) {
  const confidential = { ...policy, languages: [language], alerts: { saySubject } };
  const text = writeLetter(letter, ticketWith(events, { subject }), { policy: confidential, staff, events });
  return [text.subject, text.preview, asText(text), asHtml(text, { vendor: policy.vendor, language })].join('\n');
}

const words = fc.stringMatching(/^zq[a-zæøå]{3,20}$/);

describe('where alerts say nothing of what is written (P12)', () => {
  it.each(LETTERS)('no letter to staff does: $letter $why $again', (letter) => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(...LANGUAGES), (subject, text, language) => {
        const mail = said(letter, written(text), subject, false, language);
        expect(mail).not.toContain(subject);
        expect(mail).not.toContain(text);
      }),
      { numRuns: 10 },
    );
  });

  const newMessage: MailLetter = { letter: 'alert', to: ['seniors'], why: 'new-message' };

  it('they say number, customer, kind and instants', () => {
    const mail = said(newMessage, [triagedAs('severe')], 'Hemmelig', false);
    expect(mail).toMatch(/^\[7K3M-Q9XD\] Ny melding fra kunden: Kari Nordmann, Kunde AS\n/);
    expect(mail).toContain('Kunde: Kari Nordmann, Kunde AS, kari@kunde.test\nKanal: e-post\nType: alvorlig feil\n');
    expect(mail).toContain('Påbegynnes senest: onsdag 25. november kl. 16.00');
  });

  it('they ask to read the case before it is answered', () => {
    expect(said(newMessage, [], 'Hemmelig', false)).toContain('Det kunden har skrevet, står på saken. Les det før du');
  });

  it('management is told where the reason is', () => {
    const letter: MailLetter = { letter: 'management', to: ['management'], reason: 'Kunden er sint', by: anna };
    const mail = said(letter, [], 'Hemmelig', false);
    expect(mail).toContain('Anna Berg har løftet denne saken. Begrunnelsen står på saken.');
    expect(mail).not.toContain('sint');
  });
});

it('where they may, they do', () => {
  const mail = said({ letter: 'alert', to: ['seniors'], why: 'suspected' }, written('zqord'), 'zqemne', true);
  expect(mail).toContain('Kan være en kritisk feil: zqemne');
  expect(mail).toContain('Ordene: «zqord»');
});
