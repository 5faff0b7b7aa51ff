import { describe, expect, it } from '@jest/globals';
import { asText } from '../../../../shared/mail/letters/as-text';
import { writeLetter } from '../../../../shared/mail/letters/letters';
import type { AlertReason, Letter } from '../../../../shared/ticket/effects';
import type { OpenedTicket } from '../../../../shared/ticket/ticket';
import { anna, at, policy, receivedAt, staff, ticketWith, triagedAs } from './tickets';

const write = (letter: Letter, ticket: OpenedTicket) => writeLetter(letter, ticket, { policy, staff });
const alert = (why: AlertReason): Letter => ({ letter: 'alert', to: [{ level: 2 }], why });

describe('an alert', () => {
  it.each<[AlertReason, string]>([
    ['new-inquiry', 'Ny henvendelse'],
    ['new-message', 'Ny melding fra kunden'],
    ['assigned', 'Saken er tildelt deg'],
    ['handed-over', 'Saken er overført til nivå 2'],
    ['senior-needed', 'En senior må ta saken (alvorlig feil)'],
    ['waiting-over', 'Ventetiden er over'],
    ['look-again', 'Se på saken igjen'],
    ['answer-overdue', 'Kunden venter på svar'],
  ])('of %s begins its subject with the number and what it is', (why, title) => {
    const { subject } = write(alert(why), ticketWith([triagedAs('severe')]));
    expect(subject).toBe(`[7K3M-Q9XD] ${title}: Får ikke åpnet påmeldingen`);
  });

  it('says what to do now, and how the ticket stands', () => {
    expect(asText(write(alert('new-inquiry'), ticketWith()))).toBe(
      [
        'Vurder hva slags sak det er, og ta den eller svar kunden. Først da er den påbegynt.',
        [
          'Emne: Får ikke åpnet påmeldingen',
          'Kunde: Kari Nordmann, Kunde AS, kari@kunde.test',
          'Kanal: e-post',
          'Type: ikke vurdert ennå',
          'Nivå: 2',
          'Ansvarlig: ingen ennå',
          'Mottatt: tirsdag 24. november 2026 kl. 10.12',
          'Påbegynnes normalt: tirsdag 24. november kl. 15.00',
          'Påbegynnes senest: onsdag 25. november kl. 15.00\n',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('says who has the ticket, and when it was begun', () => {
    const text = asText(
      write(
        alert('new-message'),
        ticketWith([
          { type: 'ticket-assigned', at: at('tue', '10:30'), agent: anna, by: anna },
          { type: 'work-begun', at: at('tue', '10:30'), by: anna, how: 'taken', inTime: true, withinTarget: true },
        ]),
      ),
    );
    expect(text).toContain('Ansvarlig: Anna Berg');
    expect(text).toContain('Påbegynt: tirsdag 24. november kl. 10.30');
  });

  it('leads to the ticket when the desk has pages', () => {
    const letter = writeLetter(alert('new-inquiry'), ticketWith(), { policy, staff, site: 'https://desk.example.no' });
    expect(asText(letter)).toContain('Åpne saken: https://desk.example.no/tickets/7K3M-Q9XD');
  });

  it('lets no customer pass off a name as another fact', () => {
    const text = asText(
      write(alert('new-inquiry'), ticketWith([], { customer: { name: 'Kari\nPåbegynnes senest: aldri' } })),
    );
    expect(text).toContain('Kunde: Kari Påbegynnes senest: aldri\n');
  });
});

describe('a warning', () => {
  const warning = { letter: 'warning', to: [{ level: 2 }], latest: at('wed', '15:00') } as const;

  it('says that half of the time has gone, and by when work must begin', () => {
    const { subject, preview } = write(warning, ticketWith());
    expect(subject).toContain('Halvveis til fristen');
    expect(preview).toBe('Ingen har begynt på saken. Ta den eller svar kunden senest onsdag 25. november kl. 15.00.');
  });

  it('does not say half where the policy warns at another time', () => {
    const letter = writeLetter(warning, ticketWith(), { policy: { ...policy, warnAt: 0.8 }, staff });
    expect(letter.subject).toContain('Fristen nærmer seg');
  });
});

describe('a miss', () => {
  const missed = { letter: 'miss', to: ['seniors'], latest: at('tue', '10:27') } as const;

  it('says what should have been, and that the miss stands', () => {
    const text = asText(write(missed, ticketWith()));
    expect(text).toContain(
      'Saken skulle vært påbegynt senest tirsdag 24. november kl. 10.27. Ingen har begynt på den.',
    );
    expect(text).toContain('Bruddet blir stående i historikken og i ukerapporten.');
  });

  it('that triage uncovered says when work was begun after all', () => {
    const begun = {
      type: 'work-begun',
      at: at('tue', '11:00'),
      by: anna,
      how: 'taken',
      inTime: true,
      withinTarget: true,
    } as const;
    expect(asText(write(missed, ticketWith([begun])))).toContain('Den ble påbegynt tirsdag 24. november kl. 11.00.');
  });
});

describe('a letter to management', () => {
  it('says which promise lifts the ticket, how long it has been, and who has it (P8)', () => {
    const dueAt = at('wed', '09:42');
    const text = asText(
      write(
        { letter: 'management', to: ['management'] },
        ticketWith([
          triagedAs('critical'),
          { type: 'ticket-assigned', at: receivedAt, agent: anna, by: anna },
          { type: 'management-told', at: dueAt, dueAt },
        ]),
      ),
    );
    expect(text).toContain('Løfte P8: Alvorlige og kritiske feil løftes til ledelsen');
    expect(text).toContain('Tid siden mottak: 7 timer og 30 minutter i vanlig arbeidstid');
    expect(text).toContain('Ansvarlig: Anna Berg');
  });

  it('gives the reason of whoever lifted it by hand (P19)', () => {
    const text = asText(
      write({ letter: 'management', to: ['management'], reason: 'Kunden er blitt utålmodig.', by: anna }, ticketWith()),
    );
    expect(text).toContain('Løfte P19: Saker løftes til ledelsen ved behov. Anna Berg har løftet denne saken fordi:');
    expect(text).toContain('> Kunden er blitt utålmodig.');
  });
});
