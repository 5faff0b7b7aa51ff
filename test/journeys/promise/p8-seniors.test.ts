import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const CRITICAL = { kind: 'error', severity: 'critical' };
const SHIFT = { to: '2026-12-31', duty: 'bo', onCall: ['dina', 'anna'] };

const criticalFrom = async (name: string): Promise<WorkJson> => {
  const ticket = await stage.mailFrom(name);
  await stage.heardOf(ticket);
  return (await stage.does('bo', ticket, 'triage', CRITICAL)).body;
};
const solved = (ticket: WorkJson) => stage.does('anna', ticket, 'resolution');
const absent = (agent: string, ...absences: object[]) => stage.desk.api('erik', `/staff/${agent}`, { absences });

describe('what is not solved within reasonable time is lifted to management (P8)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await criticalFrom('Kari');
    await stage.does('dina', ticket, 'assignment', { agent: 'dina' });
    await stage.heardOf(ticket);
  });

  it('by itself, four working hours after a critical error was received, although somebody is at work on it', async () => {
    await stage.until('mon 13:59');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.until('mon 14:00');
    expect(await stage.heardOf(ticket)).toEqual(['mon 14:00 mail management']);
    expect((await stage.read(ticket)).escalation).toEqual({
      toldAt: '2026-01-12T14:00:00+01:00',
      acknowledgedBy: null,
    });
  });

  it('again as each working day begins', async () => {
    await stage.until('wed 09:00');
    const heard = await stage.heardOf(ticket);
    expect(heard.filter((line) => line.endsWith('management'))).toEqual([
      'tue 08:00 mail management',
      'wed 08:00 mail management',
    ]);
  });

  it('until management says that it has seen it, and nobody says so in their place', async () => {
    expect(await stage.does('dina', ticket, 'acknowledgement')).toMatchObject({
      status: 403,
      body: { error: 'not-allowed' },
    });
    const { body } = await stage.does('erik', ticket, 'acknowledgement');
    expect(body.escalation).toMatchObject({ acknowledgedBy: 'erik' });
    expect(body.timeline.at(-1)).toMatchObject({
      type: 'escalation-acknowledged',
      by: 'erik',
      at: '2026-01-14T09:00:00+01:00',
    });
    await stage.until('thu 09:00');
    expect((await stage.heardOf(ticket)).filter((line) => line.endsWith('management'))).toEqual([]);
  });

  it('which cannot be said of what was never lifted', async () => {
    await stage.does('dina', ticket, 'resolution', { text: 'Rettet.' });
    expect(await stage.does('erik', await stage.mailFrom('Per'), 'acknowledgement')).toMatchObject({
      status: 409,
      body: { error: 'not-escalated' },
    });
  });
});

describe('a critical error goes to the senior on duty', () => {
  it('who is whom the roster says, from the moment it is changed', async () => {
    const before = await criticalFrom('Ada');
    expect(before.assignee).toBe('anna');
    await solved(before);
    const shifts = [{ ...SHIFT, from: '2026-01-15', senior: 'dina' }];
    expect((await stage.desk.api('erik', '/roster', { from: '2026-01-15', shifts })).status).toBe(200);
    const ticket = await criticalFrom('Bea');
    expect(ticket.assignee).toBe('dina');
    expect(await stage.heardOf(ticket)).toEqual(['thu 09:00 mail anna, dina', 'thu 09:00 sms dina']);
    await solved(ticket);
  });

  it('or is the next senior where that one is away', async () => {
    await absent('dina', { from: '2026-01-15', to: '2026-01-15' });
    const ticket = await criticalFrom('Cia');
    expect(ticket.assignee).toBe('anna');
    const heard = await stage.heardOf(ticket);
    expect(heard.filter((line) => line.includes('sms'))).toEqual(['thu 09:00 sms anna']);
    await solved(ticket);
  });

  it('or, where no senior is there at all, is management’s at once, and again at the instant of P8', async () => {
    await absent('anna', { from: '2026-01-15', to: '2026-01-15' });
    const ticket = await criticalFrom('Dag');
    expect(ticket).toMatchObject({ assignee: null, senior: { hasIt: null } });
    expect(await stage.heardOf(ticket)).toEqual(['thu 09:00 mail management']);
    const told = ticket.timeline.findLast(({ type }) => type === 'management-told');
    expect(told).toMatchObject({ why: 'no-senior', at: '2026-01-15T09:00:00+01:00' });
    await stage.until('thu 13:00');
    expect(chainOf(await stage.read(ticket), 'management-told')).toEqual([
      'thu 09:00 management-told',
      'thu 13:00 management-told',
    ]);
  });
});
