import { describe, expect, it } from '@jest/globals';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { writeLetter } from '../../../../shared/mail/letters/letters';
import { commitmentFor } from '../../../../shared/promises/deadlines';
import type { Letter } from '../../../../shared/ticket/effects';
import type { TicketEvent } from '../../../../shared/ticket/events';
import type { OpenedTicket } from '../../../../shared/ticket/ticket';
import { anna, answered, at, policy, staff, ticketWith, triagedAs } from './tickets';

const write = (letter: Letter, ticket: OpenedTicket, words?: string) =>
  writeLetter(letter, ticket, { policy, staff, words });

const textOf = (letter: Letter, ticket: OpenedTicket, words?: string) => asText(write(letter, ticket, words));

const chat = { customer: { name: 'Kari', conversation: { provider: 'standard', id: 'c1' } } };
const resolved: TicketEvent = { type: 'ticket-resolved', at: at('wed', '13:00'), by: anna };
const validUntil = Date.parse('2026-12-11T23:59+01:00');
const estimated: TicketEvent = {
  type: 'estimate-given',
  at: at('wed', '13:00'),
  by: anna,
  hours: 3.5,
  words: { text: 'Vi setter opp aktiviteten.' },
  validUntil,
};

describe('an acknowledgement', () => {
  it('names the ticket and says what is promised', () => {
    const { subject, preview } = write({ letter: 'acknowledgement' }, ticketWith());
    expect(subject).toBe('Re: Får ikke åpnet påmeldingen [7K3M-Q9XD]');
    expect(preview).toBe('Vi begynner normalt i dag, senest onsdag 25. november kl. 15.00.');
    expect(textOf({ letter: 'acknowledgement' }, ticketWith())).toBe(
      [
        '— Skriv svaret ditt over denne linjen —',
        'Hei,',
        'Takk for at du kontaktet oss. Henvendelsen er registrert som sak 7K3M-Q9XD.',
        'Vi begynner normalt i dag, senest onsdag 25. november kl. 15.00.',
        'Emne: Får ikke åpnet påmeldingen\nMottatt: tirsdag 24. november 2026 kl. 10.12\nSaksnummer: 7K3M-Q9XD',
        'Vil du legge til noe, kan du svare på denne e-posten. Ringer du oss, er det fint om du oppgir saksnummeret.',
        'Vennlig hilsen\nEksempel Påmelding AS',
        'Dette er en automatisk bekreftelse på at vi har mottatt henvendelsen.\n',
      ].join('\n\n'),
    );
  });

  it('says why it is not sooner', () => {
    const receivedAt = at('fri', '16:20');
    const late = { receivedAt, at: receivedAt, commitment: commitmentFor('request', receivedAt, policy) };
    expect(textOf({ letter: 'acknowledgement' }, ticketWith([], late))).toContain(
      'Vi begynner senest mandag 30. november kl. 15.00. Vi fikk henvendelsen etter stengetid',
    );
  });

  it('repeats the subject and no more of what the customer wrote', () => {
    const letter = write({ letter: 'acknowledgement' }, ticketWith());
    const sent = asText(letter) + asHtml(letter, { vendor: policy.vendor.name, language: 'nb' });
    expect(sent).toContain('Får ikke åpnet påmeldingen');
    expect(sent).not.toMatch(/hemmelig123|Kari|Nordmann|kunde\.test/);
  });

  it('answers in English who wrote in English', () => {
    const text = textOf({ letter: 'acknowledgement' }, ticketWith([], { language: 'en' }));
    expect(text).toContain('Your inquiry is registered as case 7K3M-Q9XD.');
    expect(text).toContain('To add anything, reply to this e-mail.');
  });

  it('asks a chat visitor to go on in the chat', () => {
    const text = textOf({ letter: 'acknowledgement' }, ticketWith([], chat));
    expect(text).toContain('kan du skrive her i chatten');
    expect(text).not.toMatch(/e-posten|over denne linjen/);
  });
});

describe('a reply', () => {
  const words = 'Hei Kari,\n\nGjør slik:\n  1. Logg ut\n  2. Logg inn';

  it("is the agent's words, signed, with the ticket's number in fine print", () => {
    expect(textOf({ letter: 'reply', message: 1 }, ticketWith([answered(words)]), words)).toBe(
      [
        '— Skriv svaret ditt over denne linjen —',
        words,
        'Anna Berg\nEksempel Påmelding AS',
        'Sak 7K3M-Q9XD. Vil du legge til noe, kan du svare på denne e-posten.\n',
      ].join('\n\n'),
    );
  });

  it('is the whole of a long text, of which the ticket keeps the beginning', () => {
    const long = 'Vi har sett på saken. '.repeat(500).trim();
    expect(textOf({ letter: 'reply', message: 1 }, ticketWith([answered('Vi har sett')]), long)).toContain(long);
  });

  it('is signed by the vendor when whoever wrote it has left', () => {
    const letter = writeLetter({ letter: 'reply', message: 1 }, ticketWith([answered('Ja.')]), {
      policy,
      staff: [],
      words: 'Ja.',
    });
    expect(asText(letter)).toContain('Ja.\n\nEksempel Påmelding AS\n\nSak');
  });
});

describe('a resolution', () => {
  it('says that the case is solved, and until when it is taken up again', () => {
    expect(textOf({ letter: 'resolution' }, ticketWith([resolved]))).toContain(
      'Vi regner saken som løst. Er det noe som gjenstår, kan du svare på denne e-posten innen 10 arbeidsdager, ' +
        'altså senest onsdag 9. desember. Da tar vi saken opp igjen.\n\nVennlig hilsen\nEksempel Påmelding AS',
    );
  });

  it("says so below the agent's words, where there are any", () => {
    const text = textOf(
      { letter: 'resolution', message: 1 },
      ticketWith([{ ...resolved, words: { text: 'Rettet.' } }]),
      'Rettet.',
    );
    expect(text).toContain('linjen —\n\nRettet.\n\nVi regner saken som løst.');
    expect(text).toContain('igjen.\n\nAnna Berg\nEksempel Påmelding AS');
  });
});

describe('an estimate', () => {
  const letter = { letter: 'estimate', message: 1, hours: 3.5, validUntil } as const;

  it('says the price in whole øre, and that the work waits for approval', () => {
    const text = textOf(letter, ticketWith([estimated]), 'Vi setter opp aktiviteten.').replaceAll('\u00a0', ' ');
    expect(text).toContain('Vi setter opp aktiviteten.\n\nAnslått arbeid: 3,5 timer');
    expect(text).toContain('Timepris: 1 250,00 kr uten mva.\nPrisestimat: 4 375,00 kr uten mva.');
    expect(text).toContain('Gjelder til og med: fredag 11. desember');
    expect(text).toContain('Vi begynner på arbeidet når du har godkjent estimatet.');
  });

  it('rounds a price between two øre', () => {
    const odd = { ...policy, vendor: { ...policy.vendor, consultantOrePerHour: 99_999 } };
    const { preview } = writeLetter({ ...letter, hours: 0.25 }, ticketWith([estimated]), {
      policy: odd,
      staff,
      words: '',
    });
    expect(preview.replaceAll('\u00a0', ' ')).toBe('Prisestimat: 250,00 kr uten mva.');
  });

  it('says it in English kroner in English', () => {
    const text = textOf(letter, ticketWith([estimated], { language: 'en' }), 'Hello').replaceAll('\u00a0', ' ');
    expect(text).toContain('Price estimate: NOK 4,375.00 excluding VAT\nValid through: Friday 11 December');
  });
});

describe('a postponement', () => {
  it('tells the version and the reason (P7)', () => {
    const reason = 'Rettingen krever en ny betalingsløsning.';
    const text = textOf({ letter: 'postponement', reason, version: '4.2' }, ticketWith([triagedAs('minor')]));
    expect(text).toContain(
      'utsatt til versjon 4.2 av systemet. Grunnen er:\n\n> Rettingen krever en ny betalingsløsning.',
    );
  });

  it('says “a later version” where none is named', () => {
    const text = textOf({ letter: 'postponement', reason: 'Tid.' }, ticketWith([triagedAs('minor')]));
    expect(text).toContain('utsatt til en senere versjon av systemet');
  });
});

describe('what is internal', () => {
  const receivedAt = at('tue', '10:12');
  const critical = { receivedAt, commitment: commitmentFor('critical', receivedAt, policy) };

  it.each(['nb', 'en'] as const)('is not told to customers in any letter (%s)', (language) => {
    const ticket = ticketWith([triagedAs('critical'), { ...resolved, words: { text: 'Rettet.' } }], {
      ...critical,
      language,
    });
    const letters: Letter[] = [
      { letter: 'acknowledgement' },
      { letter: 'reply', message: 1 },
      { letter: 'resolution', message: 1 },
      { letter: 'postponement', reason: 'Tid.' },
    ];
    const said = letters.map((letter) => textOf(letter, ticket, 'Rettet.')).join('\n');
    expect(said).not.toMatch(/10[.:]27|15 min|14[.:]12|4 (timer|hours)|senior|ledelse|management/i);
  });
});
