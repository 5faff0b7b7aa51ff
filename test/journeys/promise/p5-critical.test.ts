import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const STOPPED = { answers: { about: 'error', service: 'stopped' } };

const criticalFrom = async (name: string): Promise<WorkJson> => {
  const ticket = await stage.mailFrom(name);
  await stage.heardOf(ticket);
  return (await stage.does('bo', ticket, 'triage', STOPPED)).body;
};

describe('work on a critical error begins at once within working hours (P5)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await criticalFrom('Kari');
  });

  it('so it is the on-duty senior’s at once, who is called by mail and SMS while the other seniors hear of it', async () => {
    expect(ticket).toMatchObject({
      assignee: 'anna',
      begunAt: null,
      promise: { beginTarget: '2026-01-12T10:15:00+01:00', beginLatest: '2026-01-12T10:15:00+01:00' },
    });
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:00 mail anna, dina', 'mon 10:00 sms anna']);
  });

  it('and an answer by whoever is no senior begins it, while the alarm goes on', async () => {
    await stage.until('mon 10:05');
    const { body } = await stage.does('bo', ticket, 'replies', { text: 'Vi er i gang.', seen: 1 });
    expect(body).toMatchObject({ begunAt: '2026-01-12T10:05:00+01:00', senior: { hasIt: null } });
    await stage.until('mon 10:15');
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:05 mail kari', 'mon 10:15 mail dina', 'mon 10:15 sms dina']);
  });

  it('until a senior takes it', async () => {
    expect((await stage.does('dina', ticket, 'assignment', { agent: 'dina' })).body).toMatchObject({
      assignee: 'dina',
      senior: { hasIt: 'dina' },
      promise: { missed: false },
    });
    await stage.until('mon 13:00');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.does('dina', ticket, 'resolution', { text: 'Rettet.' });
  });

  it('and is missed where nobody begins it within a quarter of an hour, which stands for ever', async () => {
    const missed = await criticalFrom('Per');
    await stage.until('mon 13:14');
    expect((await stage.read(missed)).promise.missed).toBe(false);
    await stage.until('mon 13:15');
    expect(chainOf(await stage.read(missed), 'promise-missed')).toEqual(['mon 13:15 promise-missed']);
    await stage.does('anna', missed, 'assignment', { agent: 'anna' });
    expect((await stage.does('anna', missed, 'resolution')).body.promise.missed).toBe(true);
  });
});

describe('a critical error at 22:00 may be fixed outside working hours too (P5)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    await stage.until('mon 22:00');
    ticket = await criticalFrom('Lise');
  });

  it('so the first on call is called by SMS, as soon as a person says that it is critical', async () => {
    expect(await stage.heardOf(ticket)).toEqual(['mon 22:00 mail anna, dina', 'mon 22:00 sms anna']);
  });

  it('then the next one after a quarter of an hour, then both and management', async () => {
    await stage.until('mon 22:14');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.until('mon 22:15');
    expect(await stage.heardOf(ticket)).toEqual(['mon 22:15 mail dina', 'mon 22:15 sms dina']);
    await stage.until('mon 22:30');
    expect((await stage.heardOf(ticket)).toSorted()).toEqual([
      'mon 22:30 mail anna, dina',
      'mon 22:30 mail management',
      'mon 22:30 sms anna',
      'mon 22:30 sms dina',
    ]);
  });

  it('and both again every quarter of an hour, but management no more', async () => {
    await stage.until('mon 22:45');
    expect((await stage.heardOf(ticket)).toSorted()).toEqual([
      'mon 22:45 mail anna, dina',
      'mon 22:45 sms anna',
      'mon 22:45 sms dina',
    ]);
  });

  it('by an SMS that says number, customer and kind, and never what the customer wrote', async () => {
    const said = (await stage.desk.sent()).filter(({ from, text }) => from === 'sms' && text.includes(ticket.id));
    for (const { text } of said) {
      expect(text).toContain('Lise');
      expect(text).not.toContain('skjema');
    }
    expect(said).toHaveLength(6);
  });

  it('until one of them takes it, in time: the clock to begin keeps to working hours', async () => {
    await stage.until('mon 22:50');
    expect((await stage.does('dina', ticket, 'assignment', { agent: 'dina' })).body).toMatchObject({
      begunAt: '2026-01-12T22:50:00+01:00',
      senior: { hasIt: 'dina' },
      promise: { beginLatest: '2026-01-13T08:15:00+01:00', missed: false },
    });
    await stage.until('tue 08:00');
    expect((await stage.heardOf(ticket)).filter((line) => line.includes('sms'))).toEqual([]);
  });

  it('and the history tells the whole chain', async () => {
    const { timeline } = await stage.read(ticket);
    const calls = timeline.filter(({ type }) => type === 'senior-called');
    expect(calls).toMatchObject([
      { at: '2026-01-12T22:00:00+01:00', agents: ['anna'], attempt: 0 },
      { at: '2026-01-12T22:15:00+01:00', agents: ['dina'], attempt: 1 },
      { at: '2026-01-12T22:30:00+01:00', agents: ['anna', 'dina'], attempt: 2 },
      { at: '2026-01-12T22:45:00+01:00', agents: ['anna', 'dina'], attempt: 3 },
    ]);
    expect(chainOf({ ...ticket, timeline }).slice(2)).toEqual([
      'mon 22:00 ticket-triaged',
      'mon 22:00 ticket-assigned',
      'mon 22:00 senior-called',
      'mon 22:15 senior-called',
      'mon 22:30 senior-called',
      'mon 22:30 management-told',
      'mon 22:45 senior-called',
      'mon 22:50 ticket-assigned',
      'mon 22:50 work-begun',
      'mon 22:50 senior-took-over',
      'tue 08:00 management-told',
    ]);
  });
});
