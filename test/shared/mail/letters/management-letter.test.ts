import { describe, expect, it } from '@jest/globals';
import { asText } from '../../../../shared/mail/letters/as-text';
import { type MailLetter, writeLetter } from '../../../../shared/mail/letters/letters';
import type { Language } from '../../../../shared/promises/say';
import type { TicketEvent } from '../../../../shared/ticket/events';
import { anna, at, policy, receivedAt, staff, ticketWith, triagedAs } from './tickets';

type Management = Omit<Extract<MailLetter, { letter: 'management' }>, 'letter' | 'to'>;

function told(letter: Management, events: readonly TicketEvent[], language: Language = 'nb') {
  const links = [{ act: 'acknowledge', href: 'https://desk.test/act?token=a' }] as const;
  const writing = { policy: { ...policy, languages: [language] }, staff, events, links };
  const { subject, ...text } = writeLetter(
    { letter: 'management', to: ['management'], ...letter },
    ticketWith(events),
    writing,
  );
  return `${subject}\n${asText({ subject, ...text })}`;
}

const lifted = (day: 'tue' | 'wed', again?: true): TicketEvent => ({
  type: 'management-told',
  at: at(day, '14:12'),
  dueAt: at(day, '14:12'),
  ...(again && { again }),
});
const called = (...agents: readonly (typeof anna)[]): TicketEvent => ({
  type: 'senior-called',
  at: at('tue', '10:15'),
  agents,
  attempt: 0,
});

describe('a letter to management', () => {
  it.each<[Language, string]>([
    ['nb', 'Bekreft at ledelsen har sett dette: https://desk.test/act?token=a'],
    ['en', 'Confirm that management has seen this: https://desk.test/act?token=a'],
  ])('asks them to confirm that they have seen it (%s)', (language, link) => {
    expect(told({}, [triagedAs('critical'), lifted('tue')], language)).toContain(link);
  });

  it('asks for no answer', () => {
    expect(told({}, [triagedAs('critical'), lifted('tue')])).not.toMatch(/over denne linjen|går svaret til kunden/);
  });
});

describe('another one on the next working day', () => {
  const events = [triagedAs('critical'), lifted('tue'), lifted('wed', true)];

  it.each<[Language, RegExp]>([
    [
      'nb',
      /Fortsatt ikke løst: [\s\S]*ingen har bekreftet at ledelsen har sett den\. Vi minner om den hver arbeidsdag/,
    ],
    ['en', /Still not solved: [\s\S]*nobody has confirmed that management has seen it\. We remind you of it on every/],
  ])('says that it is still not solved, and until when they are reminded (%s)', (language, said) => {
    expect(told({ again: true }, events, language)).toMatch(said);
  });

  it('says since when', () => {
    expect(told({ again: true }, events)).toContain(
      'Løftet første gang: tirsdag 24. november kl. 14.12\nTid siden mottak: 12 timer i vanlig arbeidstid',
    );
  });

  it('says how long it has been even where no more is known', () => {
    const text = told({ again: true }, [triagedAs('critical'), lifted('wed', true)]);
    expect(text).toContain('Tid siden mottak: 12 timer');
    expect(text).not.toContain('Løftet første gang');
  });
});

describe('where no senior takes it (P8)', () => {
  const why = 'no-senior';

  it.each<[Language, string, string]>([
    [
      'nb',
      'Ingen senior har tatt saken (kritisk feil)',
      'Ingen senior er tilgjengelig nå. Finn noen som kan ta saken.',
    ],
    [
      'en',
      'No senior has taken the case (critical error)',
      'No senior is available now. Find somebody who can take the',
    ],
  ])('management hears that none is there (%s)', (language, title, said) => {
    const text = told({ why }, [triagedAs('critical'), called()], language);
    expect(text).toContain(title);
    expect(text).toContain(said);
  });

  it('management hears who were called, and that none of them has taken it', () => {
    const text = told({ why }, [triagedAs('critical'), called(anna)]);
    expect(text).toContain(
      'Tjenestenivå P8: Alvorlige og kritiske feil håndteres av seniorer. Ingen av dem som er varslet, har',
    );
    expect(text).toMatch(/Varslet +Når\nAnna Berg +tirsdag 24\. november kl\. 10\.15/);
  });
});

it('received and lifted at the same instant is no time', () => {
  expect(told({}, [triagedAs('critical', receivedAt)])).toContain('Tid siden mottak: 0 minutter');
});
