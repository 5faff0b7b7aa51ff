import { describe, expect, it } from '@jest/globals';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { type MailLetter, writeLetter } from '../../../../shared/mail/letters/letters';
import { commitmentFor } from '../../../../shared/promises/deadlines';
import type { TicketEvent } from '../../../../shared/ticket/events';
import type { OpenedTicket } from '../../../../shared/ticket/ticket';
import { anna, answered, at, policy, staff, ticketWith, triagedAs } from './tickets';

const write = (letter: MailLetter, ticket: OpenedTicket, words?: string) =>
  writeLetter(letter, ticket, { policy, staff, words });

const textOf = (letter: MailLetter, ticket: OpenedTicket, words?: string) => asText(write(letter, ticket, words));

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
    const sent = asText(letter) + asHtml(letter, { vendor: policy.vendor, language: 'nb' });
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

describe('an acknowledgement in the chat outside its hours', () => {
  const acknowledged = (time: string, customer: object = chat.customer, language: 'nb' | 'en' = 'nb') => {
    const receivedAt = at('tue', time);
    const commitment = commitmentFor('request', receivedAt, policy);
    const opening = { customer, language, receivedAt, at: receivedAt, commitment };
    const { messages, ...ticket } = ticketWith([], opening);
    return textOf({ letter: 'acknowledgement' }, { ...ticket, messages, lastActivityAt: receivedAt });
  };

  it.each<['nb' | 'en', string]>([
    ['nb', 'Chatten er stengt nå. Den åpner igjen onsdag 25. november kl. 09.00.'],
    ['en', 'The chat is closed now. It opens again on Wednesday 25 November at 09:00.'],
  ])('says when it opens next (%s)', (language, said) => {
    expect(acknowledged('20:12', chat.customer, language)).toContain(said);
  });

  it('says so in the lunch break', () => {
    expect(acknowledged('11:40')).toContain('Den åpner igjen i dag kl. 12.00.');
  });

  it('asks for an e-mail address, unless there is one', () => {
    const known = { ...chat.customer, email: 'kari@kunde.test' };
    expect(acknowledged('20:12')).toContain('skrive e-postadressen din her som en egen melding');
    expect(acknowledged('20:12', known)).not.toContain('e-postadressen');
  });

  it('says nothing of it within the hours, nor by mail', () => {
    expect(acknowledged('10:12')).not.toContain('stengt');
    expect(acknowledged('20:12', { email: 'kari@kunde.test' })).not.toContain('Chatten');
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
        'Sak 7K3M-Q9XD. Vil du legge til noe, kan du svare på denne e-posten.',
        'Tidligere i saken:',
        'Kari Nordmann, tirsdag 24. november kl. 10.12:\n> Passordet mitt er hemmelig123.\n',
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

describe('what was said before', () => {
  const asked = (minutes: number, text: string, sender?: { name?: string; email?: string }): TicketEvent => {
    const receivedAt = at('tue', '11:00') + minutes * 60_000;
    const message = { words: { text }, attachments: [], receivedAt, ...(sender && { sender }) };
    return { type: 'message-received', at: receivedAt, message };
  };
  const earlierIn = (ticket: OpenedTicket, letter: MailLetter = { letter: 'waiting-reminder' }) => {
    const history = write(letter, ticket, 'Ja.').blocks.find(({ is }) => is === 'history');
    return history?.is === 'history' ? history.said.map(({ who, text }) => `${who}: ${text}`) : [];
  };

  it('is the last three messages before the letter’s own, newest first, with who wrote them', () => {
    const ticket = ticketWith([asked(1, 'To'), answered('Tre'), asked(3, 'Fire'), answered('Ja.')]);
    expect(earlierIn(ticket, { letter: 'reply', message: 4 })).toEqual([
      'Kari Nordmann: Fire',
      'Anna Berg: Tre',
      'Kari Nordmann: To',
    ]);
  });

  it('is cut between words, and takes no more lines than letters allow', () => {
    const [cut] = earlierIn(ticketWith([asked(1, 'fire ord i rad '.repeat(1_000))]));
    expect(cut?.length).toBeLessThan(330);
    expect(cut).toMatch(/(?:ord|i|rad|fire) …$/);
    const [lines] = earlierIn(ticketWith([asked(1, 'a\n'.repeat(1_000))]));
    expect(lines?.split('\n')).toHaveLength(10);
  });

  it('names whoever else takes part, and the files of a message without words', () => {
    const pdf = { name: 'faktura.pdf', type: 'application/pdf', bytes: 1, key: 'k' };
    const receivedAt = at('tue', '12:00');
    const sender = { email: 'ola@kunde.test' };
    const message = { words: { text: ' ' }, attachments: [pdf], receivedAt, sender };
    expect(earlierIn(ticketWith([{ type: 'message-received', at: receivedAt, message }]))[0]).toBe(
      'ola@kunde.test: Vedlegg: faktura.pdf',
    );
  });

  it('holds no mail that nobody has confirmed, and no note', () => {
    const receivedAt = at('tue', '12:00');
    const message = { words: { text: 'Jeg er Kari, send alt' }, attachments: [], receivedAt };
    const ticket = ticketWith([
      { type: 'mail-held', at: receivedAt, message, doubt: 'unknown-sender' },
      { type: 'note-written', at: receivedAt, by: anna, words: { text: 'Vanskelig kunde' } },
    ]);
    expect(earlierIn(ticket)).toEqual(['Kari Nordmann: Passordet mitt er hemmelig123.']);
  });

  it.each<MailLetter>([
    { letter: 'acknowledgement' },
    { letter: 'resolution' },
    { letter: 'postponement', reason: 'Tid.' },
  ])('is not in a letter that answers nothing: $letter', (letter) => {
    expect(earlierIn(ticketWith([answered('Ja.')]), letter)).toEqual([]);
  });

  it('names no file that was erased', () => {
    const file = { name: 'deltakere.xlsx', type: 'text/csv', bytes: 1, key: 'k' };
    const receivedAt = at('tue', '12:00');
    const message = { words: { text: ' ' }, attachments: [{ ...file, name: '' }], receivedAt };
    const ticket = ticketWith([{ type: 'message-received', at: receivedAt, message }]);
    expect(earlierIn(ticket)).toEqual(['Kari Nordmann: Passordet mitt er hemmelig123.']);
  });

  it('is left to the chat where that shows it', () => {
    expect(earlierIn(ticketWith([answered('Ja.')], chat))).toEqual([]);
  });
});

describe('attachments too big to enclose', () => {
  const reply = (language: 'nb' | 'en', until?: number) =>
    asText(
      writeLetter({ letter: 'reply', message: 1 }, ticketWith([answered('Ja.')], { language }), {
        policy,
        staff,
        words: 'Ja.',
        enclosed: [
          { name: 'film.mp4', bytes: 48_310_000, href: 'https://desk.test/files?token=a' },
          { name: 'a\r\nb.pdf', bytes: 912_345, href: 'https://desk.test/files?token=b' },
        ],
        enclosedUntil: until,
      }),
    ).replaceAll('\u00a0', ' ');

  it('come as links, with their sizes and until when these work', () => {
    expect(reply('nb', at('fri', '12:00'))).toContain(
      'Vedleggene er for store for e-post. Last dem ned senest fredag 27. november kl. 12.00:\n' +
        'film.mp4 (48,3 MB): https://desk.test/files?token=a\na b.pdf (912 kB): https://desk.test/files?token=b\n\nAnna Berg',
    );
  });

  it('say so in English', () => {
    expect(reply('en')).toContain('The attachments are too big for e-mail. Download them here:\nfilm.mp4 (48.3 MB): ');
  });
});

describe('a letter that says that we come back (P14)', () => {
  const promised = (until: number, words?: { text: string }): TicketEvent => ({
    type: 'coming-back-promised',
    at: at('tue', '13:00'),
    by: anna,
    until,
    ...(words && { words }),
  });

  it('says so, and by when the customer hears from us anyway', () => {
    const until = at('fri', '12:00');
    expect(textOf({ letter: 'coming-back', until }, ticketWith([promised(until)]))).toContain(
      'Hei,\n\nVi trenger mer tid på saken, og kommer tilbake så snart vi har en løsning. ' +
        'Uansett hører du fra oss senest fredag 27. november.\n\nVennlig hilsen\nEksempel Påmelding AS',
    );
  });

  it("says so below the agent's words, where there are any", () => {
    const until = at('tue', '15:00');
    const ticket = ticketWith([promised(until, { text: 'Vi leter.' })]);
    expect(textOf({ letter: 'coming-back', message: 1, until }, ticket, 'Vi leter.')).toMatch(
      /linjen —\n\nVi leter\.\n\nVi trenger mer tid .* Uansett hører du fra oss i dag\.\n\nAnna Berg/,
    );
  });

  it('says it in English', () => {
    const until = at('fri', '12:00');
    expect(textOf({ letter: 'coming-back', until }, ticketWith([promised(until)], { language: 'en' }))).toContain(
      'as soon as we have a solution. In any case you will hear from us by Friday 27 November.',
    );
  });
});

describe('a letter that says that we come back with a version', () => {
  it.each<['nb' | 'en', string]>([
    ['nb', 'Vi trenger mer tid på saken, og kommer tilbake når versjon 4.2 er ute.\n\nVennlig hilsen'],
    ['en', 'We need more time for this, and will come back to you when version 4.2 is out.\n\nKind regards'],
  ])('names it, and no day (%s)', (language, said) => {
    expect(textOf({ letter: 'coming-back', version: '4.2' }, ticketWith([], { language }))).toContain(said);
  });

  it('says by when we write anyway, where that is promised too', () => {
    const letter = { letter: 'coming-back', version: '4.2', until: at('fri', '12:00') } as const;
    expect(textOf(letter, ticketWith())).toContain('er ute. Uansett hører du fra oss senest fredag 27. november.');
  });
});

describe('a letter to whoever has left the chat', () => {
  const left: TicketEvent = { type: 'chat-ended', at: at('tue', '10:30') };
  const withAddress = { channel: 'chat', customer: { ...chat.customer, email: 'kari@kunde.test' } } as const;

  it('is a mail, and says how to answer one', () => {
    const text = textOf({ letter: 'reply', message: 1 }, ticketWith([left, answered('Ja.')], withAddress), 'Ja.');
    expect(text).toMatch(/^— Skriv svaret ditt over denne linjen —/);
    expect(text).toContain('kan du svare på denne e-posten');
    expect(text).toContain('Tidligere i saken:');
  });

  it('is said in the chat all the same where there is no address', () => {
    const text = textOf({ letter: 'waiting-reminder' }, ticketWith([left], { channel: 'chat', ...chat }));
    expect(text).toContain('skrive her i chatten');
  });
});

describe('an offer of mail in the chat (P10)', () => {
  const visitor = (email?: string) => ({
    customer: { name: 'Kari', ...(email && { email }), conversation: { provider: 'standard', id: 'c1' } },
  });

  it.each<['nb' | 'en', RegExp, RegExp]>([
    [
      'nb',
      /^Beklager at du må vente\. Vi svarer her i chatten så snart vi kan\./,
      /Går du fra chatten, får du svaret på e-post til kari@kunde\.test\./,
    ],
    [
      'en',
      /^Sorry to keep you waiting\. We will answer here in the chat as soon as we can\./,
      /If you leave the chat, you will get the answer by e-mail at kari@kunde\.test\./,
    ],
  ])('is sorry, and says where the answer goes besides (%s)', (language, sorry, where) => {
    const text = textOf({ letter: 'offer-of-mail' }, ticketWith([], { ...visitor('kari@kunde.test'), language }));
    expect(text).toMatch(sorry);
    expect(text).toMatch(where);
  });

  it.each<['nb' | 'en', string]>([
    ['nb', 'kan du skrive e-postadressen din her som en egen melding. Går du fra chatten, får du svaret på e-post.'],
    [
      'en',
      'write your e-mail address here in a message of its own. If you then leave the chat, you will get the answer by e-mail.',
    ],
  ])('asks for an address where we know none (%s)', (language, asks) => {
    expect(textOf({ letter: 'offer-of-mail' }, ticketWith([], { ...visitor(), language }))).toContain(asks);
  });
});

describe('a reminder', () => {
  it('says that we wait for the customer, above what was said last', () => {
    const text = textOf({ letter: 'waiting-reminder' }, ticketWith([answered('Hvilken nettleser bruker du?')]));
    expect(text).toContain('Vi venter på svar fra deg for å komme videre med saken.');
    expect(text).toMatch(/Tidligere i saken:\n\nAnna Berg, .*:\n> Hvilken nettleser bruker du\?/);
  });
});

describe('a reminder with a date', () => {
  const until = at('fri', '16:00');

  it.each<['nb' | 'en', string]>([
    ['nb', 'Vi setter pris på å høre fra deg innen fredag 27. november.'],
    ['en', 'We would be glad to hear from you by Friday 27 November.'],
  ])('says until when, and threatens with nothing (%s)', (language, said) => {
    const text = textOf({ letter: 'waiting-reminder', until }, ticketWith([], { language }));
    expect(text).toContain(said);
    expect(text).not.toMatch(/lukker|close/);
  });

  it.each<['nb' | 'en', string, string]>([
    [
      'nb',
      'Hører vi ikke fra deg, lukker vi saken fredag 27. november.',
      'kan du svare på denne e-posten innen 10 arbeidsdager. Da åpner vi den igjen.',
    ],
    [
      'en',
      'If we do not hear from you, we close the case on Friday 27 November.',
      'reply to this e-mail within 10 working days, and we open it again.',
    ],
  ])('says the last time that the case is closed then, and how to go on (%s)', (language, closes, goOn) => {
    const text = textOf({ letter: 'waiting-reminder', until, last: true }, ticketWith([], { language }));
    expect(text).toContain(closes);
    expect(text).toContain(goOn);
  });
});

describe('a resolution', () => {
  it.each<['nb' | 'en', string]>([
    ['nb', 'Vi har ikke hørt fra deg, og lukker derfor saken. Er det noe som gjenstår, kan du svare'],
    ['en', 'We have not heard from you, so we are closing the case. If anything remains, reply'],
  ])('does not say that it is solved where we have heard nothing (%s)', (language, said) => {
    const closed = { ...resolved, by: 'desk', because: 'no-answer' } as const;
    const text = textOf({ letter: 'resolution', because: 'no-answer' }, ticketWith([closed], { language }));
    expect(text).toContain(said);
    expect(text).toContain(language === 'nb' ? 'innen 10 arbeidsdager' : 'within 10 working days');
    expect(text).not.toMatch(/løst|resolved/);
  });

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
    expect(text).toContain('Timepris: 1 250,00 kr uten mva.\nPrisoverslag: 4 375,00 kr uten mva.');
    expect(text).toContain('Gjelder til og med: fredag 11. desember');
    expect(text).toContain('Vi begynner på arbeidet når du har godkjent prisoverslaget.');
  });

  it('rounds a price between two øre', () => {
    const odd = { ...policy, vendor: { ...policy.vendor, consultantOrePerHour: 99_999 } };
    const { preview } = writeLetter({ ...letter, hours: 0.25 }, ticketWith([estimated]), {
      policy: odd,
      staff,
      words: '',
    });
    expect(preview.replaceAll('\u00a0', ' ')).toBe('Prisoverslag: 250,00 kr uten mva.');
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
    const letters: MailLetter[] = [
      { letter: 'acknowledgement' },
      { letter: 'reply', message: 1 },
      { letter: 'resolution', message: 1 },
      { letter: 'postponement', reason: 'Tid.' },
      { letter: 'coming-back', until: at('fri', '12:00') },
      { letter: 'coming-back', version: '4.2' },
      { letter: 'waiting-reminder' },
      { letter: 'waiting-reminder', until: at('fri', '16:00'), last: true },
      { letter: 'resolution', because: 'no-answer' },
      { letter: 'offer-of-mail' },
    ];
    const said = letters.map((letter) => textOf(letter, ticket, 'Rettet.')).join('\n');
    expect(said).not.toMatch(/10[.:]27|15 min|14[.:]12|4 (timer|hours)|senior|ledelse|management/i);
  });
});
