import { visitorWrites } from '../support/chat';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import {
  ANNAS_PHONE,
  act as actOn,
  isAboutOne,
  LEVEL_2,
  MANAGEMENT,
  openedBy,
  SENIORS,
  ticketOf,
  whatCameOf,
} from '../support/journey';
import type { TicketJson } from '../support/local-desk';

let desk: RunningDesk;
const startAt = (clock?: string) => async () => {
  desk = await deskAt(clock);
};
const stop = () => desk.stop();

const inquiry = () => openedBy(desk, () => desk.mail());
const act = (agent: string, ticket: TicketJson, name: string, body: object) => actOn(desk, agent, ticket, name, body);
const alarmOf = async ({ id }: TicketJson) => (await desk.alarms())[id];

/** What the clock brought on its way: when, to whom, and what the letters are called. */
const lettersUntil = async (to: string) => {
  const before = await desk.sent();
  await desk.moveClock(to);
  const said = (await desk.sent()).slice(before.length).filter(isAboutOne);
  return said.map((letter) => [letter.at, letter.to, letter.subject.replace(/^\[.*?] |:.*/g, '')]);
};

describe('an open ticket', () => {
  beforeAll(startAt());
  afterAll(stop);

  it('has exactly one schedule, whatever channel it came by; a parked mail has none', async () => {
    const mail = await inquiry();
    const chat = await openedBy(desk, () => visitorWrites(desk));
    const phone = await openedBy(desk, () =>
      desk.api('bo', '/tickets', { channel: 'phone', caller: { name: 'Per' }, subject: 'Emne', text: 'Tekst' }),
    );
    await openedBy(desk, () => desk.mail({ headers: { 'X-Local-Verdicts': 'spam=FAIL' } }));
    const alarms = (await desk.schedules()).filter(({ group }) => group === 'ticket-alarms');
    expect(alarms.map(({ name }) => name).sort()).toEqual([mail.id, chat.id, phone.id].sort());
    for (const { name, expression, timeZone, input } of alarms) {
      // A chat is kept waiting for five minutes at the most.
      const at = name === chat.id ? 'at(2026-01-12T09:05:00)' : 'at(2026-01-13T08:30:00)';
      expect([expression, timeZone]).toEqual([at, 'UTC']);
      expect(JSON.parse(input)).toEqual({ ticket: name, severity: 'untriaged' });
    }
  });
});

describe('an inquiry that nobody begins', () => {
  let ticket: TicketJson;
  beforeAll(async () => {
    await startAt()();
    ticket = await inquiry();
  });
  afterAll(stop);

  it('warns level 2 halfway to the latest instant, counted in open time', async () => {
    expect(await lettersUntil('2026-01-13T09:29:59+01:00')).toEqual([]);
    expect(await lettersUntil('2026-01-13T09:30:00+01:00')).toEqual([
      ['2026-01-13T08:30:00.000Z', LEVEL_2, 'Halvveis til fristen'],
    ]);
    expect(await alarmOf(ticket)).toBe('at(2026-01-13T14:00:00)');
  });

  it('has its miss marked at the latest instant, told to level 2 and to the seniors', async () => {
    expect(await lettersUntil('2026-01-13T14:59:59+01:00')).toEqual([]);
    expect((await ticketOf(desk, ticket.id)).promise.missed).toBe(false);
    expect(await lettersUntil('2026-01-13T15:00:00+01:00')).toEqual([
      ['2026-01-13T14:00:00.000Z', `${LEVEL_2}, dina@desk.test`, 'Fristen er brutt'],
    ]);
    expect((await ticketOf(desk, ticket.id)).promise.missed).toBe(true);
    expect(await alarmOf(ticket)).toBe('at(2026-01-20T15:00:00)');
  });

  it('is looked at again every five working days', async () => {
    expect(await lettersUntil('2026-01-20T16:00:00+01:00')).toContainEqual([
      '2026-01-20T15:00:00.000Z',
      LEVEL_2,
      'Se på saken igjen',
    ]);
    expect(await alarmOf(ticket)).toBe('at(2026-01-27T15:00:00)');
  });

  it('keeps its miss for ever, though it is begun and resolved', async () => {
    await act('bo', ticket, 'assignment', { agent: 'bo' });
    await act('bo', ticket, 'resolution', {});
    expect(await ticketOf(desk, ticket.id)).toMatchObject({
      status: 'resolved',
      begunAt: '2026-01-20T16:00:00+01:00',
      promise: { missed: true },
    });
  });
});

describe('a ticket that was given to somebody', () => {
  let ticket: TicketJson;
  beforeAll(async () => {
    await startAt()();
    ticket = await inquiry();
  });
  afterAll(stop);

  it('is not begun by that, and its assignee is told', async () => {
    const { said } = await whatCameOf(desk, () => act('anna', ticket, 'assignment', { agent: 'bo' }));
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      ['bo@desk.test', `[${ticket.id}] Saken er tildelt deg: Får ikke åpnet skjemaet`],
    ]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ assignee: 'bo', begunAt: null });
  });

  it('warns its assignee, and tells assignee and seniors of the miss', async () => {
    expect(await lettersUntil('2026-01-13T15:00:00+01:00')).toEqual([
      ['2026-01-13T08:30:00.000Z', 'bo@desk.test', 'Halvveis til fristen'],
      ['2026-01-13T14:00:00.000Z', `bo@desk.test, ${SENIORS}`, 'Fristen er brutt'],
    ]);
  });
});

describe('work that is begun in time', () => {
  beforeAll(startAt());
  afterAll(stop);

  it('by an answer moves the schedule to the next look, and brings neither warning nor miss', async () => {
    const ticket = await inquiry();
    await whatCameOf(desk, () => act('bo', ticket, 'replies', { text: 'Prøv igjen nå.', seen: 1 }));
    expect(await alarmOf(ticket)).toBe('at(2026-01-19T15:00:00)');
    expect(await lettersUntil('2026-01-14T12:00:00+01:00')).toEqual([]);
  });

  it('by taking it only goes on with the instants of P16, until it is answered', async () => {
    const ticket = await inquiry();
    await whatCameOf(desk, () => act('bo', ticket, 'assignment', { agent: 'bo' }));
    expect(await alarmOf(ticket)).toBe('at(2026-01-15T14:00:00)');
    await whatCameOf(desk, () => act('bo', ticket, 'replies', { text: 'Prøv igjen nå.', seen: 1 }));
    expect(await alarmOf(ticket)).toBe('at(2026-01-21T15:00:00)');
  });

  it('goes on with the instants of P16 for each later message that awaits an answer', async () => {
    const ticket = await inquiry();
    await act('bo', ticket, 'assignment', { agent: 'bo' });
    await act('bo', ticket, 'replies', { text: 'Prøv igjen nå.', seen: 1 });
    const letter = (await desk.lettersTo('kari@kunde.example')).find(({ subject }) => subject.includes(ticket.id));
    await whatCameOf(desk, () => desk.mail({ to: letter?.replyTo ?? '', subject: 'Mer' }));
    expect(Object.values(await desk.alarms())).toContain('at(2026-01-15T14:00:00)');
    expect(await lettersUntil('2026-01-15T15:00:00+01:00')).toEqual([
      ['2026-01-15T14:00:00.000Z', 'bo@desk.test', 'Kunden venter på svar'],
    ]);
  });
});

describe('triage', () => {
  beforeEach(startAt());
  afterEach(stop);

  const ERROR = (severity: string, because?: string) => ({ kind: 'error', severity, ...(because && { because }) });

  it.each([
    ['critical', 'at(2026-01-12T09:07:30)', '2026-01-12T10:15:00+01:00', '2026-01-12T14:00:00+01:00'],
    ['severe', 'at(2026-01-12T13:05:00)', '2026-01-13T15:00:00+01:00', '2026-01-14T10:00:00+01:00'],
    ['minor', 'at(2026-01-13T08:30:00)', '2026-01-13T15:00:00+01:00', null],
  ])(
    'to %s moves schedule and instants, none later than the customer was told; seniors hear of their own',
    async (severity, alarm, beginLatest, managementAt) => {
      const ticket = await inquiry();
      await desk.moveClock('2026-01-12T10:05:00+01:00');
      const { said } = await whatCameOf(desk, () => act('anna', ticket, 'triage', ERROR(severity)));
      const heard = { critical: [SENIORS, ANNAS_PHONE], severe: [SENIORS] };
      expect(said.map(({ to }) => to)).toEqual(severity === 'critical' || severity === 'severe' ? heard[severity] : []);
      expect(await ticketOf(desk, ticket.id)).toMatchObject({
        kind: 'error',
        severity,
        promise: { beginLatest, managementAt },
      });
      const alarms = (await desk.schedules()).filter(({ group }) => group === 'ticket-alarms');
      expect(alarms).toMatchObject([{ name: ticket.id, expression: alarm }]);
      expect(JSON.parse(alarms[0]?.input ?? '')).toEqual({ ticket: ticket.id, severity });
    },
  );

  it('to severe gives its own latest instant where the customer was told nothing', async () => {
    const call = { channel: 'phone', caller: { name: 'Per' }, subject: 'Emne', text: 'Tekst' };
    const ticket = await openedBy(desk, () => desk.api('bo', '/tickets', call));
    const { body } = await act('anna', ticket, 'triage', ERROR('severe'));
    expect(body.promise).toMatchObject({
      beginTarget: '2026-01-12T16:00:00+01:00',
      beginLatest: '2026-01-13T16:00:00+01:00',
    });
  });

  it('that raises a misjudged error counts from receipt, and a miss that it uncovers stands', async () => {
    const ticket = await inquiry();
    await act('bo', ticket, 'triage', ERROR('minor'));
    await desk.moveClock('2026-01-12T13:00:00+01:00');
    const { said } = await whatCameOf(desk, () => act('bo', ticket, 'triage', ERROR('critical', 'misjudged')));
    const mails = said.filter(({ from }) => from !== 'sms');
    expect(mails.map(({ subject }) => subject.replace(/^\[.*?] /, '').split(':')[0])).toEqual([
      'Fristen er brutt',
      'En senior må ta saken (kritisk feil)',
    ]);
    expect((await ticketOf(desk, ticket.id)).promise).toMatchObject({
      beginLatest: '2026-01-12T10:15:00+01:00',
      managementAt: '2026-01-12T14:00:00+01:00',
      missed: true,
    });
  });

  it('that raises an error on new facts counts from then', async () => {
    const ticket = await inquiry();
    await act('bo', ticket, 'triage', ERROR('minor'));
    await desk.moveClock('2026-01-12T13:00:00+01:00');
    await whatCameOf(desk, () => act('bo', ticket, 'triage', ERROR('critical', 'new-facts')));
    expect((await ticketOf(desk, ticket.id)).promise).toMatchObject({
      beginLatest: '2026-01-12T13:15:00+01:00',
      managementAt: '2026-01-13T09:00:00+01:00',
      missed: false,
    });
    expect(await alarmOf(ticket)).toBe('at(2026-01-12T12:07:30)');
  });

  it('that lowers an error keeps its miss, and sets what is still open by the new rule', async () => {
    const ticket = await inquiry();
    await act('bo', ticket, 'triage', ERROR('critical'));
    await desk.moveClock('2026-01-12T10:15:00+01:00');
    await whatCameOf(desk, () => act('bo', ticket, 'triage', ERROR('minor')));
    expect((await ticketOf(desk, ticket.id)).promise).toMatchObject({
      beginLatest: '2026-01-13T15:00:00+01:00',
      managementAt: null,
      missed: true,
    });
    expect(await lettersUntil('2026-01-12T16:00:00+01:00')).toEqual([]);
  });
});

describe('management', () => {
  beforeEach(startAt());
  afterEach(stop);

  it.each([
    [
      'critical error',
      'four working hours',
      { kind: 'error', severity: 'critical' },
      '2026-01-12T13:00:00.000Z',
      '4 timer',
    ],
    [
      'severe error',
      'sixteen working hours',
      { kind: 'error', severity: 'severe' },
      '2026-01-14T09:00:00.000Z',
      '16 timer',
    ],
    ['security incident', 'four working hours', { kind: 'security' }, '2026-01-12T13:00:00.000Z', '4 timer'],
  ])(
    'is told of a %s that is not solved within %s of its receipt (P8), and again each working day',
    async (_, __, triage, at, elapsed) => {
      const ticket = await inquiry();
      await act('dina', ticket, 'triage', triage);
      await act('dina', ticket, 'assignment', { agent: 'dina' });
      await desk.moveClock('2026-01-15T12:00:00+01:00');
      const letters = await desk.lettersTo(MANAGEMENT);
      const mornings = ['13', '14', '15']
        .map((day) => `2026-01-${day}T07:00:00.000Z`)
        .filter((morning) => morning > at);
      expect(letters.map((letter) => [letter.at, letter.subject])).toEqual([
        [at, `[${ticket.id}] Løftes til ledelsen: Får ikke åpnet skjemaet`],
        ...mornings.map((morning) => [morning, `[${ticket.id}] Fortsatt ikke løst: Får ikke åpnet skjemaet`]),
      ]);
      expect(letters[0]?.text).toContain('Tjenestenivå P8: ');
      expect(letters[0]?.text).toContain(`${elapsed} i vanlig arbeidstid`);
    },
  );

  it('is never told by the clock of what is neither severe nor critical', async () => {
    const kinds = [{ kind: 'error', severity: 'minor' }, { kind: 'request' }, { kind: 'assignment' }];
    await inquiry();
    for (const kind of kinds) await act('dina', await inquiry(), 'triage', kind);
    await desk.moveClock('2026-01-18T12:00:00+01:00');
    expect(await desk.lettersTo(MANAGEMENT)).toEqual([]);
  });

  it('is not told of an error that is resolved before', async () => {
    const ticket = await inquiry();
    await act('dina', ticket, 'triage', { kind: 'error', severity: 'critical' });
    await act('dina', ticket, 'resolution', { text: 'Rettet.' });
    await desk.moveClock('2026-01-13T12:00:00+01:00');
    expect(await desk.lettersTo(MANAGEMENT)).toEqual([]);
  });
});

describe('resolving', () => {
  beforeAll(startAt());
  afterAll(stop);

  it('removes the schedule, and reopening sets one again', async () => {
    const ticket = await inquiry();
    await whatCameOf(desk, () => act('bo', ticket, 'resolution', {}));
    expect(await desk.alarms()).toEqual({});
    await whatCameOf(desk, () => act('bo', ticket, 'reopening', { reason: 'Det kom tilbake.' }));
    expect(await desk.alarms()).toEqual({ [ticket.id]: 'at(2026-01-13T08:30:00)' });
  });
});

describe('the clock moved in one step', () => {
  afterEach(stop);

  it('over a night fires each schedule at its own instant, in order', async () => {
    await startAt('2026-01-12T16:30:00+01:00')();
    await inquiry();
    expect(await lettersUntil('2026-01-13T20:00:00+01:00')).toEqual([
      ['2026-01-13T11:15:00.000Z', LEVEL_2, 'Halvveis til fristen'],
      ['2026-01-13T14:00:00.000Z', `${LEVEL_2}, dina@desk.test`, 'Fristen er brutt'],
    ]);
  });

  it('over a weekend too, the report of Monday among them', async () => {
    await startAt('2026-01-16T14:50:00+01:00')();
    await inquiry();
    expect(await lettersUntil('2026-01-19T20:00:00+01:00')).toEqual([
      ['2026-01-19T06:00:00.000Z', MANAGEMENT, 'Ukerapport 2026-W03'],
      ['2026-01-19T11:10:00.000Z', LEVEL_2, 'Halvveis til fristen'],
      ['2026-01-19T14:00:00.000Z', `${LEVEL_2}, dina@desk.test`, 'Fristen er brutt'],
    ]);
  });

  it('over a quarter too, and each open ticket has one schedule after it', async () => {
    await startAt(MONDAY_TEN)();
    const ticket = await inquiry();
    const letters = await lettersUntil('2026-04-13T10:00:00+02:00');
    expect(letters).toEqual(letters.toSorted(([a = ''], [b = '']) => a.localeCompare(b)));
    expect(letters.filter(([, to]) => to === MANAGEMENT).map(([at]) => at)).toEqual(MONDAYS_AT_SEVEN);
    expect(letters.filter(([, , what]) => what === 'Se på saken igjen').map(([at]) => at)).toEqual(
      EVERY_FIFTH_WORKING_DAY,
    );
    expect(await desk.alarms()).toEqual({ [ticket.id]: 'at(2026-04-17T14:00:00)' });
    // Three hundred firings with their sweeps, beside two other workers.
  }, 120_000);
});

/** From 19 January to 13 April 2026; the summer time begins on 29 March. */
const MONDAYS_AT_SEVEN = [
  ...['01-19', '01-26', '02-02', '02-09', '02-16', '02-23', '03-02', '03-09', '03-16', '03-23'].map(
    (day) => `2026-${day}T06:00:00.000Z`,
  ),
  ...['03-30', '04-06', '04-13'].map((day) => `2026-${day}T05:00:00.000Z`),
];

/** From the miss on Tuesday 13 January on, at the close of work; Easter takes three days. */
const EVERY_FIFTH_WORKING_DAY = [
  ...['01-20', '01-27', '02-03', '02-10', '02-17', '02-24', '03-03', '03-10', '03-17', '03-24'].map(
    (day) => `2026-${day}T15:00:00.000Z`,
  ),
  ...['03-31', '04-10'].map((day) => `2026-${day}T14:00:00.000Z`),
];
