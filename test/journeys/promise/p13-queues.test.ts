import { isoOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const rows = async (queue: string): Promise<readonly WorkJson[]> =>
  (await stage.desk.api<{ tickets: WorkJson[] }>('bo', `/tickets?queue=${queue}`)).body.tickets;
const names = async (queue: string) => (await rows(queue)).map(({ customer }) => customer.name);
const error = (severity: string) => ({ kind: 'error', severity });

describe('what must be begun first is first (P13)', () => {
  let critical: WorkJson;
  beforeAll(async () => {
    await stage.mailFrom('First');
    await stage.until('mon 11:00');
    const begun = await stage.mailFrom('Begun');
    await stage.does('bo', begun, 'replies', { text: 'Prøv igjen.', seen: 1 });
    await stage.until('tue 09:00');
    await stage.mailFrom('Later');
    const waiting = await stage.mailFrom('Waiting');
    await stage.does('bo', waiting, 'replies', { text: 'Kan du sende et skjermbilde?', seen: 1 });
    await stage.does('bo', waiting, 'waiting', { until: isoOf('thu 12:00'), reason: 'Skjermbilde.' });
    critical = await stage.mailFrom('Critical');
    await stage.does('bo', critical, 'triage', error('critical'));
  });

  it('a critical error before what came earlier, and what has begun after what has not', async () => {
    expect(await names('open')).toEqual(['Critical', 'First', 'Later', 'Begun']);
    const instants = (await rows('open')).map(({ nextAt }) => nextAt);
    expect(instants).toEqual(instants.toSorted());
  });

  it('and what waits for a customer is in a list of its own, by when we look again', async () => {
    expect(await names('waiting')).toEqual(['Waiting']);
    expect((await rows('waiting'))[0]?.nextAt).toBe('2026-01-15T12:00:00+01:00');
  });

  it('and what has been missed stays on top until it is begun', async () => {
    await stage.does('anna', critical, 'assignment', { agent: 'anna' });
    await stage.does('anna', critical, 'resolution', { text: 'Rettet.' });
    await stage.until('tue 15:00');
    const [first] = await rows('overdue');
    expect(first).toMatchObject({ customer: { name: 'First' }, promise: { missed: true } });
    expect((await names('open'))[0]).toBe('First');
    await stage.does('bo', first ?? critical, 'replies', { text: 'Beklager ventetiden.', seen: 1 });
    expect((await names('open'))[0]).toBe('Later');
    expect(await names('overdue')).not.toContain('First');
  });

  it('and a customer who writes again awaits an answer, and moves up', async () => {
    const [begun] = (await rows('open')).filter(({ customer }) => customer.name === 'Begun');
    const [letter] = await stage.desk.lettersTo('begun@kunde.example');
    await stage.desk.mail({ from: 'begun@kunde.example', to: letter?.replyTo, text: 'Det hjalp ikke.' });
    await stage.desk.settle();
    const [after] = (await rows('open')).filter(({ customer }) => customer.name === 'Begun');
    expect([begun?.nextAt, after?.nextAt]).toEqual(['2026-01-19T16:00:00+01:00', '2026-01-14T15:00:00+01:00']);
  });
});
