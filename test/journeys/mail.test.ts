import { readFile } from 'node:fs/promises';
import type { Context } from 'aws-lambda';
import { receiveMailFunction } from '../../functions/receive-mail';
import type { SentLetter } from '../../infra/local/sent';
import { deskAt, type RunningDesk } from '../support/in-process';
import { filesOf, LEVEL_2, openedBy, ticketOf, whatCameOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

describe('a mail to the support address', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt('2026-01-16T14:50:00+01:00');
  });
  afterAll(() => desk.stop());

  it('becomes a ticket, acknowledged with the promise as instants, and alerts level 2', async () => {
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await desk.mail()).toMatch(/^250 /);
    });
    const [ticket] = opened;
    expect(opened).toHaveLength(1);
    expect(ticket).toMatchObject({
      subject: 'Får ikke åpnet skjemaet',
      channel: 'mail',
      status: 'open',
      level: 2,
      seen: 1,
    });
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [KARI, `Re: Får ikke åpnet skjemaet [${ticket?.id}]`],
      [LEVEL_2, `[${ticket?.id}] Ny henvendelse: Får ikke åpnet skjemaet`],
    ]);
    expect(said[0]?.text).toContain(`sak ${ticket?.id}.`);
    expect(said[0]?.text).toContain('Vi begynner normalt i dag, senest mandag 19. januar kl. 15.00.\n');
    expect(desk.complaints).toEqual([]);
  });

  it('is acknowledged in English when it is written in English', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail(IN_ENGLISH));
    expect(said[0]).toMatchObject({ to: KARI, subject: `Re: The form does not open [${opened[0]?.id}]` });
    expect(said[0]?.text).toContain(`registered as case ${opened[0]?.id}.`);
    expect(said[0]?.text).toContain('We normally begin today, and by Monday 19 January at 15:00 at the latest.\n');
  });

  it('is kept raw under mail/, byte for byte below the headers of SES, and is gone from inbound/', async () => {
    const raw = 'From: Per <per@kunde.example>\r\nTo: support@desk.test\r\nSubject: R\xe5\r\n\r\nHei, vi \0 lurer.';
    const before = await filesOf(desk, 'mail/');
    await openedBy(desk, () => desk.rawMail(Buffer.from(raw, 'latin1'), { from: 'per@kunde.example' }));
    const [kept = ''] = (await filesOf(desk, 'mail/')).filter((key) => !before.includes(key));
    const bytes = (await desk.local.desk.files.read(kept))?.toString('latin1') ?? '';
    expect(bytes).toMatch(/^Return-Path: <per@kunde\.example>\r\nReceived: from client\.example /);
    expect(bytes.slice(-raw.length - 2)).toBe(`${raw}\r\n`);
    expect(await filesOf(desk, 'inbound/')).toEqual([]);
  });

  it('keeps its attachments with the ticket, byte for byte', async () => {
    const content = Buffer.from([0, 255, 13, 10, 13, 0]);
    const { timeline } = await openedBy(desk, () =>
      desk.mail({ attachments: [{ filename: 'skjermbilde.png', content }] }),
    );
    expect(timeline[1]?.attachments).toEqual([
      { name: 'skjermbilde.png', type: 'image/png', bytes: 6, url: expect.stringMatching(/^\/files\?token=/) },
    ]);
    const [key = ''] = await filesOf(desk, 'attachments/');
    expect(await desk.local.desk.files.read(key)).toEqual(content);
  });

  it('is received by the event with which SES invokes a function, as AWS documents it', async () => {
    const event = JSON.parse(await readFile('test/fixtures/ses-receipt.json', 'utf8'));
    const { messageId } = event.Records[0].ses.mail;
    const raw = Buffer.from(
      'From: "Doe, John" <sender@example.com>\r\nSubject: This is a test\r\n\r\nHello, is this on?',
    );
    await desk.local.desk.files.write(`inbound/${messageId}`, raw, 'message/rfc822');
    const ticket = await openedBy(desk, () => receiveMailFunction(desk.local.desk)(event, {} as Context));
    expect(ticket).toMatchObject({ customer: { name: 'Doe, John', email: 'sender@example.com' }, seen: 1 });
    expect(Date.parse(ticket.receivedAt)).toBe(Date.parse('2019-08-05T21:30:02.028Z'));
    expect(await filesOf(desk, 'mail/')).toContain(`mail/${messageId}.eml`);
  });

  it('whose headers do not name us, as a hidden copy, becomes a ticket all the same', async () => {
    const { customer } = await openedBy(desk, () => desk.mail({ to: 'ole@kunde.example', envelope: HIDDEN_COPY }));
    expect(customer.email).toBe(KARI);
  });

  it('which goes to two of our addresses is one ticket, acknowledged once', async () => {
    const { opened, said } = await whatCameOf(desk, () =>
      desk.mail({ to: ['support@desk.test', 'support+salg@desk.test'] }),
    );
    expect(opened).toHaveLength(1);
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
  });

  it('that is delivered twice, by two ways, is one ticket, acknowledged once', async () => {
    const mail =
      'From: kari@kunde.example\r\nSubject: To ganger\r\nMessage-ID: <1@kunde.example>\r\n\r\nHei, er dere der?\r\n';
    const { opened, said } = await whatCameOf(desk, async () => {
      await desk.rawMail(mail);
      await desk.settle();
      await desk.rawMail(`Received: from relay.kunde.example; Fri, 16 Jan 2026 13:51:00 +0000\r\n${mail}`);
    });
    expect(opened.map(({ seen }) => seen)).toEqual([1]);
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
  });
});

describe('the acknowledgement says why, where the promise may surprise', () => {
  it.each([
    [
      'in the evening',
      '2026-01-12T16:30:00+01:00',
      'Vi begynner senest tirsdag 13. januar kl. 15.00. Vi fikk henvendelsen etter stengetid kl. 15.00.',
    ],
    [
      'on a Saturday',
      '2026-01-17T12:00:00+01:00',
      'Vi begynner senest mandag 19. januar kl. 15.00. Vi fikk henvendelsen lørdag 17. januar, og da har vi stengt.',
    ],
    [
      'before Easter',
      '2026-04-01T10:00:00+02:00',
      'Vi begynner normalt i dag, senest tirsdag 7. april kl. 15.00. Stengt i mellomtiden: skjærtorsdag 2. april, langfredag 3. april og 2. påskedag 6. april.',
    ],
    [
      'on Maundy Thursday',
      '2026-04-02T10:00:00+02:00',
      'Vi begynner senest tirsdag 7. april kl. 15.00. Vi fikk henvendelsen skjærtorsdag 2. april, og da har vi stengt. Stengt i mellomtiden: langfredag 3. april og 2. påskedag 6. april.',
    ],
    [
      'in the July weeks',
      '2026-07-13T10:00:00+02:00',
      'Vi begynner senest mandag 27. juli kl. 15.00. Vi fikk henvendelsen mens vi har stengt: uke 29 og 30 (13.–24. juli).',
    ],
    [
      'in romjul',
      '2026-12-28T10:00:00+01:00',
      'Vi begynner senest mandag 4. januar 2027 kl. 15.00. Vi fikk henvendelsen mens vi har stengt: romjulen 28.–31. desember og 1. nyttårsdag 1. januar 2027.',
    ],
  ])('%s', async (_, clock, expected) => {
    const desk = await deskAt(clock);
    const { said } = await whatCameOf(desk, () => desk.mail());
    await desk.stop();
    expect(said[0]?.text).toContain(`\n\n${expected}\n\n`);
  });

  it('and in English when the customer writes English', async () => {
    const desk = await deskAt('2026-12-28T10:00:00+01:00');
    const { said } = await whatCameOf(desk, () => desk.mail(IN_ENGLISH));
    await desk.stop();
    expect(said[0]?.text).toContain(
      'We begin by Monday 4 January 2027 at 15:00 at the latest. Your message reached us while we are closed: ' +
        "the Christmas break 28–31 December and New Year's Day 1 January 2027.\n",
    );
  });
});

describe("a customer's answer to our letter", () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  let letter: SentLetter;
  beforeAll(async () => {
    desk = await deskAt();
    const { opened, said } = await whatCameOf(desk, () => desk.mail());
    [ticket, letter] = [opened[0], said[0]] as [TicketJson, SentLetter];
  });
  afterAll(() => desk.stop());

  const sesId = () => letter.headers['message-id'] ?? '';
  const ownId = () => letter.headers['references']?.split(' ')[0] ?? '';

  it.each([
    ['the token in our Reply-To', () => ({ to: letter.replyTo })],
    ['In-Reply-To with the id of SES as it is on the wire', () => ({ inReplyTo: sesId() })],
    ['In-Reply-To with the id of SES as its API gives it', () => ({ inReplyTo: sesId().replace(/@[^>]+/, '') })],
    ['References that name the id of SES', () => ({ references: ['<other@kunde.example>', sesId()] })],
    ['References that keep our own id', () => ({ references: [ownId(), '<other@kunde.example>'] })],
    ['the number in its subject, from the customer', () => ({ subject: `SV: ${letter.subject}` })],
  ])('lands on its ticket by %s', async (_, evidence) => {
    const { seen } = await ticketOf(desk, ticket.id);
    const text = `Her er mer, takk. Nr. ${seen}`;
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ subject: 'SV: noe', text, ...evidence() }));
    const after = await ticketOf(desk, ticket.id);
    expect(opened).toEqual([]);
    expect(after.seen).toBe(seen + 1);
    expect(after.timeline.at(-1)).toMatchObject({ type: 'message-received', text: expect.stringContaining(text) });
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [LEVEL_2, `[${ticket.id}] Ny melding fra kunden: Får ikke åpnet skjemaet`],
    ]);
  });

  it('is shown without what it quotes', async () => {
    const quoted = letter.text.replace(/^/gm, '> ');
    const text = `Det virker nå.\n\nman. 12. jan. 2026 kl. 10:00 skrev Eksempel Påmelding AS <support@desk.test>:\n\n${quoted}`;
    await whatCameOf(desk, () =>
      desk.mail({ subject: `SV: ${letter.subject}`, to: letter.replyTo, inReplyTo: sesId(), text }),
    );
    expect((await ticketOf(desk, ticket.id)).timeline.at(-1)).toMatchObject({ text: 'Det virker nå.' });
  });

  it('from a stranger who knows the id opens a ticket of their own, which says what it follows', async () => {
    const stranger = { from: 'Ola <ola@annet.example>', inReplyTo: sesId(), references: [ownId(), sesId()] };
    const { seen } = await ticketOf(desk, ticket.id);
    const { opened, said } = await whatCameOf(desk, () => desk.mail(stranger));
    expect(opened.map(({ follows }) => follows)).toEqual([ticket.id]);
    expect(said.map(({ to }) => to)).toEqual(['ola@annet.example', LEVEL_2]);
    expect((await ticketOf(desk, ticket.id)).seen).toBe(seen);
  });

  it('from a stranger who was handed the Reply-To lands on the ticket, and sends them nothing', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ from: 'ola@annet.example', to: letter.replyTo }));
    expect(opened).toEqual([]);
    expect(said.map(({ to }) => to)).toEqual([LEVEL_2]);
    const { timeline, customer } = await ticketOf(desk, ticket.id);
    expect(timeline.at(-1)).toMatchObject({ sender: { email: 'ola@annet.example' } });
    expect(customer.email).toBe(KARI);
  });

  it('with a forged token opens a ticket of its own', async () => {
    const forged = letter.replyTo.replace(/\.\w{16}@/, '.aaaaaaaaaaaaaaaa@');
    expect((await openedBy(desk, () => desk.mail({ to: forged }))).id).not.toBe(ticket.id);
  });

  it('from somebody in copy lands on the ticket, however an agent wrote their address', async () => {
    const { seen } = await ticketOf(desk, ticket.id);
    await desk.api('anna', `/tickets/${ticket.id}/replies`, {
      text: 'Se her, begge to.',
      cc: ['Ole@Kunde.Example'],
      seen,
    });
    await desk.settle();
    const copied = (await desk.lettersTo(KARI)).at(-1);
    expect(copied?.cc).toBe('ole@kunde.example');
    const { opened } = await whatCameOf(desk, () =>
      desk.mail({ from: 'ole@kunde.example', inReplyTo: copied?.headers['message-id'] ?? '' }),
    );
    expect(opened).toEqual([]);
    expect((await ticketOf(desk, ticket.id)).seen).toBe(seen + 2);
  });
});

describe('mail from machines', () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  let letter: SentLetter;
  beforeAll(async () => {
    desk = await deskAt();
    const { opened, said } = await whatCameOf(desk, () => desk.mail());
    [ticket, letter] = [opened[0], said[0]] as [TicketJson, SentLetter];
  });
  afterAll(() => desk.stop());

  const machine = { to: 'support@desk.test', text: 'Jeg er ikke på jobb, og leser ikke denne e-posten.' };

  it('an out-of-office answer is noted on the ticket, and nobody gets a mail', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const { opened, said } = await whatCameOf(desk, () =>
      desk.mail({ ...machine, to: letter.replyTo, subject: 'Automatisk svar: fravær', headers }),
    );
    expect([opened, said]).toEqual([[], []]);
    const { seen, timeline } = await ticketOf(desk, ticket.id);
    expect(seen).toBe(1);
    expect(timeline.at(-1)).toMatchObject({ type: 'automatic-mail-noted', text: `${machine.text}\n` });
  });

  it('a bounce of our letter is noted on its ticket', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.rawMail(bounce(101), { from: '', to: letter.replyTo }));
    expect([opened, said]).toEqual([[], []]);
    expect((await ticketOf(desk, ticket.id)).timeline.slice(-2)).toMatchObject([
      { type: 'automatic-mail-noted', as: 'bounce', reason: 'it reports on the delivery of a mail' },
      { type: 'delivery-failed', address: KARI, permanent: true },
    ]);
  });

  it.each([
    ['the support address', 0, () => 'support@desk.test'],
    ['its Reply-To', 1, () => letter.replyTo],
  ])('our own mail that comes back to %s is parked, and brings no mail', async (_, n, to) => {
    const raw = (await desk.local.services.sent.raw(n)) ?? '';
    const { opened, said } = await whatCameOf(desk, () => desk.rawMail(raw, { to: to() }));
    expect(opened.map(({ status }) => status)).toEqual(['parked']);
    expect(said).toEqual([]);
    expect((await ticketOf(desk, ticket.id)).seen).toBe(1);
  });

  it.each([
    ['a sender that takes no answers', { from: 'no-reply@skjema.example' }],
    ['a machine that says so', { headers: { 'Auto-Submitted': 'auto-generated' } }],
    ['a mailing list', { headers: { 'List-Id': '<alle.kunde.example>' } }],
    ['a sender that asks for no automatic answer', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
  ])('%s gets a ticket and no acknowledgement', async (_, mail) => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail(mail));
    expect(opened.map(({ status }) => status)).toEqual(['open']);
    expect(said.map(({ to }) => to)).toEqual([LEVEL_2]);
  });

  it.each(['spam', 'virus'])('%s, by the verdict of the receipt, is parked, and brings no mail', async (verdict) => {
    const headers = { 'X-Local-Verdicts': `${verdict}=FAIL` };
    const { opened, said } = await whatCameOf(desk, () => desk.mail({ headers }));
    expect(opened.map(({ status }) => status)).toEqual(['parked']);
    expect(said).toEqual([]);
  });
});

it('a hundred bounces to the support address are parked, and bring no mail at all', async () => {
  const desk = await deskAt();
  await Promise.all(Array.from({ length: 100 }, (_, n) => desk.rawMail(bounce(n), { from: '' })));
  await desk.settle();
  const parked = await desk.api<{ tickets: TicketJson[] }>('anna', '/tickets?queue=parked&limit=100');
  expect(parked.body.tickets).toHaveLength(100);
  expect([await desk.sent(), await desk.alarms(), desk.complaints]).toEqual([[], {}, []]);
  await desk.stop();
});

describe('a resolved ticket', () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  beforeAll(async () => {
    desk = await deskAt();
    ticket = await openedBy(desk, () => desk.mail());
    await desk.api('anna', `/tickets/${ticket.id}/resolution`, { text: 'Det er rettet.' });
    await desk.settle();
  });
  afterAll(() => desk.stop());

  const answer = async () => desk.mail({ to: (await desk.lettersTo(KARI)).at(-1)?.replyTo ?? '' });

  it('tells its customer until when a mail reopens it', async () => {
    const [, letter] = await desk.lettersTo(KARI);
    expect(letter?.text).toContain('innen 10 arbeidsdager, altså senest mandag 26. januar.');
  });

  it('is not reopened by an out-of-office answer', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const to = (await desk.lettersTo(KARI)).at(-1)?.replyTo ?? '';
    const { said } = await whatCameOf(desk, () => desk.mail({ to, subject: 'Fravær', headers }));
    expect(said).toEqual([]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ status: 'resolved', seen: 2 });
  });

  it("is reopened by its customer's mail within ten working days", async () => {
    await desk.moveClock('2026-01-26T23:59:59+01:00');
    const { opened, said } = await whatCameOf(desk, answer);
    expect(opened).toEqual([]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ status: 'open', resolvedAt: null, seen: 3 });
    expect(said.map(({ to }) => to)).toEqual([LEVEL_2]);
  });

  it('is followed by a new ticket after that, which says so and is acknowledged', async () => {
    await desk.api('anna', `/tickets/${ticket.id}/resolution`, {});
    await desk.moveClock('2026-02-10T00:00:00+01:00');
    const { opened, said } = await whatCameOf(desk, answer);
    expect(opened).toMatchObject([{ follows: ticket.id, status: 'open', seen: 1 }]);
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
    expect((await ticketOf(desk, ticket.id)).status).toBe('resolved');
  });
});

const HIDDEN_COPY = { from: KARI, to: ['support@desk.test'] };
const IN_ENGLISH = {
  subject: 'The form does not open',
  text: 'Hello, we cannot open the form. What should we do?\n\nKari',
};

/** A delivery status notification (RFC 3464), each of its own id. */
const bounce = (n: number): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@kunde.example>',
    'To: support@desk.test',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce-${n}@kunde.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `The mail could not be delivered (${n}).`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.kunde.example',
    '',
    'Final-Recipient: rfc822; kari@kunde.example',
    'Action: failed',
    'Status: 5.1.1',
    '--b--',
    '',
  ].join('\r\n');
