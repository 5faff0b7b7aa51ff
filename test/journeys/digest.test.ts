import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { NAMES } from '../../infra/local/seeds';
import { sendDueDigest } from '../../shared/desk/send-digest';
import { newFolder } from '../support/folder';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, LEVEL_2, openedBy } from '../support/journey';

const FRIDAY_TEN = '2026-01-16T10:00:00+01:00';
const MONDAY_EIGHT = '2026-01-19T08:00:00+01:00';

const SPAM = { headers: { 'X-Local-Verdicts': 'spam=FAIL' } };

const parked = (desk: RunningDesk, subject: string) => openedBy(desk, () => desk.mail({ ...SPAM, subject }));

const digests = async (desk: RunningDesk) =>
  (await desk.sent()).filter(({ subject }) => subject.startsWith('Parkert e-post'));

const sentAndTitle = async (desk: RunningDesk) => (await digests(desk)).map(({ at, subject }) => [at, subject]);

const at = (day: number, time: string) => `2026-01-${day}T${time}:00+01:00`;

let desk: RunningDesk;

describe('spam that arrives on a Friday', () => {
  beforeEach(async () => {
    desk = await deskAt(FRIDAY_TEN);
  });
  afterEach(() => desk.stop());

  it('is told to level 2 on the next working day at eight, and not before', async () => {
    const { id } = await parked(desk, 'Du har vunnet');
    await desk.moveClock('2026-01-19T07:59:59+01:00');
    expect(await digests(desk)).toEqual([]);
    await desk.moveClock(MONDAY_EIGHT);
    const [digest, ...others] = await digests(desk);
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      at: new Date(MONDAY_EIGHT).toISOString(),
      to: LEVEL_2,
      subject: 'Parkert e-post: 1, 1 ny',
      headers: { 'auto-submitted': 'auto-generated' },
    });
    for (const said of [id, 'Kari Nordmann, kari@kunde.example', 'Du har vunnet', 'fredag 16. januar kl. 10.00'])
      expect(digest?.text).toContain(said);
  });

  it('shows its reason in the list of what is parked, and none once it is released', async () => {
    const ticket = await parked(desk, 'Du har vunnet');
    const reasonOf = async (queue: string) => (await desk.tickets(queue)).map((row) => Object(row).parked);
    expect(await reasonOf('parked')).toEqual([expect.stringMatching(/\w/)]);
    await act(desk, 'anna', ticket, 'release');
    await desk.settle();
    expect([await reasonOf('parked'), await reasonOf('open')]).toEqual([[], [null]]);
  });

  it('is told once, though the schedule fires again, and twice at once', async () => {
    await parked(desk, 'Du har vunnet');
    await desk.moveClock(MONDAY_EIGHT);
    const fire = sendDueDigest(desk.local.desk);
    await Promise.all([fire(), fire()]);
    await desk.moveClock('2026-01-19T20:00:00+01:00');
    expect(await digests(desk)).toHaveLength(1);
  });

  it('is told on every working day while it is parked, what is new first', async () => {
    const first = await parked(desk, 'Du har vunnet');
    await desk.moveClock(at(20, '12:00'));
    const second = await parked(desk, 'Siste sjanse');
    await desk.moveClock(at(21, '12:00'));
    await act(desk, 'anna', first, 'release');
    await act(desk, 'anna', second, 'release');
    await desk.moveClock(at(22, '08:00'));
    expect(await sentAndTitle(desk)).toEqual([
      [new Date(at(19, '08:00')).toISOString(), 'Parkert e-post: 1, 1 ny'],
      [new Date(at(20, '08:00')).toISOString(), 'Parkert e-post: 1, ingen nye'],
      [new Date(at(21, '08:00')).toISOString(), 'Parkert e-post: 2, 1 ny'],
    ]);
    const text = (await digests(desk)).at(-1)?.text ?? '';
    expect(text.indexOf('Siste sjanse')).toBeLessThan(text.indexOf('Du har vunnet'));
  });

  it('that comes after eight waits for the next morning', async () => {
    await desk.moveClock(at(19, '08:30'));
    await parked(desk, 'Du har vunnet');
    await desk.moveClock(at(20, '07:00'));
    expect(await digests(desk)).toEqual([]);
    await desk.moveClock(at(20, '08:00'));
    expect(await digests(desk)).toHaveLength(1);
  });
});

describe('nothing is said', () => {
  afterEach(() => desk.stop());

  it('when nothing is parked', async () => {
    desk = await deskAt(FRIDAY_TEN);
    await openedBy(desk, () => desk.mail());
    await desk.moveClock('2026-01-23T12:00:00+01:00');
    expect(await digests(desk)).toEqual([]);
  });

  it('on a holiday', async () => {
    desk = await deskAt('2026-12-23T10:00:00+01:00');
    await parked(desk, 'God jul');
    await desk.moveClock('2026-12-27T12:00:00+01:00');
    expect((await digests(desk)).map((digest) => digest.at)).toEqual(['2026-12-24T07:00:00.000Z']);
  });
});

describe('a digest that was missed', () => {
  afterEach(() => desk.stop());

  it('is caught up, once, when the desk was down that morning', async () => {
    const folder = await newFolder();
    desk = await deskAt(FRIDAY_TEN, folder);
    await parked(desk, 'Du har vunnet');
    await desk.stop();
    desk = await deskAt(at(19, '12:00'), folder);
    await desk.settle();
    await desk.moveClock(at(19, '15:00'));
    expect(await digests(desk)).toHaveLength(1);
  });

  it('is caught up by the hourly sweep when the schedule was lost', async () => {
    desk = await deskAt(FRIDAY_TEN);
    await parked(desk, 'Du har vunnet');
    const lost = new DeleteScheduleCommand({ Name: 'daily-digest', GroupName: NAMES.rounds });
    await desk.local.services.clients.scheduler.send(lost);
    await desk.moveClock(at(19, '09:00'));
    await desk.moveClock(at(19, '11:00'));
    expect(await sentAndTitle(desk)).toEqual([[new Date(at(19, '09:00')).toISOString(), 'Parkert e-post: 1, 1 ny']]);
  });
});

describe('what gathers while support is closed in July', () => {
  const july = (day: number, time: string) => `2026-07-${day}T${time}:00+02:00`;
  const openings = async () => (await desk.sent()).filter(({ subject }) => subject.startsWith('Mens det var stengt'));

  afterEach(() => desk.stop());

  it('is told in one letter on the first open morning, what has to be begun first before the rest', async () => {
    desk = await deskAt('2026-07-08T10:00:00+02:00');
    const waiting = await openedBy(desk, () => desk.mail({ subject: 'Venter på kunden' }));
    const promised = await openedBy(desk, () => desk.mail({ subject: 'Vi kommer tilbake' }));
    await act(desk, 'bo', waiting, 'assignment', { agent: 'bo' });
    await act(desk, 'bo', waiting, 'replies', { text: 'Kan du sende et skjermbilde?', seen: 1 });
    await act(desk, 'bo', waiting, 'triage', { kind: 'request' });
    await act(desk, 'bo', waiting, 'waiting', { until: july(17, '12:00'), reason: 'Skjermbilde.', remind: false });
    await act(desk, 'bo', promised, 'triage', { kind: 'request' });
    await act(desk, 'bo', promised, 'coming-back', { text: 'Vi kommer tilbake.', until: july(22, '12:00') });
    await desk.moveClock(july(15, '10:00'));
    const request = await openedBy(desk, () => desk.mail({ subject: 'Et spørsmål' }));
    await act(desk, 'anna', request, 'triage', { kind: 'request' });
    await desk.moveClock(july(16, '10:00'));
    const untouched = await openedBy(desk, () => desk.mail({ subject: 'Et spørsmål til' }));
    await act(desk, 'anna', untouched, 'triage', { kind: 'error', severity: 'minor' });
    const before = (await desk.sent()).length;
    await desk.moveClock(july(27, '07:59'));
    const meanwhile = (await desk.sent()).slice(before).map(({ to, subject }) => `${to}: ${subject}`);
    // The customer was given a date: somebody keeps it.
    expect(meanwhile.filter((letter) => !letter.includes('Ukerapport'))).toEqual([
      `${LEVEL_2}: [${promised.id}] Vi skal snart komme tilbake til kunden: Vi kommer tilbake`,
      `${LEVEL_2}: [${promised.id}] Vi har lovet å komme tilbake: Vi kommer tilbake`,
    ]);

    await desk.moveClock(july(27, '08:00'));
    const [letter, ...others] = await openings();
    expect([letter?.at, letter?.to, letter?.subject, others]).toEqual([
      new Date(july(27, '08:00')).toISOString(),
      LEVEL_2,
      'Mens det var stengt: 2 å begynne på, 2 å følge opp',
      [],
    ]);
    const numbers = [...(letter?.text ?? '').matchAll(/^[0-9A-Z]{4}-[0-9A-Z]{4}/gm)].map(([number]) => number);
    expect(numbers).toEqual([request.id, untouched.id, promised.id, waiting.id]);
    expect(letter?.text).toContain('siden brukerstøtten stengte mandag 13. juli');
    expect(letter?.text).toMatch(/mandag 27\. juli kl\. 15\.00/);
    await desk.moveClock(july(28, '12:00'));
    expect(await openings()).toHaveLength(1);
  });

  it('is nothing, and no letter, where nothing gathered', async () => {
    desk = await deskAt('2026-07-24T10:00:00+02:00');
    await desk.moveClock(july(27, '12:00'));
    expect(await openings()).toEqual([]);
  });

  it('comes with what is parked, in the same letter', async () => {
    desk = await deskAt('2026-07-23T10:00:00+02:00');
    await openedBy(desk, () => desk.mail({ subject: 'Et spørsmål' }));
    await desk.moveClock('2026-07-24T12:00:00+02:00');
    await parked(desk, 'Du har vunnet');
    await desk.moveClock(july(27, '08:00'));
    const [letter] = await openings();
    expect(letter?.subject).toBe('Mens det var stengt: 1 å begynne på, 0 å følge opp');
    expect(letter?.text).toMatch(/Skal påbegynnes.*Parkert e-post: 1, 1 ny.*Du har vunnet/s);
  });
});

describe('whatever breaks on the way', () => {
  beforeAll(async () => {
    desk = await deskAt(FRIDAY_TEN);
    await parked(desk, 'Du har vunnet');
  });
  afterAll(() => desk.stop());

  it.each([
    [19, 'ses', 'SendRawEmail', 'before', 3],
    [20, 'dynamodb', 'PutItem', 'before', 4],
    [21, 'dynamodb', 'PutItem', 'after', 1],
    [22, 'dynamodb', 'UpdateItem', 'before', 4],
    [23, 'dynamodb', 'UpdateItem', 'after', 1],
    [26, 'dynamodb', 'GetItem', 'before', 4],
    [27, 'dynamodb', 'Query', 'before', 4],
  ] as const)(
    'level 2 reads it once (on the %ith, %s %s, %s it takes effect, %i times)',
    async (day, service, operation, when, times) => {
      await desk.moveClock(at(day, '07:59'));
      const before = await digests(desk);
      await desk.fault({ service, operation, when, times });
      for (const hour of ['08:00', '09:00', '10:00', '11:00', '12:00']) await desk.moveClock(at(day, hour));
      expect(await digests(desk)).toHaveLength(before.length + 1);
    },
  );
});
