import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const SEVERE = {
  answers: { about: 'error', service: 'running', data: 'kept', function: 'important', wayRound: 'none' },
};

const severeFrom = async (name: string): Promise<WorkJson> => {
  const ticket = await stage.mailFrom(name);
  await stage.heardOf(ticket);
  return (await stage.does('bo', ticket, 'triage', SEVERE)).body;
};

describe('work on a severe error begins as a rule the same day, at the latest during the next working day (P6)', () => {
  it('by the close of working hours, where the customer was told nothing earlier', async () => {
    const call = { channel: 'phone', caller: { name: 'Per' }, subject: 'Treg liste', text: 'Listen er treg.' };
    const { body } = await stage.desk.api<WorkJson>('bo', '/tickets', call);
    expect((await stage.does('bo', body, 'triage', SEVERE)).body.promise).toMatchObject({
      beginTarget: '2026-01-12T16:00:00+01:00',
      beginLatest: '2026-01-13T16:00:00+01:00',
      managementAt: '2026-01-14T10:00:00+01:00',
    });
    await stage.does('anna', body, 'resolution');
  });

  it('but never later than what the acknowledgement has said', async () => {
    const ticket = await severeFrom('Ida');
    expect(ticket.promise).toMatchObject({
      beginTarget: '2026-01-12T15:00:00+01:00',
      beginLatest: '2026-01-13T15:00:00+01:00',
    });
    await stage.does('anna', ticket, 'resolution');
  });
});

describe('a severe error is for seniors', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await severeFrom('Kari');
  });

  it('so it goes to the senior on duty, the seniors hear of it by mail, and nobody is called', async () => {
    expect(ticket).toMatchObject({ assignee: 'anna', begunAt: null });
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:00 mail anna, dina']);
  });

  it.each(['bo', 'cato'])('and is refused to %s, with who can have it, whoever gives it', async (junior) => {
    for (const agent of ['anna', junior])
      expect(await stage.does(agent, ticket, 'assignment', { agent: junior })).toMatchObject({
        status: 409,
        body: { error: 'senior-needed', able: 'anna, dina', message: expect.stringContaining('anna, dina') },
      });
    expect((await stage.read(ticket)).assignee).toBe('anna');
  });

  it('and the alarm goes on every four working hours, one senior at a time and then all with management', async () => {
    await stage.until('mon 14:00');
    expect(await stage.heardOf(ticket)).toEqual(['mon 14:00 mail dina']);
    await stage.until('tue 10:00');
    const heard = await stage.heardOf(ticket);
    expect(heard).toContain('tue 10:00 mail anna, dina');
    expect(heard).toContain('tue 10:00 mail management');
    expect(heard.filter((line) => line.includes('sms'))).toEqual([]);
  });

  it('until one of them takes it, before which nobody has begun', async () => {
    expect((await stage.read(ticket)).begunAt).toBeNull();
    await stage.until('tue 10:30');
    const { body } = await stage.does('anna', ticket, 'assignment', { agent: 'anna' });
    expect(body).toMatchObject({
      begunAt: '2026-01-13T10:30:00+01:00',
      senior: { hasIt: 'anna' },
      promise: { missed: false },
    });
    expect(body.timeline.findLast(({ type }) => type === 'work-begun')).toMatchObject({
      by: 'anna',
      inTime: true,
      withinTarget: false,
    });
    await stage.does('anna', ticket, 'resolution', { text: 'Rettet.' });
  });
});

describe('a severe error on which nobody begins', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await severeFrom('Lise');
  });

  it('is warned of before its latest instant, and told as missed at it', async () => {
    await stage.until('wed 15:00');
    expect(chainOf(await stage.read(ticket), 'promise-warned', 'promise-missed')).toEqual([
      expect.stringMatching(/^wed \d\d:\d\d promise-warned$/),
      'wed 15:00 promise-missed',
    ]);
    const heard = await stage.heardOf(ticket);
    expect(heard.filter((line) => line.endsWith('mail anna'))).toHaveLength(1);
    expect(heard.at(-1)).toBe('wed 15:00 mail anna, dina');
  });
});
