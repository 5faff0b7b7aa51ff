import { visitorWrites } from '../support/chat';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { act, LEVEL_3, MANAGEMENT, openedBy, ticketOf, whatCameOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

const inquiry = (mail = {}) => openedBy(desk, () => desk.mail(mail));
const triaged = async (severity: string) => {
  const ticket = await inquiry();
  await act(desk, 'anna', ticket, 'triage', { kind: 'error', severity });
  return ticket;
};
const now = (ticket: TicketJson) => ticketOf(desk, ticket.id);
const refused = (status: number, error: string) => ({ status, body: { error, message: expect.any(String) } });

describe('taking a ticket', () => {
  it('begins the work, by a named person, in time', async () => {
    const { body } = await act(desk, 'bo', await inquiry(), 'assignment', { agent: 'bo' });
    expect(body).toMatchObject({ assignee: 'bo', begunAt: MONDAY_TEN });
    expect(body.timeline.at(-1)).toMatchObject({
      type: 'work-begun',
      by: 'bo',
      how: 'taken',
      inTime: true,
      withinTarget: true,
    });
  });

  it.each(['critical', 'severe'])(
    'of a %s error is for seniors (P8): others are refused, and told whom to ask',
    async (severity) => {
      const ticket = await triaged(severity);
      expect(await act(desk, 'bo', ticket, 'assignment', { agent: 'bo' })).toMatchObject({
        status: 409,
        body: { error: 'senior-needed', able: 'anna, dina' },
      });
      expect((await act(desk, 'dina', ticket, 'assignment', { agent: 'dina' })).body).toMatchObject({
        assignee: 'dina',
      });
    },
  );

  it('is not for management, nor for somebody who does not work here', async () => {
    const ticket = await inquiry();
    expect(await act(desk, 'anna', ticket, 'assignment', { agent: 'erik' })).toMatchObject(refused(403, 'not-allowed'));
    expect(await act(desk, 'anna', ticket, 'assignment', { agent: 'eva' })).toMatchObject(
      refused(422, 'no-such-agent'),
    );
  });
});

describe('triage', () => {
  it.each([
    [{ kind: 'error', severity: 'critical' }, 'error', 'critical'],
    [{ kind: 'error', severity: 'severe' }, 'error', 'severe'],
    [{ kind: 'error', severity: 'minor' }, 'error', 'minor'],
    [{ kind: 'request' }, 'request', null],
    [{ kind: 'assignment' }, 'assignment', null],
    [{ kind: 'security' }, 'security', null],
  ])('says kind and severity outright: %o', async (body, kind, severity) => {
    const ticket = await inquiry();
    expect((await act(desk, 'bo', ticket, 'triage', body)).body).toMatchObject({ kind, severity, begunAt: null });
  });
});

describe('an answer to a mail', () => {
  it('reaches the customer as a mail in the thread, in the name of the agent', async () => {
    const ticket = await inquiry({ messageId: '<forste@kunde.example>', references: ['<tidligere@kunde.example>'] });
    const { said } = await whatCameOf(desk, () =>
      act(desk, 'anna', ticket, 'replies', { text: 'Hei Kari!\n\nPrøv igjen nå.', seen: 1 }),
    );
    const [letter] = said;
    expect(said).toHaveLength(1);
    expect(letter).toMatchObject({
      from: 'support@desk.test',
      to: KARI,
      subject: 'Re: Får ikke åpnet skjemaet',
      replyTo: expect.stringMatching(TOKEN),
      headers: { 'in-reply-to': '<forste@kunde.example>', references: expect.stringMatching(REFERENCES) },
    });
    expect(letter?.headers).not.toHaveProperty('auto-submitted');
    expect(letter?.text).toContain('\n\nHei Kari!\n\nPrøv igjen nå.\n\nAnna\nEksempel Påmelding AS\n\n');
    expect(letter?.html).toContain('Prøv igjen nå.');
  });

  it('begins the work, and is read in the history', async () => {
    const ticket = await inquiry();
    const { body } = await act(desk, 'bo', ticket, 'replies', { text: 'Hei!', seen: 1 });
    expect(body).toMatchObject({ begunAt: MONDAY_TEN, seen: 2 });
    expect(body.timeline.slice(-2)).toMatchObject([
      { type: 'reply-written', by: 'bo', text: 'Hei!' },
      { type: 'work-begun', by: 'bo', how: 'answered' },
    ]);
  });

  it('answers the newest mail of the conversation', async () => {
    const ticket = await inquiry({ messageId: '<1@kunde.example>' });
    const [first] = (await desk.lettersTo(KARI)).slice(-1);
    const newest = { to: first?.replyTo ?? '', messageId: '<2@kunde.example>', inReplyTo: '<1@kunde.example>' };
    await whatCameOf(desk, () => desk.mail(newest));
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'replies', { text: 'Hei!', seen: 2 }));
    expect(said[0]?.headers['in-reply-to']).toBe('<2@kunde.example>');
  });

  it('reaches whoever is put in copy, once', async () => {
    const ticket = await inquiry();
    const reply = { text: 'Hei, begge to!', seen: 1, cc: ['ole@kunde.example', KARI] };
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'replies', reply));
    expect(said.map(({ to, cc }) => [to, cc])).toEqual([[KARI, 'ole@kunde.example']]);
  });

  it('is sent and kept whole, however long', async () => {
    const ticket = await inquiry();
    const text = Array.from({ length: 500 }, (_, n) => `Punkt ${n}: sjekk skjemaet.`).join('\n');
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'replies', { text, seen: 1 }));
    expect(said[0]?.text).toContain(text);
    expect((await now(ticket)).timeline).toContainEqual(expect.objectContaining({ type: 'reply-written', text }));
  });
});

describe('an answer to a chat', () => {
  it('goes back to the conversation, and not by mail', async () => {
    const ticket = await openedBy(desk, () => visitorWrites(desk, { conversationId: 'c-9' }));
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'replies', { text: 'Hei, Lise!', seen: 1 }));
    expect(said.map(({ from, to, text }) => [from, to, text])).toEqual([['Bo', 'c-9', 'Hei, Lise!']]);
  });
});

describe('two agents who answer at once', () => {
  it('the second is refused, keeps the text, and is shown what came between', async () => {
    const ticket = await inquiry();
    await act(desk, 'anna', ticket, 'replies', { text: 'Prøv igjen.', seen: 1 });
    const { said } = await whatCameOf(desk, async () => {
      expect(await act(desk, 'bo', ticket, 'replies', { text: 'Last siden på nytt.', seen: 1 })).toMatchObject({
        status: 409,
        body: {
          error: 'conversation-moved-on',
          text: 'Last siden på nytt.',
          seen: 2,
          messages: [{ from: 'anna', at: MONDAY_TEN, text: 'Prøv igjen.' }],
        },
      });
    });
    expect(said.map(({ text }) => text.includes('Last siden på nytt.'))).not.toContain(true);
    const again = await act(desk, 'bo', ticket, 'replies', { text: 'Last siden på nytt.', seen: 2 });
    expect(again).toMatchObject({ status: 200, body: { seen: 3 } });
  });

  it('neither loses a text, however long', async () => {
    const ticket = await inquiry();
    const [first, second] = ['a', 'b'].map((letter) => letter.repeat(5_000));
    await act(desk, 'anna', ticket, 'replies', { text: first, seen: 1 });
    const { body } = await act(desk, 'bo', ticket, 'replies', { text: second, seen: 1 });
    expect(body).toMatchObject({ text: second, messages: [{ text: first }] });
  });

  it('in the same instant: one is sent, one is refused', async () => {
    const ticket = await inquiry();
    const { said } = await whatCameOf(desk, async () => {
      const both = await Promise.all(
        ['anna', 'bo'].map((agent) => act(desk, agent, ticket, 'replies', { text: `Hei fra ${agent}.`, seen: 1 })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
    expect(said).toHaveLength(1);
  });

  it("an agent who has not seen the customer's newest message is refused too", async () => {
    const ticket = await inquiry();
    const [letter] = (await desk.lettersTo(KARI)).slice(-1);
    await whatCameOf(desk, () => desk.mail({ to: letter?.replyTo ?? '', text: 'Glem det, det virker nå.' }));
    expect(await act(desk, 'bo', ticket, 'replies', { text: 'Prøv igjen.', seen: 1 })).toMatchObject({
      status: 409,
      body: {
        error: 'conversation-moved-on',
        messages: [{ from: 'customer', text: expect.stringContaining('Glem det') }],
      },
    });
  });
});

describe('an answer that was lost on the way', () => {
  it('is sent once, though the request comes again under its Idempotency-Key', async () => {
    const ticket = await inquiry();
    const reply = () => act(desk, 'bo', ticket, 'replies', { text: 'Hei!', seen: 1 }, { 'Idempotency-Key': 'reply-1' });
    const { said } = await whatCameOf(desk, async () => {
      expect((await reply()).status).toBe(200);
      expect(await reply()).toMatchObject({ status: 200, body: { seen: 2 } });
    });
    expect(said).toHaveLength(1);
  });

  it('is no late answer either, though others have answered since', async () => {
    const ticket = await inquiry();
    const reply = () => act(desk, 'bo', ticket, 'replies', { text: 'Hei!', seen: 1 }, { 'Idempotency-Key': 'reply-2' });
    await reply();
    await act(desk, 'anna', ticket, 'replies', { text: 'Og en ting til.', seen: 2 });
    expect(await reply()).toMatchObject({ status: 200, body: { seen: 3 } });
  });

  it('is no other than its own: the key of another agent, or of another act, is another key', async () => {
    const ticket = await inquiry();
    const key = { 'Idempotency-Key': 'note-1' };
    await act(desk, 'bo', ticket, 'notes', { text: 'En.' }, key);
    await act(desk, 'bo', ticket, 'notes', { text: 'En.' }, key);
    await act(desk, 'anna', ticket, 'notes', { text: 'To.' }, key);
    await act(desk, 'bo', ticket, 'escalation', { reason: 'Tre.' }, key);
    const { timeline } = await now(ticket);
    expect(timeline.slice(2).map(({ type, by }) => [type, by])).toEqual([
      ['note-written', 'bo'],
      ['note-written', 'anna'],
      ['lifted-to-management', 'bo'],
    ]);
  });
});

describe('resolving', () => {
  it('with words sends them, and says until when the case is taken up again', async () => {
    const ticket = await inquiry();
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'resolution', { text: 'Det er rettet.' }));
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([[KARI, 'Re: Får ikke åpnet skjemaet']]);
    expect(said[0]?.text).toContain('\n\nDet er rettet.\n\nVi regner saken som løst. ');
    expect(said[0]?.text).toContain('innen 10 arbeidsdager, altså senest mandag 26. januar.');
    expect(await now(ticket)).toMatchObject({
      status: 'resolved',
      resolvedAt: MONDAY_TEN,
      begunAt: MONDAY_TEN,
      seen: 2,
    });
  });

  it('without words tells whoever was acknowledged, and does not count as begun', async () => {
    const ticket = await inquiry();
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'resolution'));
    expect(said.map(({ to, headers }) => [to, headers['auto-submitted']])).toEqual([[KARI, 'auto-generated']]);
    expect(await now(ticket)).toMatchObject({ status: 'resolved', begunAt: null });
  });

  it('forbids what is for open tickets until it is reopened', async () => {
    const ticket = await inquiry();
    await act(desk, 'bo', ticket, 'resolution');
    expect(await act(desk, 'bo', ticket, 'replies', { text: 'Hei!', seen: 1 })).toMatchObject(
      refused(409, 'already-resolved'),
    );
    expect(await act(desk, 'bo', ticket, 'resolution')).toMatchObject(refused(409, 'already-resolved'));
    const { body } = await act(desk, 'bo', ticket, 'reopening', { reason: 'Det kom tilbake.' });
    expect(body).toMatchObject({ status: 'open', resolvedAt: null });
    expect(body.timeline.at(-1)).toMatchObject({ type: 'ticket-reopened', by: 'bo', reason: 'Det kom tilbake.' });
    expect(await act(desk, 'bo', ticket, 'reopening')).toMatchObject(refused(409, 'not-resolved'));
  });
});

describe('other acts', () => {
  it('a note is kept for agents, and tells and begins nothing', async () => {
    const ticket = await inquiry();
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'notes', { text: 'Ligner på forrige uke.' }));
    expect(said).toEqual([]);
    const { begunAt, seen, timeline } = await now(ticket);
    expect([begunAt, seen]).toEqual([null, 1]);
    expect(timeline.at(-1)).toMatchObject({ type: 'note-written', by: 'bo', text: 'Ligner på forrige uke.' });
  });

  it('a handover moves it to level 3 with its reason, alerts that level, and can be undone', async () => {
    const ticket = await inquiry();
    await act(desk, 'bo', ticket, 'assignment', { agent: 'bo' });
    const { said } = await whatCameOf(desk, () =>
      act(desk, 'bo', ticket, 'handover', { to: 3, reason: 'Feil i koden.' }),
    );
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [LEVEL_3, `[${ticket.id}] Saken er overført til nivå 3: Får ikke åpnet skjemaet`],
    ]);
    expect(await now(ticket)).toMatchObject({ level: 3, assignee: null });
    expect((await now(ticket)).timeline.at(-1)).toMatchObject({ type: 'handed-over', to: 3, reason: 'Feil i koden.' });
    expect(await act(desk, 'bo', ticket, 'handover', { to: 3, reason: 'Igjen.' })).toMatchObject(
      refused(409, 'already-at-level'),
    );
    expect((await act(desk, 'cato', ticket, 'handover', { to: 2, reason: 'Var ingen feil.' })).body.level).toBe(2);
  });

  it('an escalation tells management who lifted it and why (P19)', async () => {
    const ticket = await inquiry();
    const { said } = await whatCameOf(desk, () =>
      act(desk, 'bo', ticket, 'escalation', { reason: 'Kunden truer med å gå.' }),
    );
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [MANAGEMENT, `[${ticket.id}] Løftes til ledelsen: Får ikke åpnet skjemaet`],
    ]);
    expect(said[0]?.text).toContain('Tjenestenivå P19: ');
    expect(said[0]?.text).toContain('Bo har løftet denne saken fordi:\n\n> Kunden truer med å gå.');
  });

  it('time is logged on a level, for work that was done', async () => {
    const ticket = await inquiry();
    const work = { minutes: 25, level: 3, what: 'Lette etter feilen', workedAt: '2026-01-12T09:30:00+01:00' };
    const { body } = await act(desk, 'cato', ticket, 'time', work);
    expect(body.timeline.at(-1)).toMatchObject({ type: 'time-logged', by: 'cato', ...work });
    const tomorrow = { ...work, workedAt: '2026-01-13T09:30:00+01:00' };
    expect(await act(desk, 'cato', ticket, 'time', tomorrow)).toMatchObject(refused(422, 'in-the-future'));
  });

  it('an estimate tells the customer hours, price and how long it is valid, and begins the work', async () => {
    const ticket = await inquiry();
    const estimate = { hours: 2.5, text: 'Vi setter opp skjemaet.', validUntil: '2026-01-30T16:00:00+01:00' };
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', ticket, 'estimate', estimate));
    expect(said.map(({ to }) => to)).toEqual([KARI]);
    for (const words of [
      'Vi setter opp skjemaet.',
      'Anslått arbeid: 2,5 timer\n',
      'Gjelder til og med: fredag 30. januar\n',
    ])
      expect(said[0]?.text).toContain(words);
    expect(said[0]?.text.replaceAll('\u00a0', ' ')).toContain('Prisoverslag: 3 125,00 kr uten mva.\n');
    expect(await now(ticket)).toMatchObject({ begunAt: MONDAY_TEN, seen: 2 });
    const late = { ...estimate, validUntil: MONDAY_TEN };
    expect(await act(desk, 'bo', ticket, 'estimate', late)).toMatchObject(refused(422, 'in-the-past'));
  });

  it('a less severe error may be postponed (P7), and the customer is told why; no other may', async () => {
    const minor = await triaged('minor');
    const postponement = { reason: 'Krever ny betalingsløsning.', version: '7.2' };
    const { said } = await whatCameOf(desk, () => act(desk, 'cato', minor, 'postponement', postponement));
    expect(said.map(({ to }) => to)).toEqual([KARI]);
    expect(said[0]?.text).toContain('utsatt til versjon 7.2 av systemet. Grunnen er:\n\n> Krever ny betalingsløsning.');
    const severe = await triaged('severe');
    expect(await act(desk, 'cato', severe, 'postponement', postponement)).toMatchObject(
      refused(409, 'only-minor-errors-wait'),
    );
  });

  it('any of them on a parked ticket, but a note, is refused', async () => {
    const parked = await inquiry({ headers: { 'X-Local-Verdicts': 'spam=FAIL' } });
    expect(await act(desk, 'bo', parked, 'assignment', { agent: 'bo' })).toMatchObject(refused(409, 'parked'));
    expect((await act(desk, 'bo', parked, 'notes', { text: 'Søppel.' })).status).toBe(200);
  });
});

describe('waiting for the customer', () => {
  let other: RunningDesk;
  beforeEach(async () => {
    other = await deskAt();
  });
  afterEach(() => other.stop());

  const waiting = async (severity?: string) => {
    const ticket = await openedBy(other, () => other.mail());
    if (severity) await act(other, 'dina', ticket, 'triage', { kind: 'error', severity });
    await act(other, 'dina', ticket, 'assignment', { agent: 'dina' });
    const wait = { until: '2026-01-12T15:00:00+01:00', reason: 'Vi trenger et skjermbilde.' };
    expect((await act(other, 'dina', ticket, 'waiting', wait)).body.status).toBe('waiting');
    await other.settle();
    return ticket;
  };

  it('has a date to look again, at which whoever has the ticket is told', async () => {
    const ticket = await waiting();
    expect(await other.alarms()).toEqual({ [ticket.id]: 'at(2026-01-12T14:00:00)' });
    const { said } = await whatCameOf(other, () => other.moveClock('2026-01-12T15:00:00+01:00'));
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [KARI, 'Re: Får ikke åpnet skjemaet'],
      ['dina@desk.test', `[${ticket.id}] Kunden er minnet på at vi venter: Får ikke åpnet skjemaet`],
    ]);
    expect((await ticketOf(other, ticket.id)).status).toBe('waiting');
  });

  it('is over at that date where the customer is not to be reminded', async () => {
    const ticket = await waiting('severe');
    const { said } = await whatCameOf(other, () => other.moveClock('2026-01-12T15:00:00+01:00'));
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      ['dina@desk.test', `[${ticket.id}] Ventetiden er over: Får ikke åpnet skjemaet`],
    ]);
    expect((await ticketOf(other, ticket.id)).status).toBe('open');
  });

  it("ends with the customer's answer", async () => {
    const ticket = await waiting();
    const [letter] = await other.lettersTo(KARI);
    await whatCameOf(other, () => other.mail({ to: letter?.replyTo ?? '' }));
    expect(await ticketOf(other, ticket.id)).toMatchObject({ status: 'open', seen: 2 });
  });

  it('pauses the clock to management (P8) in open time', async () => {
    const ticket = await waiting('critical');
    expect((await ticketOf(other, ticket.id)).promise.managementAt).toBeNull();
    await other.moveClock('2026-01-13T12:00:00+01:00');
    expect((await ticketOf(other, ticket.id)).promise.managementAt).toBe('2026-01-13T11:00:00+01:00');
    expect((await other.lettersTo(MANAGEMENT)).map(({ at }) => at)).toEqual(['2026-01-13T10:00:00.000Z']);
  });

  it('never pauses the clock to begin', async () => {
    const ticket = await openedBy(other, () => other.mail());
    await act(other, 'bo', ticket, 'waiting', { until: '2026-01-20T12:00:00+01:00', reason: 'Skjermbilde.' });
    await other.moveClock('2026-01-13T15:00:00+01:00');
    expect(await ticketOf(other, ticket.id)).toMatchObject({ status: 'waiting', promise: { missed: true } });
  });

  it('is refused without a date that lies ahead', async () => {
    const ticket = await openedBy(other, () => other.mail());
    const late = { until: MONDAY_TEN, reason: 'Skjermbilde.' };
    expect(await act(other, 'bo', ticket, 'waiting', late)).toMatchObject(refused(422, 'in-the-past'));
  });
});

const TOKEN = /^support\+[a-z\d]{8}\.[a-z2-7]{16}@desk\.test$/;
const REFERENCES = /^<t\.\S+@desk\.test> <tidligere@kunde\.example> <forste@kunde\.example>$/;
