import { type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const lift = (agent: string, ticket: WorkJson, reason: string) => stage.does(agent, ticket, 'escalation', { reason });
const toManagement = async (ticket: WorkJson) =>
  (await stage.heardOf(ticket)).filter((line) => line.endsWith('mail management'));

describe('a case is lifted to management as needed (P19)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Kari');
    await stage.does('bo', ticket, 'triage', { kind: 'request' });
    await stage.heardOf(ticket);
  });

  it('by anybody at work, but not without saying why', async () => {
    expect(await lift('bo', ticket, ' ')).toMatchObject({ status: 400, body: { message: expect.any(String) } });
    expect((await stage.read(ticket)).escalation).toBeNull();
    expect(await stage.heardOf(ticket)).toEqual([]);
  });

  it('at any time, whatever its kind: management is told at once by whom and why', async () => {
    const { body } = await lift('bo', ticket, 'Kunden truer med å gå.');
    expect(body.escalation).toEqual({ toldAt: '2026-01-12T10:00:00+01:00', acknowledgedBy: null });
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:00 mail management']);
    const [letter] = await stage.desk.lettersTo('management@desk.test');
    expect(letter?.text).toContain('Kunden truer med å gå.');
    expect(letter?.text).toContain('Bo');
  });

  it('and told again as each working day begins, weekends left out, until they have acknowledged it', async () => {
    await stage.does('bo', ticket, 'replies', { text: 'Vi er i gang.', seen: 1 });
    await stage.until('wed 09:00');
    expect(await toManagement(ticket)).toEqual(['tue 08:00 mail management', 'wed 08:00 mail management']);
    const { body } = await stage.does('erik', ticket, 'acknowledgement');
    expect(body.escalation?.acknowledgedBy).toBe('erik');
    await stage.until('thu 09:00');
    expect(await toManagement(ticket)).toEqual([]);
  });

  it('and the ticket stays with who has it: management works on none', async () => {
    expect(await stage.does('bo', ticket, 'assignment', { agent: 'erik' })).toMatchObject({
      status: 403,
      body: { error: 'not-allowed' },
    });
  });

  it('and may be lifted anew, which is told anew', async () => {
    await lift('cato', ticket, 'Nå haster det.');
    expect(await toManagement(ticket)).toEqual(['thu 09:00 mail management']);
    expect((await stage.read(ticket)).escalation?.acknowledgedBy).toBeNull();
    await stage.until('next mon 09:00');
    expect(await toManagement(ticket)).toEqual(['fri 08:00 mail management', 'mon 08:00 mail management']);
  });

  it('and is told no more once it is solved, when it cannot be lifted either', async () => {
    await stage.does('bo', ticket, 'resolution', { text: 'Løst.' });
    await stage.until('next tue 09:00');
    expect(await toManagement(ticket)).toEqual([]);
    expect(await lift('bo', ticket, 'For sent.')).toMatchObject({ status: 409, body: { error: 'already-resolved' } });
  });

  it('and each of it is in the history: who, when and why', async () => {
    const { timeline } = await stage.read(ticket);
    expect(timeline.filter(({ type }) => /lifted|acknowledged/.test(type))).toMatchObject([
      { at: '2026-01-12T10:00:00+01:00', by: 'bo', reason: 'Kunden truer med å gå.' },
      { at: '2026-01-14T09:00:00+01:00', by: 'erik' },
      { at: '2026-01-15T09:00:00+01:00', by: 'cato', reason: 'Nå haster det.' },
    ]);
  });
});
