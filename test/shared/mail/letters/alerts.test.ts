import { describe, expect, it } from '@jest/globals';
import { asText } from '../../../../shared/mail/letters/as-text';
import type { LetterText } from '../../../../shared/mail/letters/letter-text';
import { type ActLink, writeLetter } from '../../../../shared/mail/letters/letters';
import type { Language } from '../../../../shared/promises/say';
import type { AlertReason } from '../../../../shared/ticket/effects';
import type { TicketEvent } from '../../../../shared/ticket/events';
import { agentId, type TicketId } from '../../../../shared/ticket/ids';
import { anna, answered, at, policy, receivedAt, staff, ticketWith, triagedAs } from './tickets';

const [other, another] = ['AB12-CD34' as TicketId, 'EF56-GH78' as TicketId];
const bo = agentId('bo');
const dina = agentId('dina');

type Opening = Parameters<typeof ticketWith>[1];

function alerted(
  why: AlertReason,
  events: readonly TicketEvent[],
  {
    language = 'nb',
    links = [],
    opening = {},
  }: { language?: Language; links?: readonly ActLink[]; opening?: Opening } = {},
): LetterText {
  const letter = { letter: 'alert', to: ['seniors'], why } as const;
  const inFirst = { ...policy, languages: [language] };
  return writeLetter(letter, ticketWith(events, opening), { policy: inFirst, staff, events, links });
}

const titleOf = ({ subject }: LetterText): string => subject.replace(/^\[.*?\] /, '').replace(/: [^:]*$/, '');

describe('a suspicion', () => {
  const suspicion = (of: 'critical' | 'security'): TicketEvent => ({
    type: 'suspicion-raised',
    at: receivedAt,
    of,
    words: ['alt er nede', 'hvit side'],
  });

  it.each<[Language, RegExp]>([
    ['nb', /tyde på en kritisk feil\. Det avgjør ingenting.*vurder saken eller avvis mistanken\./],
    ['en', /suggest a critical error\. That decides nothing.*triage the case or dismiss the suspicion\./],
  ])('says what the words suggest, that it decides nothing, and what to do (%s)', (language, said) => {
    expect(alerted('suspected', [suspicion('critical')], { language }).preview).toMatch(said);
  });

  it.each<[Language, string]>([
    ['nb', 'Ordene: «alt er nede», «hvit side»\nOppdaget: tirsdag 24. november kl. 10.12'],
    ['en', 'The words: “alt er nede”, “hvit side”\nNoticed: Tuesday 24 November at 10:12'],
  ])('says by which words, and since when (%s)', (language, said) => {
    expect(asText(alerted('suspected', [suspicion('critical')], { language }))).toContain(said);
  });

  it('tells a breach from an error, also in what there is to press', () => {
    const links = [{ act: 'dismiss', href: 'https://desk.test/act?token=a' }] as const;
    const [error, breach] = (['critical', 'security'] as const).map((of) =>
      alerted('suspected', [suspicion(of)], { links }),
    );
    expect(error && titleOf(error)).toBe('Kan være en kritisk feil');
    expect(error && asText(error)).toContain('Det er ikke kritisk: https://desk.test/act?token=a');
    expect(breach && titleOf(breach)).toBe('Kan være en sikkerhetshendelse');
    expect(breach && asText(breach)).toContain('Det er ingen sikkerhetshendelse: https://');
  });

  it('shows what the customer wrote, and what it takes to answer', () => {
    const text = asText(alerted('suspected', [suspicion('critical')]));
    expect(text).toMatch(/> Passordet mitt .*\n\nSvar på denne e-posten, så går svaret til kunden\./);
  });
});

describe('the alarm to seniors (P8)', () => {
  const called = (attempt: number, time: string, ...agents: readonly (typeof anna)[]): TicketEvent => ({
    type: 'senior-called',
    at: at('tue', time),
    agents,
    attempt,
  });
  const given: TicketEvent = { type: 'ticket-assigned', at: receivedAt, agent: dina, by: 'desk' };

  it.each<[Language, string]>([
    ['nb', 'Saken er tildelt Dina Foss. Ta den nå hvis du kan. Varslene fortsetter til en senior tar den.'],
    ['en', 'The case is assigned to Dina Foss. Take it now if you can. The alerts go on until a senior takes it.'],
  ])('says at first who was given the case, and that it goes on until a senior takes it (%s)', (language, said) => {
    const letter = alerted('senior-needed', [triagedAs('severe'), given, called(0, '10:15', dina)], { language });
    expect(letter.preview).toBe(said);
  });

  it('says where nobody was given the case', () => {
    expect(alerted('senior-needed', [triagedAs('severe')]).preview).toMatch(/^Ingen har fått saken\. /);
  });

  it.each<[Language, string, string]>([
    ['nb', 'Du er neste – en senior må ta saken (kritisk feil)', 'Nå er det din tur: Ta den, eller svar kunden.'],
    ['en', 'You are next – a senior must take the case (critical error)', 'Now it is your turn: take it, or answer'],
  ])('says to the next one that it is their turn (%s)', (language, title, said) => {
    const events = [triagedAs('critical'), called(0, '10:15', dina), called(1, '10:30', anna)];
    const letter = alerted('senior-called', events, { language });
    expect(titleOf(letter)).toBe(title);
    expect(letter.preview).toContain(said);
  });

  it('says who were called before, and when', () => {
    const events = [triagedAs('critical'), called(0, '10:15', dina), called(1, '10:30', bo), called(2, '10:45', anna)];
    expect(asText(alerted('senior-called', events))).toContain(
      'Varsel nummer: 3\n\nVarslet før deg  Når\n' +
        'Dina Foss        tirsdag 24. november kl. 10.15\nBo Dahl          tirsdag 24. november kl. 10.30\n\n',
    );
  });

  it('says how many calls there were, where it is not told who were called', () => {
    const events = [triagedAs('critical'), called(0, '10:15', dina), called(1, '10:30', anna)];
    const letter = { letter: 'alert', to: ['seniors'], why: 'senior-called' } as const;
    const text = asText(writeLetter(letter, ticketWith(events), { policy, staff, events: events.slice(-1) }));
    expect(text).toContain('Varsel nummer: 2\n\n');
    expect(text).not.toContain('Varslet før deg');
  });

  it('says to all of them that none has taken it, and counts from when it began anew', () => {
    const before = [called(0, '10:15', bo), called(1, '10:30', bo)];
    const text = alerted('senior-called', [
      triagedAs('critical'),
      ...before,
      called(0, '12:00', dina),
      called(1, '12:15', anna, dina),
    ]);
    expect(titleOf(text)).toBe('Fortsatt ingen som har tatt saken (kritisk feil)');
    expect(asText(text)).toMatch(/Varslet {4}Når\nDina Foss {2}tirsdag 24\. november kl\. 12\.00\n\n/);
  });

  it('does not list a whole night of calls', () => {
    const calls = Array.from({ length: 40 }, (_, attempt) => called(attempt, '10:15', anna));
    expect(asText(alerted('senior-called', [triagedAs('critical'), ...calls]))).toContain('Og 31 varsler før det.');
  });
});

describe('a chat that waits (P10)', () => {
  const opening = (email?: string): Opening => ({
    channel: 'chat',
    customer: { name: 'Kari', ...(email && { email }), conversation: { provider: 'standard', id: 'c1' } },
  });
  const kept: TicketEvent = { type: 'chat-kept-waiting', at: at('tue', '10:17'), since: receivedAt };

  it.each<[Language, string]>([
    ['nb', 'Kunden har ventet på svar siden tirsdag 24. november kl. 10.12. Svar i chatten nå.'],
    ['en', 'The customer has waited for an answer since Tuesday 24 November at 10:12. Answer in the chat now.'],
  ])('says since when (%s)', (language, said) => {
    expect(alerted('chat-waiting', [kept], { language, opening: opening() }).preview).toContain(said);
  });

  it('says what the visitor was offered', () => {
    const said = (email?: string) => alerted('chat-waiting', [kept], { opening: opening(email) }).preview;
    expect(said('kari@kunde.test')).toMatch(/Forlater kunden chatten, kommer svaret på e-post\.$/);
    expect(said()).toMatch(/Vi har bedt om en e-postadresse, /);
  });
});

describe('what falls due', () => {
  const promised: TicketEvent = {
    type: 'coming-back-promised',
    at: at('tue', '13:00'),
    by: anna,
    until: at('fri', '12:00'),
  };

  it.each<[Language, string, string]>([
    ['nb', 'kunden hører fra oss senest fredag 27. november kl. 12.00.', 'Lovet: tirsdag 24. november kl. 13.00'],
    ['en', 'the customer will hear from us by Friday 27 November at 12:00.', 'Promised: Tuesday 24 November at 13:00'],
  ])('is said in time where we come back: by when, and since when it is promised (P14, %s)', (language, by, since) => {
    const letter = alerted('coming-back-near', [promised], { language });
    expect(letter.preview).toContain(by);
    expect(asText(letter)).toContain(since);
  });

  it.each<[Language, string, string]>([
    ['nb', 'Ring kunden', 'Telefon: 22 33 44 55'],
    ['en', 'Call the customer', 'Phone: 22 33 44 55'],
  ])('is said where somebody is to be called: at which number (%s)', (language, title, number) => {
    const due: TicketEvent = { type: 'call-back-due', at: at('wed', '10:00') };
    const opening = { customer: { name: 'Kari', phone: '22 33 44 55' } };
    const letter = alerted('call-back', [due], { language, opening });
    expect(titleOf(letter)).toBe(title);
    expect(asText(letter)).toContain(number);
  });

  it.each<[Language, string, string]>([
    ['nb', 'Versjon 4.2 er ikke ute', 'skulle vært ute mandag 23. november'],
    ['en', 'Version 4.2 is not out', 'should have been out on Monday 23 November'],
  ])('is said where a version is late: which, and since when (P7, %s)', (language, title, since) => {
    const letter = alerted(
      'version-overdue',
      [
        triagedAs('minor'),
        { type: 'fix-tied', at: receivedAt, version: '4.2', date: '2026-11-23', by: anna },
        { type: 'version-overdue', at: at('wed', '08:00'), version: '4.2' },
      ],
      { language },
    );
    expect(titleOf(letter)).toBe(title);
    expect(letter.preview).toContain(since);
  });
});

describe('that the customer was reminded', () => {
  const reminded = (count: number, last: boolean): TicketEvent[] => [
    answered('Hvilken nettleser bruker du?'),
    { type: 'customer-reminded', at: at('wed', '16:00'), count, until: at('fri', '16:00'), last },
  ];

  it.each<[Language, number, boolean, string]>([
    [
      'nb',
      1,
      false,
      'påminnelse nummer 1. Du trenger ikke gjøre noe nå. Svarer ikke kunden, sender vi en ny påminnelse fredag',
    ],
    ['nb', 2, true, 'Svarer ikke kunden, lukkes saken fredag 27. november, og kunden får beskjed om det.'],
    ['nb', 2, false, 'Svarer ikke kunden, får du beskjed fredag 27. november. Saken lukkes ikke av seg selv.'],
    [
      'en',
      1,
      false,
      'reminder number 1. There is nothing for you to do now. If the customer does not answer, we send another',
    ],
    ['en', 2, true, 'the case is closed on Friday 27 November, and the customer is told.'],
    ['en', 2, false, 'you are told on Friday 27 November. The case is not closed by itself.'],
  ])('says what comes of it (%s, %i, last: %s)', (language, count, last, said) => {
    expect(alerted('customer-reminded', reminded(count, last), { language }).preview).toContain(said);
  });
});

describe('how a ticket stands', () => {
  it.each<[Language, string]>([
    ['nb', 'Rolle hos kunden: superbruker'],
    ['en', 'Role at the customer: super user'],
  ])('says whether a super user writes (P11, %s)', (language, said) => {
    const opening = { customer: { name: 'Kari', email: 'kari@kunde.test', standing: 'super-user' } } as const;
    expect(asText(alerted('new-inquiry', [], { language, opening }))).toContain(said);
  });

  it('says who the customer has to do with while level 3 has it', () => {
    const events: TicketEvent[] = [
      { type: 'ticket-assigned', at: receivedAt, agent: anna, by: anna },
      { type: 'handed-over', at: receivedAt, to: 3, by: anna, reason: 'Feil i koden.' },
    ];
    expect(asText(alerted('handed-over', events))).toContain('Ansvarlig: ingen ennå\nKundens kontakt: Anna Berg\n');
  });

  it('says how many tickets an incident leads, or which one leads it', () => {
    const leads: TicketEvent[] = [
      { type: 'incident-declared', at: receivedAt, title: 'Alt er tregt', by: anna },
      { type: 'tickets-attached', at: receivedAt, tickets: [other, another], by: anna, firstReceivedAt: receivedAt },
    ];
    expect(asText(alerted('new-message', leads))).toContain('Hendelse: 2 andre saker har samme årsak');
    const follows: TicketEvent = { type: 'incident-joined', at: receivedAt, lead: other, by: anna };
    expect(asText(alerted('new-message', [follows]))).toContain('Hendelse: samme årsak som sak AB12-CD34');
  });
});
