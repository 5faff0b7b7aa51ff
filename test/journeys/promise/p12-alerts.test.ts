import { visitorWrites } from '../../support/chat';
import { openedBy } from '../../support/journey';
import { type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('2026-12-22T10:00:00+01:00');
});
afterAll(() => stage.stop());

const mutes = (agent: string, muted: readonly string[], by = agent) =>
  stage.desk.api(by, `/staff/${agent}/notifications`, { muted });

describe('the support system alerts on every new inquiry (P12)', () => {
  it('at once: level 2, whichever way it comes', async () => {
    const mail = await stage.mailFrom('Kari');
    const chat = await stage.read(await openedBy(stage.desk, () => visitorWrites(stage.desk)));
    const call = { channel: 'phone', caller: { name: 'Per' }, subject: 'Avmelding', text: 'Hvordan?' };
    const { body: phone } = await stage.desk.api<WorkJson>('bo', '/tickets', call);
    for (const ticket of [mail, chat, phone]) {
      expect(await stage.heardOf(ticket)).toContain('tue 10:00 mail anna, bo');
      await stage.does('anna', ticket, 'resolution');
    }
  });

  it('and again on what the customer writes to it: whoever has it', async () => {
    const ticket = await stage.mailFrom('Ida');
    await stage.does('bo', ticket, 'replies', { text: 'Prøv igjen.', seen: 1 });
    await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
    await stage.heardOf(ticket);
    const [letter] = await stage.lettersTo(ticket);
    await stage.desk.mail({ from: ticket.customer.email, to: letter?.replyTo, text: 'Det hjalp ikke.' });
    expect(await stage.heardOf(ticket)).toEqual(['tue 10:00 mail bo']);
    await stage.does('bo', ticket, 'resolution');
  });
});

describe('each chooses what to be told of', () => {
  it('so whoever mutes new inquiries hears of none, while the person on duty does', async () => {
    expect((await mutes('bo', ['new-inquiry'])).status).toBe(200);
    const ticket = await stage.mailFrom('Lise');
    expect(await stage.heardOf(ticket)).toEqual(['tue 10:00 mail lise', 'tue 10:00 mail anna']);
    await stage.does('anna', ticket, 'resolution');
  });

  it('but never less than the promise needs: whoever is on duty hears of them all the same', async () => {
    await mutes('anna', ['new-inquiry']);
    const ticket = await stage.mailFrom('Nora');
    expect(await stage.heardOf(ticket)).toContain('tue 10:00 mail anna');
    await stage.does('anna', ticket, 'resolution');
  });

  it('and a miss is muted by nobody, nor anything in somebody else’s name', async () => {
    expect(await mutes('bo', ['miss'])).toMatchObject({ status: 400 });
    expect(await mutes('bo', [], 'erik')).toMatchObject({ status: 403 });
    await mutes('bo', []);
    await mutes('anna', []);
  });
});

describe('while support is closed between Christmas and New Year', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    await stage.until('2026-12-28T10:00:00+01:00');
    ticket = await stage.mailFrom('Ola');
  });

  it('the person on duty alone is alerted, and the others have their holidays', async () => {
    expect(await stage.heardOf(ticket)).toEqual(['mon 10:00 mail ola', 'mon 10:00 mail anna']);
  });

  it('what the customer was given a date for is told of then: somebody keeps it', async () => {
    const told = await stage.mailFrom('Liv');
    await stage.does('bo', told, 'assignment', { agent: 'bo' });
    await stage.does('bo', told, 'coming-back', { until: '2026-12-30T12:00:00+01:00' });
    await stage.heardOf(told);
    await stage.until('2026-12-30T12:00:00+01:00');
    expect(await stage.heardOf(told)).toEqual(['wed 08:00 mail bo, anna', 'wed 12:00 mail bo, anna']);
  });

  it('and nobody is told of each other thing that falls due, but all of it at once on the first open morning', async () => {
    const taken = await stage.mailFrom('Siv');
    await stage.does('bo', taken, 'replies', { text: 'Vi ser på det.', seen: 1 });
    await stage.does('bo', taken, 'assignment', { agent: 'bo' });
    await stage.does('bo', taken, 'waiting', { until: '2026-12-31T12:00:00+01:00', reason: 'Spurt', remind: false });
    await stage.heardOf(taken);
    await stage.until('2027-01-04T07:59:00+01:00');
    expect(await stage.heardOf(taken)).toEqual([]);
    const before = (await stage.desk.sent()).length;
    await stage.until('2027-01-04T08:00:00+01:00');
    const digests = (await stage.desk.sent()).slice(before).filter(({ text }) => text.includes(taken.id));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.to.split(', ')).toContain('bo@desk.test');
  });
});
