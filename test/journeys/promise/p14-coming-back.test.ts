import { chainOf, isoOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const takenFrom = async (name: string): Promise<WorkJson> => {
  const ticket = await stage.mailFrom(name);
  await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
  await stage.heardOf(ticket);
  return ticket;
};
const comeBack = (ticket: WorkJson, body: object) => stage.does('bo', ticket, 'coming-back', body);

describe('the customer is told that we come back as soon as there is a solution (P14)', () => {
  let kept: WorkJson;
  let broken: WorkJson;
  beforeAll(async () => {
    kept = await takenFrom('Kari');
    broken = await takenFrom('Per');
  });

  it('by one act that says when, and which is an answer', async () => {
    const { body } = await comeBack(kept, { until: isoOf('wed 14:00'), text: 'Vi må se på det i ro.' });
    expect(body).toMatchObject({ comeBackAt: '2026-01-14T14:00:00+01:00', begunAt: '2026-01-12T10:00:00+01:00' });
    expect(await stage.heardOf(kept)).toEqual(['mon 10:00 mail kari']);
    const letter = (await stage.lettersTo(kept)).at(-1);
    expect(letter?.text).toContain('Vi må se på det i ro.');
    expect(letter?.text).toContain('onsdag 14. januar');
    await comeBack(broken, { until: isoOf('wed 14:00') });
    await stage.heardOf(broken);
  });

  it('which is refused without a time, or with one that has passed', async () => {
    expect(await comeBack(kept, { text: 'Snart.' })).toMatchObject({ status: 400 });
    expect(await comeBack(kept, { until: isoOf('mon 10:00') })).toMatchObject({
      status: 422,
      body: { error: 'in-the-past' },
    });
  });

  it('and whoever has it is reminded four working hours before', async () => {
    await stage.until('wed 09:59');
    expect(await stage.heardOf(kept)).toEqual([]);
    await stage.until('wed 10:00');
    expect(await stage.heardOf(kept)).toEqual(['wed 10:00 mail bo']);
    expect(await stage.heardOf(broken)).toEqual(['wed 10:00 mail bo']);
  });

  it('and an answer before the time keeps it: nobody is told anything then', async () => {
    await stage.until('wed 13:00');
    const { body } = await stage.does('bo', kept, 'replies', { text: 'Her er løsningen.', seen: 2 });
    expect(body.comeBackAt).toBeNull();
    await stage.heardOf(kept);
    await stage.until('wed 14:00');
    expect(await stage.heardOf(kept)).toEqual([]);
    expect(chainOf(await stage.read(kept), 'coming-back-due')).toEqual([]);
  });

  it('and silence breaks it, which whoever has it is told at that time', async () => {
    expect(await stage.heardOf(broken)).toEqual(['wed 14:00 mail bo']);
    const after = await stage.read(broken);
    expect(after.comeBackAt).toBeNull();
    expect(chainOf(after, 'coming-back-promised', 'coming-back-near', 'coming-back-due')).toEqual([
      'mon 10:00 coming-back-promised',
      'wed 10:00 coming-back-near',
      'wed 14:00 coming-back-due',
    ]);
  });
});

describe('a promise to come back with a version', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    await stage.desk.api('cato', '/versions', { name: '5.1', freeze: '2026-01-15', date: '2026-01-16' });
    ticket = await takenFrom('Lise');
  });

  it('is tied to it, and refused of one that is not planned', async () => {
    expect(await comeBack(ticket, { version: '9.9' })).toMatchObject({
      status: 404,
      body: { error: 'no-such-version' },
    });
    expect((await comeBack(ticket, { version: '5.1' })).body).toMatchObject({
      comeBackWith: '5.1',
      comeBackAt: null,
      version: { version: '5.1', date: '2026-01-16' },
    });
  });

  it('is kept by the release, which answers the customer', async () => {
    await stage.heardOf(ticket);
    const words = { nb: 'Hei {name}, rettet i versjon {version}.', en: 'Hello {name}, fixed in {version}.' };
    expect((await stage.desk.api('cato', '/versions/5.1/release', words)).status).toBe(200);
    expect(await stage.heardOf(ticket)).toEqual(['wed 14:00 mail lise']);
    expect(await stage.read(ticket)).toMatchObject({ status: 'resolved', comeBackWith: null });
  });
});

describe('Monday’s report', () => {
  it('counts what was kept and what was broken', async () => {
    await stage.until('next mon 07:00');
    expect((await stage.desk.api('erik', '/reports/2026-W03')).body).toMatchObject({
      comingBack: { kept: 2, broken: 1 },
    });
  });
});
