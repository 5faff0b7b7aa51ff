import { describe, expect, it } from '@jest/globals';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { type MailLetter, writeLetter } from '../../../../shared/mail/letters/letters';
import type { AlertReason } from '../../../../shared/ticket/effects';
import type { Attachment, Doubt, TicketEvent, Words } from '../../../../shared/ticket/events';
import type { OpenedTicket } from '../../../../shared/ticket/ticket';
import { anna, at, policy, receivedAt, staff, ticketWith, triagedAs } from './tickets';

const write = (letter: MailLetter, ticket: OpenedTicket) => writeLetter(letter, ticket, { policy, staff });
const writeEnglish = (letter: MailLetter, ticket: OpenedTicket) =>
  writeLetter(letter, ticket, { policy: { ...policy, languages: ['en', 'nb'] }, staff });
const alert = (why: AlertReason): MailLetter => ({ letter: 'alert', to: [{ level: 2 }], why });

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
    ['come-back', 'Vi har lovet å komme tilbake'],
    ['mail-held', 'En e-post må bekreftes'],
    ['undeliverable', 'E-post kommer ikke fram'],
    ['mail-loop', 'Bekreftelse holdt tilbake'],
    ['mail-storm', 'Svært mange e-poster fra én avsender'],
  ])('of %s begins its subject with the number and what it is', (why, title) => {
    const { subject } = write(alert(why), ticketWith([triagedAs('severe')]));
    expect(subject).toBe(`[7K3M-Q9XD] ${title}: Får ikke åpnet påmeldingen`);
  });

  it('says what to do now, and how the ticket stands', () => {
    expect(asText(write(alert('new-inquiry'), ticketWith()))).toBe(
      [
        '— Skriv svaret ditt over denne linjen —',
        'Vurder hva slags sak det er, og ta den eller svar kunden. Først da er den påbegynt.',
        'Kari Nordmann, tirsdag 24. november kl. 10.12:\n> Passordet mitt er hemmelig123.',
        'Svar på denne e-posten, så går svaret til kunden.',
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

  it('leads to what can be done at once, with what is meant first', () => {
    const act = 'https://desk.example.no/act?token=';
    const links = [
      { act: 'take', href: `${act}a` },
      { act: 'dismiss', href: `${act}b` },
    ] as const;
    const letter = writeLetter(alert('suspected'), ticketWith(), { policy, staff, links });
    expect(asText(letter)).toContain(`Ta saken: ${act}a\nDet er ikke kritisk: ${act}b\n`);
    const html = asHtml(letter, { vendor: policy.vendor, language: 'nb' });
    expect(html).toMatch(/<a href="[^"]*token=a"[^>]*#0a5f4f.*Ta saken.*<a href="[^"]*token=b".*Det er ikke kritisk/s);
  });

  it('lets no customer pass off a name as another fact', () => {
    const text = asText(
      write(alert('new-inquiry'), ticketWith([], { customer: { name: 'Kari\nPåbegynnes senest: aldri' } })),
    );
    expect(text).toContain('Kunde: Kari Påbegynnes senest: aldri\n');
  });
});

describe('an alert about mail', () => {
  const held = (doubt: Doubt, agent?: typeof anna): TicketEvent => ({
    type: 'mail-held',
    at: at('tue', '12:00'),
    doubt,
    ...(agent && { agent }),
    message: {
      words: { text: 'Jeg er Kari.' },
      attachments: [],
      receivedAt: at('tue', '12:00'),
      sender: { name: 'Kari\nAdresse: x', email: 'kari@annet.test' },
    },
  });

  it('that is held says who it says to be from, since when and why it waits, and that nothing has gone out', () => {
    const text = asText(write(alert('mail-held'), ticketWith([held('unknown-sender')])));
    expect(text).toContain('Ingenting er sendt ut. Les den, og bekreft den på saken');
    expect(text).toContain(
      'Oppgitt avsender: Kari Adresse: x <kari@annet.test>\nKom inn: tirsdag 24. november 2026 kl. 12.00\n' +
        'Hvorfor den venter: Avsenderen er ikke med i saken',
    );
    expect(text).toContain('> Jeg er Kari.\n\nSvarer du på denne e-posten, går svaret til kunden.');
  });

  it.each<Doubt>(['unverified-sender', 'number-alone', 'unproven-agent', 'conversation-moved-on', 'nothing-new'])(
    'that is held says why, in both languages: %s',
    (doubt) => {
      expect(asText(write(alert('mail-held'), ticketWith([held(doubt, anna)])))).toMatch(/Hvorfor den venter: \S.{20}/);
      expect(asText(writeEnglish(alert('mail-held'), ticketWith([held(doubt, anna)])))).toMatch(
        /Why it waits: \S.{20}/,
      );
    },
  );

  it('that came back says from which address, and what the other server said; no answer is asked for', () => {
    const failed: TicketEvent = {
      type: 'delivery-failed',
      at: at('tue', '12:00'),
      address: 'kari@kunde.test',
      permanent: true,
      diagnostic: '550 5.1.1 User <b>unknown</b>',
    };
    const letter = writeLetter(alert('undeliverable'), ticketWith([failed]), { policy, staff, events: [failed] });
    expect(asText(letter)).toContain('Ring hvis du kan, og sjekk at adressen er riktig.');
    expect(asText(letter)).toContain(
      'Adresse: kari@kunde.test\n\nMottakerens server svarte:\n> 550 5.1.1 User <b>unknown</b>',
    );
    expect(letter.answerAbove).toBeUndefined();
  });

  it.each<[AlertReason, TicketEvent]>([
    ['mail-loop', { type: 'acknowledgement-withheld', at: receivedAt, reason: 'Fordi.', first: true }],
    ['mail-storm', { type: 'storm-gathered', at: receivedAt, reason: 'Fordi.' }],
    ['handed-over', { type: 'handed-over', at: receivedAt, to: 3, by: anna, reason: 'Fordi.' }],
  ])('or a change says why: %s', (why, event) => {
    const events = [triagedAs('minor'), event];
    const text = asText(writeLetter(alert(why), ticketWith(), { policy, staff, events }));
    expect(text).toContain('Begrunnelse:\n> Fordi.');
  });

  it('keeps a stranger’s words within bounds', () => {
    const diagnostic = 'x\n'.repeat(100_000);
    const bounced = {
      type: 'delivery-failed',
      at: receivedAt,
      address: 'a@b.test',
      permanent: true,
      diagnostic,
    } as const;
    const text = asText(writeLetter(alert('undeliverable'), ticketWith(), { policy, staff, events: [bounced] }));
    expect(text.split('\n').length).toBeLessThan(100);
  });
});

describe('an answer from the mailbox', () => {
  const withMore = (words: Words, attachments: readonly Attachment[] = []) => {
    const receivedAt = at('tue', '12:00');
    return ticketWith([{ type: 'message-received', at: receivedAt, message: { words, attachments, receivedAt } }]);
  };

  it('is asked for below the customer’s latest message and its files', () => {
    const pdf: Attachment = { name: 'faktura.pdf', type: 'application/pdf', bytes: 1, key: 'k' };
    expect(asText(write(alert('new-message'), withMore({ text: 'Og nå?' }, [pdf])))).toContain(
      'Kari Nordmann, tirsdag 24. november kl. 12.00:\n> Og nå?\n\nVedlegg: faktura.pdf\n\nSvar på denne e-posten, så går svaret til kunden.',
    );
  });

  it('is told where the rest of a long message is', () => {
    expect(asText(write(alert('new-message'), withMore({ text: 'Begynnelsen', key: 'words/1' })))).toContain(
      '> Begynnelsen\n\nResten av meldingen står på saken.',
    );
  });

  it.each<[string, OpenedTicket]>([
    ['whom we cannot reach', ticketWith([], { customer: { name: 'Kari', phone: '22 33 44 55' } })],
    ['whose ticket is resolved', ticketWith([{ type: 'ticket-resolved', at: at('wed', '13:00'), by: anna }])],
  ])('is not asked for to a customer %s', (_, ticket) => {
    const { answerAbove, blocks } = write(alert('new-message'), ticket);
    expect(answerAbove).toBeUndefined();
    expect(JSON.stringify(blocks)).not.toMatch(/går svaret til kunden/);
  });
});

describe('letters to staff where the desk speaks English first', () => {
  it.each<MailLetter>([
    alert('new-inquiry'),
    alert('senior-needed'),
    { letter: 'warning', to: [{ level: 2 }], latest: at('wed', '15:00') },
    { letter: 'miss', to: ['seniors'], latest: at('tue', '10:27') },
    { letter: 'management', to: ['management'] },
  ])('are in English throughout: $letter', (letter) => {
    const { subject, ...text } = writeEnglish(letter, ticketWith([triagedAs('severe')], { subject: 'It broke' }));
    expect(`${subject}\n${asText({ subject, ...text })}`).not.toMatch(/[æøå]|\b(?:saken|kunden|senest|ikke|nivå)\b/i);
  });

  it('ask for an answer in English', () => {
    expect(writeEnglish(alert('new-inquiry'), ticketWith()).answerAbove).toBe('— Write your reply above this line —');
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
    expect(text).toContain('Tjenestenivå P8: Alvorlige og kritiske feil løftes til ledelsen');
    expect(text).toContain('Tid siden mottak: 7 timer og 30 minutter i vanlig arbeidstid');
    expect(text).toContain('Ansvarlig: Anna Berg');
  });

  it('gives the reason of whoever lifted it by hand (P19)', () => {
    const text = asText(
      write({ letter: 'management', to: ['management'], reason: 'Kunden er blitt utålmodig.', by: anna }, ticketWith()),
    );
    expect(text).toContain(
      'Tjenestenivå P19: Saker løftes til ledelsen ved behov. Anna Berg har løftet denne saken fordi:',
    );
    expect(text).toContain('> Kunden er blitt utålmodig.');
  });
});
