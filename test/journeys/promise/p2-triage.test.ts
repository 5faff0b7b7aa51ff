import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const BY_HAND = { about: 'error', service: 'running', data: 'kept', function: 'important', wayRound: 'costly' };
const DOWN = { subject: 'Hele systemet er nede', text: 'Hei! Systemet er nede, og ingen kommer inn.' };

const triage = (agent: string, ticket: WorkJson, answers: object) => stage.does(agent, ticket, 'triage', { answers });

describe('an error is of the category that the definitions say (P2)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Kari');
  });

  it('which the questions ask for, in both languages', async () => {
    const { body } = await stage.desk.api<{ questions: object[] }>('bo', '/triage');
    expect(body.questions).toContainEqual(
      expect.objectContaining({ id: 'service', nb: expect.any(String), en: expect.any(String) }),
    );
  });

  it('and which is not decided by half of the answers: the next question is named', async () => {
    expect(await triage('bo', ticket, { about: 'error', service: 'running' })).toMatchObject({
      status: 422,
      body: { error: 'answers-missing', ask: { id: 'data' } },
    });
    expect((await stage.read(ticket)).kind).toBeNull();
  });

  it('and the ticket keeps the answers, who gave them, and the clause that decided', async () => {
    expect((await triage('bo', ticket, BY_HAND)).body).toMatchObject({
      kind: 'error',
      severity: 'severe',
      begunAt: null,
      triage: {
        answers: BY_HAND,
        clause: { id: 'important-no-easy-way-round', nb: expect.any(String), en: expect.any(String) },
        by: 'bo',
        at: '2026-01-12T10:00:00+01:00',
      },
    });
  });

  it('and other answers decide anew: the category is lowered, and the earlier judgement stays in the history', async () => {
    await stage.until('mon 10:30');
    expect((await triage('anna', ticket, { ...BY_HAND, wayRound: 'easily' })).body).toMatchObject({
      severity: 'minor',
      triage: { clause: { id: 'important-easy-way-round' }, by: 'anna' },
      promise: { managementAt: null },
    });
    expect(chainOf(await stage.read(ticket), 'ticket-triaged')).toEqual([
      'mon 10:00 ticket-triaged',
      'mon 10:30 ticket-triaged',
    ]);
  });

  it.each([
    ['a service that stands still', { about: 'error', service: 'stopped' }, 'critical', 'service-stops'],
    ['data that is lost', { about: 'error', service: 'running', data: 'lost' }, 'critical', 'data-lost'],
    [
      'documentation that keeps something important from being used',
      { about: 'documentation', documentation: 'important' },
      'severe',
      'documentation-important',
    ],
    [
      'documentation that is imprecise',
      { about: 'documentation', documentation: 'imprecise' },
      'minor',
      'documentation-imprecise',
    ],
  ])('so is %s', async (_, answers, severity, clause) => {
    const { body } = await triage('bo', await stage.mailFrom('Per'), answers);
    expect(body).toMatchObject({ kind: 'error', severity, triage: { clause: { id: clause } } });
    await stage.does('anna', body, 'resolution');
  });

  it.each(['request', 'assignment', 'security'])('or it is no error: %s', async (about) => {
    const { body } = await triage('bo', await stage.mailFrom('Per'), { about });
    expect(body).toMatchObject({ kind: about, severity: null, triage: { clause: { id: about } } });
    await stage.does('anna', body, 'resolution');
  });
});

describe('words that suggest a critical error', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Lise', DOWN);
  });

  it('alert level 2 and the seniors at once, and call nobody by SMS: they decide nothing', async () => {
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:30 mail lise', 'mon 10:30 mail anna, bo, dina']);
    expect(ticket).toMatchObject({ kind: null, assignee: null, suspicion: { of: 'critical' } });
    expect(ticket.suspicion?.words).not.toEqual([]);
  });

  it('are not waved aside without a reason', async () => {
    expect(await stage.does('bo', ticket, 'dismissal', { reason: ' ' })).toMatchObject({ status: 400 });
    expect((await stage.read(ticket)).suspicion).not.toBeNull();
  });

  it('are dismissed with one, once, by name', async () => {
    const dismissal = { reason: 'Gjelder skolens eget system.' };
    const { body } = await stage.does('bo', ticket, 'dismissal', dismissal);
    expect(body.suspicion).toBeNull();
    expect(body.timeline.at(-1)).toMatchObject({ type: 'suspicion-dismissed', by: 'bo', ...dismissal });
    expect(await stage.does('anna', ticket, 'dismissal', dismissal)).toMatchObject({
      status: 409,
      body: { error: 'not-suspected' },
    });
    expect(await stage.heardOf(ticket)).toEqual([]);
  });
});

describe('an inquiry that nobody triages', () => {
  it('is what the person on duty is reminded of, an hour before the working day ends', async () => {
    const { id } = await stage.mailFrom('Ida');
    await stage.until('mon 14:59');
    const before = (await stage.desk.sent()).length;
    await stage.until('mon 15:00');
    const reminders = (await stage.desk.sent()).slice(before).filter(({ to }) => to === 'anna@desk.test');
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toContain(id);
  });
});

describe('words that suggest a critical error at night', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    await stage.until('mon 23:00');
    ticket = await stage.mailFrom('Nora', DOWN);
  });

  it('wake nobody', async () => {
    await stage.until('tue 07:59');
    expect((await stage.heardOf(ticket)).filter((line) => line.includes('sms'))).toEqual([]);
    expect((await stage.read(ticket)).senior.calls).toBe(0);
  });

  it('are decided by whoever triages: from then on a senior is called', async () => {
    const { body } = await triage('bo', ticket, { about: 'error', service: 'stopped' });
    expect(body).toMatchObject({ severity: 'critical', assignee: 'anna', suspicion: null });
    expect(await stage.heardOf(ticket)).toContain('tue 07:59 sms anna');
  });
});
