import type { Answer } from '../../support/local-desk';
import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

interface VersionJson {
  readonly name: string;
  readonly overdue: boolean;
  readonly releasedAt: string | null;
  readonly tickets: readonly { readonly id: string }[];
}

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
  await plan('5.1', '2026-01-13', '2026-01-15');
  await plan('5.2', '2026-01-19', '2026-01-21');
});
afterAll(() => stage.stop());

const plan = (name: string, freeze: string, date: string): Promise<Answer<VersionJson>> =>
  stage.desk.api('cato', '/versions', { name, freeze, date });
const release = (name: string): Promise<Answer<VersionJson>> =>
  stage.desk.api('cato', `/versions/${name}/release`, WORDS);
const versionNamed = async (name: string) =>
  (await stage.desk.api<{ versions: VersionJson[] }>('bo', '/versions')).body.versions.find(
    (version) => version.name === name,
  );

const WORDS = {
  nb: 'Hei {name}, feilen i sak {number} er rettet i versjon {version}.',
  en: 'Hello {name}, the error in case {number} is fixed in version {version}.',
};
const EASILY = {
  answers: { about: 'error', service: 'running', data: 'kept', function: 'single', wayRound: 'easily' },
};
const IN_ENGLISH = {
  subject: 'The list is empty',
  text: 'Hello! The list of participants is empty. Could you please help me with this?',
};

const minorFrom = async (name: string, mail = {}): Promise<WorkJson> =>
  (await stage.does('bo', await stage.mailFrom(name, mail), 'triage', EASILY)).body;

describe('a less severe error is fixed as a rule in the next version (P7)', () => {
  let kari: WorkJson;
  let jane: WorkJson;
  beforeAll(async () => {
    kari = await minorFrom('Kari');
    jane = await minorFrom('Jane', IN_ENGLISH);
  });

  it('so it is tied by itself to the next version that can still hold a fix', async () => {
    expect(kari).toMatchObject({ severity: 'minor', version: { version: '5.1', date: '2026-01-15', overdue: false } });
    expect((await versionNamed('5.1'))?.tickets.map(({ id }) => id).toSorted()).toEqual([kari.id, jane.id].toSorted());
  });

  it('and is not postponed without a reason, nor to a version that is not planned or comes no later', async () => {
    for (const [body, status, error] of [
      [{ reason: '' }, 400, 'bad-request'],
      [{ reason: 'Tid.', version: '9.9' }, 404, 'no-such-version'],
      [{ reason: 'Tid.', version: '5.1' }, 422, 'in-the-past'],
    ] as const)
      expect(await stage.does('cato', kari, 'postponement', body)).toMatchObject({ status, body: { error } });
    expect((await stage.read(kari)).version?.version).toBe('5.1');
  });

  it('but may be postponed to a later one, and the customer is told why', async () => {
    await stage.heardOf(kari);
    const { body } = await stage.does('cato', kari, 'postponement', { reason: 'Krever ny betalingsløsning.' });
    expect(body.version).toEqual({ version: '5.2', date: '2026-01-21', overdue: false });
    expect(body.timeline.at(-1)).toMatchObject({ type: 'fix-postponed', by: 'cato', version: '5.2' });
    expect(await stage.heardOf(kari)).toEqual(['mon 10:00 mail kari']);
    expect((await stage.lettersTo(kari)).at(-1)?.text).toContain('Krever ny betalingsløsning.');
  });

  it('which no graver error may', async () => {
    const severe = await stage.mailFrom('Per');
    await stage.does('anna', severe, 'triage', { kind: 'error', severity: 'severe' });
    expect(await stage.does('anna', severe, 'postponement', { reason: 'Tid.' })).toMatchObject({
      status: 409,
      body: { error: 'only-minor-errors-wait' },
    });
    await stage.does('anna', severe, 'resolution');
  });

  it('and whoever has it hears when the version is late, which the list of versions shows', async () => {
    for (const ticket of [kari, jane]) {
      await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
      await stage.does('bo', ticket, 'replies', { text: 'Den kommer i neste versjon.', seen: ticket.seen });
      await stage.heardOf(ticket);
    }
    await stage.until('fri 07:59');
    expect(await stage.heardOf(jane)).toEqual([]);
    await stage.until('fri 08:00');
    expect(await stage.heardOf(jane)).toEqual(['fri 08:00 mail bo']);
    expect(chainOf(await stage.read(jane), 'version-overdue')).toEqual(['fri 08:00 version-overdue']);
    expect(await versionNamed('5.1')).toMatchObject({ overdue: true, releasedAt: null });
  });

  it('and when it is out all that waited for it are answered and resolved, the others go on waiting', async () => {
    expect(await release('5.1')).toMatchObject({ status: 200, body: { tickets: [{ id: jane.id, told: true }] } });
    expect(await stage.heardOf(jane)).toEqual(['fri 08:00 mail jane']);
    expect((await stage.read(jane)).status).toBe('resolved');
    expect(await stage.read(kari)).toMatchObject({ status: 'open', version: { version: '5.2' } });
    expect(await stage.heardOf(kari)).toEqual([]);
  });

  it('each customer in own language and own words, once', async () => {
    expect(await release('5.2')).toMatchObject({ status: 200, body: { tickets: [{ id: kari.id, told: true }] } });
    await release('5.2');
    expect(await stage.heardOf(kari)).toEqual(['fri 08:00 mail kari']);
    expect((await stage.lettersTo(kari)).at(-1)?.text).toContain(
      `Hei Kari, feilen i sak ${kari.id} er rettet i versjon 5.2.`,
    );
    expect((await stage.lettersTo(jane)).at(-1)?.text).toContain(
      `Hello Jane, the error in case ${jane.id} is fixed in version 5.1.`,
    );
  });
});

describe('a version', () => {
  it('is not planned for a date that has passed', async () => {
    expect(await plan('5.3', '2026-01-12', '2026-01-13')).toMatchObject({
      status: 422,
      body: { error: 'in-the-past' },
    });
  });
});
