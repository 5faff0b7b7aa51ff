import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { NAMES } from '../../infra/local/seeds';
import { agentId } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, LEVEL_2, openedBy } from '../support/journey';

const ANNA = 'anna@desk.test';

/** The July closure of 2026 is 13–24 July: support is closed, and the working calendar is not. */
const july = (day: number, time: string) => `2026-07-${day}T${time}:00+02:00`;
const december = (day: number, time: string) => `2026-12-${day}T${time}:00+01:00`;

let desk: RunningDesk;

const inquiry = (subject: string) => openedBy(desk, () => desk.mail({ subject }));

const reminders = async () => (await desk.sent()).filter(({ subject }) => subject.startsWith('Ikke vurdert ennå'));
const toldOf = async () => (await reminders()).map(({ at, to, subject }) => [at, to, subject]);

const instant = (iso: string) => new Date(iso).toISOString();

/** The numbers of the tickets that a letter lists, in its order. */
const numbersIn = (text = '') => [...text.matchAll(/^[0-9A-Z]{4}-[0-9A-Z]{4}/gm)].map(([number]) => number);

describe('inquiries that come while support is closed in July', () => {
  beforeEach(async () => {
    desk = await deskAt(july(15, '10:00'));
  });
  afterEach(() => desk.stop());

  it('are told to the person on duty an hour before the working day closes, and not before', async () => {
    const { id } = await inquiry('Spørsmål');
    await desk.moveClock(july(15, '14:59'));
    expect(await reminders()).toEqual([]);
    await desk.moveClock(july(15, '15:00'));
    expect(await toldOf()).toEqual([[instant(july(15, '15:00')), ANNA, 'Ikke vurdert ennå: 1 henvendelse']]);
    const [letter] = await reminders();
    expect(numbersIn(letter?.text)).toEqual([id]);
    expect(letter?.text).toContain('senest kl. 16.00 i dag');
    expect(letter?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' });
  });

  it('are told once a day, though the schedule fires again and the sweep goes round', async () => {
    await inquiry('Spørsmål');
    await desk.moveClock(july(15, '15:00'));
    await desk.moveClock(july(15, '23:00'));
    expect(await reminders()).toHaveLength(1);
  });

  it('are told of no more once somebody has triaged them', async () => {
    const ticket = await inquiry('Spørsmål');
    await act(desk, 'anna', ticket, 'triage', { kind: 'request' });
    await desk.moveClock(july(17, '23:00'));
    expect(await reminders()).toEqual([]);
  });

  it('are told anew on the next working day where they are left, before those of the day', async () => {
    const left = await inquiry('Fra i går');
    await desk.moveClock(july(16, '09:00'));
    const today = await inquiry('Fra i dag');
    await desk.moveClock(july(16, '15:00'));
    const [, letter] = await reminders();
    expect(letter?.subject).toBe('Ikke vurdert ennå: 2 henvendelser');
    expect(numbersIn(letter?.text)).toEqual([left.id, today.id]);
    expect(letter?.text).toMatch(/Igjen fra tidligere dager.*Skal vurderes i dag/s);
  });

  it('are those of the next working day where they come after the close', async () => {
    await desk.moveClock(july(17, '16:30'));
    const friday = await inquiry('Fredag ettermiddag');
    await desk.moveClock(july(20, '14:59'));
    expect(await reminders()).toEqual([]);
    await desk.moveClock(july(20, '15:00'));
    expect((await reminders()).map(({ text }) => numbersIn(text))).toEqual([[friday.id]]);
  });

  it('are told by the hourly sweep when the schedule was lost', async () => {
    await inquiry('Spørsmål');
    const lost = new DeleteScheduleCommand({ Name: 'triage-reminder-1500', GroupName: NAMES.rounds });
    await desk.local.services.clients.scheduler.send(lost);
    await desk.moveClock(july(15, '16:00'));
    await desk.moveClock(july(15, '20:00'));
    expect(await reminders()).toHaveLength(1);
  });

  it.each([
    ['ses', 'SendRawEmail', 'before', 3],
    ['dynamodb', 'PutItem', 'after', 1],
    ['dynamodb', 'UpdateItem', 'after', 1],
    ['dynamodb', 'Query', 'before', 4],
  ] as const)('are told once whatever breaks (%s %s, %s it takes effect)', async (service, operation, when, times) => {
    await inquiry('Spørsmål');
    await desk.moveClock(july(15, '14:59'));
    await desk.fault({ service, operation, when, times });
    for (const hour of ['15:00', '16:00', '17:00', '18:00', '19:00']) await desk.moveClock(july(15, hour));
    expect(await reminders()).toHaveLength(1);
  });
});

describe('whoever is on duty', () => {
  afterEach(() => desk.stop());

  it('is whoever has the shift; where nobody of level 2 is there, all of them are told', async () => {
    desk = await deskAt(july(15, '10:00'));
    await inquiry('Spørsmål');
    const { people } = desk.local.desk;
    const { staff } = await desk.local.desk.circumstances();
    await people.keepRoster(() => ({
      shifts: [{ from: '2026-07-01', to: '2026-07-31', duty: agentId('bo'), senior: agentId('anna'), onCall: [] }],
    }));
    await desk.moveClock(july(15, '15:00'));
    for (const agent of staff.filter(({ works }) => works === 2))
      await people.keepAgent(agent.id, () => ({ ...agent, absences: [{ from: '2026-07-16', to: '2026-07-31' }] }));
    await desk.moveClock(july(16, '15:00'));
    expect((await reminders()).map(({ to }) => to)).toEqual(['bo@desk.test', LEVEL_2]);
  });

  it('triages in romjul too, and on no holiday', async () => {
    desk = await deskAt(december(24, '16:30'));
    await inquiry('God jul');
    await desk.moveClock(december(28, '14:59'));
    expect(await reminders()).toEqual([]);
    await desk.moveClock(december(29, '16:00'));
    expect((await reminders()).map(({ at }) => at)).toEqual([
      instant(december(28, '15:00')),
      instant(december(29, '15:00')),
    ]);
  });
});
