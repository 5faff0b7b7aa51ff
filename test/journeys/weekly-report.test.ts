import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { sendDueReports } from '../../shared/desk/send-weekly-report';
import { visitorWrites } from '../support/chat';
import { newFolder } from '../support/folder';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, MANAGEMENT, openedBy } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

const FRIDAY = '2026-01-16T10:00:00+01:00';
const CALL = { channel: 'phone', caller: { name: 'Per' }, subject: 'Emne', text: 'Hei' };

const reports = async (desk: RunningDesk) =>
  (await desk.lettersTo(MANAGEMENT)).filter(({ subject }) => subject.startsWith('Ukerapport'));

const sentAndTitle = async (desk: RunningDesk) =>
  (await reports(desk)).map(({ at, subject }) => [at, subject.replace(/:.*/, '')]);

describe('a week of work, as management reads of it on Monday', () => {
  let desk: RunningDesk;
  let missed: TicketJson;
  let lifted: TicketJson;
  let letter: string;
  beforeAll(async () => {
    desk = await deskAt('2026-01-12T10:00:00+01:00');
    missed = await openedBy(desk, () => desk.mail());
    const answered = await openedBy(desk, () => desk.mail({ subject: 'Spørsmål' }));
    await act(desk, 'bo', answered, 'replies', { text: 'Hei!', seen: 1 });
    await act(desk, 'bo', answered, 'resolution');
    lifted = await openedBy(desk, () => visitorWrites(desk));
    await act(desk, 'anna', lifted, 'triage', { kind: 'error', severity: 'severe' });
    await act(desk, 'anna', lifted, 'handover', { to: 3, reason: 'Feil i koden.' });
    await act(desk, 'dina', lifted, 'assignment', { agent: 'dina' });
    const { body: security } = await desk.api('bo', '/tickets', CALL);
    await act(desk, 'bo', security, 'triage', { kind: 'security' });
    await act(desk, 'anna', security, 'assignment', { agent: 'anna' });
    await act(desk, 'anna', security, 'resolution');
    await desk.moveClock('2026-01-14T12:00:00+01:00');
    await act(desk, 'bo', missed, 'assignment', { agent: 'bo' });
    await desk.moveClock('2026-01-19T06:59:59+01:00');
  });
  afterAll(() => desk.stop());

  it('comes on Monday at 07:00 in Oslo, and not before', async () => {
    expect(await reports(desk)).toEqual([]);
    await desk.moveClock('2026-01-19T07:00:00+01:00');
    expect(await reports(desk)).toMatchObject([
      {
        at: '2026-01-19T06:00:00.000Z',
        to: MANAGEMENT,
        subject: 'Ukerapport 2026-W03: Vi brøt løftet om responstid én gang',
        headers: { 'auto-submitted': 'auto-generated' },
      },
    ]);
    letter = (await reports(desk))[0]?.text ?? '';
    expect(letter).toContain('Ukerapport 2026-W03, 12.–18. januar 2026\n');
  });

  it.each([
    ['received, at level 2 and 3', 'Mottatt', '4', '1'],
    ['begun in time', 'Påbegynt i tide', '2 av 3', '1 av 1'],
    ['missed', 'Brutt frist', '1', '0'],
    ['resolved', 'Løst', '2', '0'],
    ['still open', 'Fortsatt åpne', '1', '1'],
    ['handed over', 'Overført til det andre nivået', '1', '0'],
    ['received by mail', 'på e-post', '2', '0'],
    ['received by chat', 'på chat', '1', '1'],
    ['received by phone', 'på telefon', '1', '0'],
    ['received of severe errors', 'alvorlig feil', '1', '1'],
    ['received of security incidents', 'sikkerhetshendelse', '1', '0'],
    ['received and not triaged', 'ikke vurdert ennå', '2', '0'],
  ])('says how many were %s', (_, label, level2, level3) => {
    expect(letter.split('\n').map((line) => line.split(/ {2,}/))).toContainEqual([label, level2, level3]);
  });

  it('lists each miss, with its deadline and when it was begun', () => {
    const [, list = ''] = letter.split('Brutte frister\n');
    expect(
      list
        .split('\n\n')[1]
        ?.split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['Sak', 'Nivå', 'Type', 'Senest', 'Påbegynt'],
      [missed.id, '2', 'ikke vurdert ennå', 'tirsdag 13. januar kl. 15.00', 'onsdag 14. januar kl. 12.00'],
    ]);
  });

  it('says what is known of operations and security, and what nobody measures, never that there was none', () => {
    const [, operations = '', security = ''] = letter.split(/^(?:Drift|Sikkerhet)\n-+\n/m);
    expect(operations).toContain('Oppetid: Måles ikke. ');
    expect(operations).toContain('Vedlikehold: Registreres ikke ennå');
    expect(operations).toContain('Meldinger som kanskje ikke kom fram: 0\n');
    expect(security).toContain('Sikkerhetsbrudd: Registreres ikke ennå');
    expect(security).toContain('Saker vurdert som sikkerhetshendelse: 1 på nivå 2, 0 på nivå 3\n');
    expect(`${operations}${security}`).not.toMatch(/\b(?:ingen (?:brudd|hendelser|avbrudd)|nedetid: 0)/i);
  });

  it('has the same figures in the API, with the tickets behind them', async () => {
    const { status, body } = await desk.api<object>('erik', '/reports/2026-W03');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      week: '2026-W03',
      levels: {
        2: { received: 4, begun: 3, begunInTime: 2, missed: 1, resolved: 2, stillOpen: 1 },
        3: { received: 1, begun: 1, begunInTime: 1, missed: 0, resolved: 0, stillOpen: 1 },
      },
      misses: [{ ticket: missed.id, latest: '2026-01-13T15:00:00+01:00', begunAt: '2026-01-14T12:00:00+01:00' }],
      liftedToManagement: 1,
      lettersUncertain: 0,
    });
    expect(body).toMatchObject({
      open: expect.arrayContaining([
        expect.objectContaining({ ticket: missed.id, level: 2, missed: true }),
        expect.objectContaining({ ticket: lifted.id, level: 3, kind: 'severe', missed: false }),
      ]),
    });
  });

  it('is 404 for a week that has not been reported, and 400 for what is no week', async () => {
    expect(await desk.api('erik', '/reports/2026-W04')).toMatchObject({
      status: 404,
      body: { error: 'no-such-report' },
    });
    expect(await desk.api('erik', '/reports/2026-W54')).toMatchObject({ status: 400, body: { error: 'bad-request' } });
  });

  it('is sent once, though the schedule fires again, and twice at once', async () => {
    const fire = sendDueReports(desk.local.desk);
    await Promise.all([fire(), fire()]);
    await desk.moveClock('2026-01-19T20:00:00+01:00');
    expect(await reports(desk)).toHaveLength(1);
  });

  it('carries what is still open over to the next week', async () => {
    await desk.moveClock('2026-01-26T07:00:00+01:00');
    expect((await reports(desk)).at(-1)?.subject).toBe('Ukerapport 2026-W04: Vi holdt løftet om responstid');
    const { body } = await desk.api<object>('erik', '/reports/2026-W04');
    expect(body).toMatchObject({ levels: { 2: { received: 0, stillOpen: 1 }, 3: { received: 0, stillOpen: 1 } } });
  });
});

describe('Monday 07:00 is by the clocks of Oslo', () => {
  it.each([
    ['after they were put forward', '2026-03-27T10:00:00+01:00', '2026-03-30T07:00:00+02:00', '2026-W13'],
    ['after they were put back', '2026-10-23T10:00:00+02:00', '2026-10-26T07:00:00+01:00', '2026-W43'],
  ])('%s too', async (_, friday, monday, week) => {
    const desk = await deskAt(friday);
    await desk.mail();
    await desk.moveClock(new Date(Date.parse(monday) - 1000).toISOString());
    expect(await reports(desk)).toEqual([]);
    await desk.moveClock(monday);
    expect(await sentAndTitle(desk)).toEqual([[new Date(monday).toISOString(), `Ukerapport ${week}`]]);
    await desk.stop();
  });
});

describe('a Monday that was missed', () => {
  it('is caught up, once, when the desk was down', async () => {
    const folder = await newFolder();
    const before = await deskAt(FRIDAY, folder);
    await openedBy(before, () => before.mail());
    await before.stop();
    const sent: string[][][] = [];
    for (const clock of ['2026-01-20T12:00:00+01:00', '2026-01-21T12:00:00+01:00']) {
      const after = await deskAt(clock, folder);
      await after.settle();
      await after.moveClock(clock.replace('12:00', '13:00'));
      sent.push(await sentAndTitle(after));
      await after.stop();
    }
    expect(sent).toEqual(Array(2).fill([['2026-01-20T11:00:00.000Z', 'Ukerapport 2026-W03']]));
  });

  it('is caught up for each week that the desk was down', async () => {
    const folder = await newFolder();
    const before = await deskAt(FRIDAY, folder);
    await openedBy(before, () => before.mail());
    await before.moveClock('2026-01-19T08:00:00+01:00');
    await before.stop();
    const after = await deskAt('2026-02-11T12:00:00+01:00', folder);
    await after.settle();
    expect((await sentAndTitle(after)).map(([, title]) => title)).toEqual(
      ['W03', 'W04', 'W05', 'W06'].map((week) => `Ukerapport 2026-${week}`),
    );
    await after.stop();
  });

  it('is caught up by the hourly sweep when the schedule was lost', async () => {
    const desk = await deskAt(FRIDAY);
    await openedBy(desk, () => desk.mail());
    const lost = new DeleteScheduleCommand({ Name: 'weekly-report', GroupName: 'rounds' });
    await desk.local.services.clients.scheduler.send(lost);
    await desk.moveClock('2026-01-19T08:00:00+01:00');
    expect(await sentAndTitle(desk)).toEqual([['2026-01-19T07:00:00.000Z', 'Ukerapport 2026-W03']]);
    await desk.stop();
  });
});

describe('the next year without its July weeks', () => {
  it('is warned of from October on, before all figures', async () => {
    const desk = await deskAt('2032-09-30T10:00:00+02:00');
    await desk.mail();
    await desk.moveClock('2032-10-11T07:00:00+02:00');
    const [september, october] = await reports(desk);
    expect(october?.text).toContain('Ukene for sommerferien 2033 er ikke satt');
    expect(september?.at).toBe('2032-10-04T05:00:00.000Z');
    await desk.stop();
  });
});
