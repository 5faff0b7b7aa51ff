import { chainOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const handOver = (agent: string, ticket: WorkJson, to: number, reason: string) =>
  stage.does(agent, ticket, 'handover', { to, reason });
const write = async (ticket: WorkJson, text: string) => {
  const [letter] = await stage.lettersTo(ticket);
  await stage.desk.mail({ from: ticket.customer.email, to: letter?.replyTo, subject: 'Mer', text });
};

describe('level 2 answers every inquiry and judges whether it must go on to level 3 (P11, P15)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Kari');
    await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
    await stage.heardOf(ticket);
  });

  it('so every ticket starts there, and does not go on without a reason', async () => {
    expect(ticket.level).toBe(2);
    expect(await handOver('bo', ticket, 3, ' ')).toMatchObject({ status: 400 });
    expect(await handOver('bo', ticket, 1, 'Feil i koden.')).toMatchObject({ status: 400 });
    expect(await handOver('bo', ticket, 2, 'Feil i koden.')).toMatchObject({
      status: 409,
      body: { error: 'already-at-level', message: expect.stringContaining('assignment') },
    });
    expect(await stage.heardOf(ticket)).toEqual([]);
  });

  it('and with one it is level 3’s, which hears of it, while who had it stays the customer’s contact', async () => {
    await stage.until('mon 11:00');
    expect((await handOver('bo', ticket, 3, 'Feil i koden.')).body).toMatchObject({
      level: 3,
      contact: 'bo',
      assignee: null,
      levels: { minutesAtLevel2: 60, minutesAtLevel3: 0, handovers: 1 },
    });
    expect(await stage.heardOf(ticket)).toEqual(['mon 11:00 mail cato, dina']);
  });

  it('and hears what the customer writes', async () => {
    await stage.does('cato', ticket, 'assignment', { agent: 'cato' });
    await stage.heardOf(ticket);
    await write(ticket, 'Det haster litt.');
    expect(await stage.heardOf(ticket)).toEqual(['mon 11:00 mail cato, bo']);
  });

  it('and it comes back to whoever is the contact', async () => {
    await stage.until('mon 13:30');
    expect((await handOver('cato', ticket, 2, 'Det er oppsettet.')).body).toMatchObject({
      level: 2,
      assignee: 'bo',
      levels: { minutesAtLevel2: 60, minutesAtLevel3: 150, handovers: 2 },
    });
    expect(await stage.heardOf(ticket)).toEqual(['mon 13:30 mail bo']);
  });

  it('and each level has a clock of its own, which counts working time', async () => {
    await handOver('bo', ticket, 3, 'Likevel koden.');
    await stage.until('tue 09:00');
    expect((await stage.read(ticket)).levels).toEqual({
      minutesAtLevel2: 60,
      minutesAtLevel3: 150 + 150 + 60,
      handovers: 3,
    });
  });

  it('and the history says who handed it over, when and why', async () => {
    const { timeline } = await stage.read(ticket);
    expect(timeline.filter(({ type }) => type === 'handed-over')).toMatchObject([
      { by: 'bo', to: 3, reason: 'Feil i koden.' },
      { by: 'cato', to: 2, reason: 'Det er oppsettet.' },
      { by: 'bo', to: 3, reason: 'Likevel koden.' },
    ]);
    expect(chainOf({ ...ticket, timeline }, 'handed-over')).toEqual([
      'mon 11:00 handed-over',
      'mon 13:30 handed-over',
      'mon 13:30 handed-over',
    ]);
  });
});

describe('level 1 is the customer’s own super users (P11)', () => {
  beforeAll(async () => {
    await stage.desk.api('anna', '/organisations', {
      name: 'Klubben',
      domains: ['klubben.example'],
      people: [{ name: 'Sara', emails: ['sara@klubben.example'], superUser: true }],
    });
  });

  it.each([
    ['their super user', 'sara@klubben.example', 'super-user'],
    ['somebody else of theirs', 'ny@klubben.example', 'colleague'],
  ])('so a mail from %s is a ticket like every other, and shown as what it is', async (_, from, standing) => {
    expect(await stage.mailFrom('Sara', { from })).toMatchObject({
      level: 2,
      status: 'open',
      customer: { organisation: 'Klubben', standing },
    });
  });
});
