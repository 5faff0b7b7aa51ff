import { chainOf, isoOf, type Stage, stageAt, type WorkJson } from '../../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
});
afterAll(() => stage.stop());

const REQUEST = { answers: { about: 'request' } };
const write = async (ticket: WorkJson, text: string) => {
  const [letter] = await stage.lettersTo(ticket);
  await stage.desk.mail({ from: ticket.customer.email, to: letter?.replyTo, subject: 'Mer', text });
  await stage.desk.settle();
};

describe('a request is begun as a rule the same day, at the latest in the course of the next working day (P16)', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Kari');
    await stage.does('bo', ticket, 'triage', REQUEST);
    await stage.heardOf(ticket);
  });

  it('so target and latest are the closes of these days, and management hears of it by no clock', async () => {
    expect((await stage.read(ticket)).promise).toMatchObject({
      beginTarget: '2026-01-12T15:00:00+01:00',
      beginLatest: '2026-01-13T15:00:00+01:00',
      managementAt: null,
    });
  });

  it('and level 2 is warned before the latest, and told with the seniors when it is missed', async () => {
    await stage.until('tue 14:59');
    expect(await stage.heardOf(ticket)).toEqual(['tue 09:30 mail anna, bo']);
    await stage.until('tue 15:00');
    expect(await stage.heardOf(ticket)).toEqual(['tue 15:00 mail anna, bo, dina']);
  });

  it('and the miss stands, whatever is done then', async () => {
    await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
    await stage.does('bo', ticket, 'resolution', { text: 'Slik gjør du det.' });
    expect((await stage.read(ticket)).promise.missed).toBe(true);
  });
});

describe('a request on which we wait for the customer', () => {
  let ticket: WorkJson;
  beforeAll(async () => {
    ticket = await stage.mailFrom('Per');
    await stage.does('bo', ticket, 'triage', REQUEST);
    await stage.does('bo', ticket, 'replies', { text: 'Hvilket skjema gjelder det?', seen: 1 });
    await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
  });

  it('says why, and when we look again', async () => {
    expect(await stage.does('bo', ticket, 'waiting', { until: isoOf('wed 12:00') })).toMatchObject({ status: 400 });
    const waiting = { until: isoOf('wed 12:00'), reason: 'Vi må vite hvilket skjema.' };
    const { body } = await stage.does('bo', ticket, 'waiting', waiting);
    expect(body).toMatchObject({ status: 'waiting', waitingUntil: '2026-01-14T12:00:00+01:00', reminders: 0 });
    await stage.heardOf(ticket);
  });

  it('reminds the customer twice', async () => {
    await stage.until('wed 12:00');
    expect((await stage.heardOf(ticket)).toSorted()).toEqual(['wed 12:00 mail bo', 'wed 12:00 mail per']);
    expect(await stage.read(ticket)).toMatchObject({ reminders: 1, waitingUntil: '2026-01-21T16:00:00+01:00' });
    await stage.until('2026-01-21T16:00:00+01:00');
    expect((await stage.heardOf(ticket)).toSorted()).toEqual(['wed 16:00 mail bo', 'wed 16:00 mail per']);
    expect(await stage.read(ticket)).toMatchObject({ reminders: 2, waitingUntil: '2026-01-28T16:00:00+01:00' });
  });

  it('then closes it, and says so to the customer', async () => {
    await stage.until('2026-01-28T16:00:00+01:00');
    expect(await stage.heardOf(ticket)).toEqual(['wed 16:00 mail per']);
    const after = await stage.read(ticket);
    expect(after.status).toBe('resolved');
    expect(after.timeline.at(-1)).toMatchObject({ type: 'ticket-resolved', by: 'desk', because: 'no-answer' });
    const kinds = after.letters.map(({ letter }) => letter).filter((letter) => letter !== 'alert');
    expect(kinds.slice(-3)).toEqual(['waiting-reminder', 'waiting-reminder', 'resolution']);
  });

  it('and is taken up again when the customer writes after all', async () => {
    await write(ticket, 'Beklager, det var skjema 4.');
    const after = await stage.read(ticket);
    expect(after.status).toBe('open');
    expect(chainOf(after, 'ticket-reopened')).toEqual(['wed 16:00 ticket-reopened']);
  });
});

describe('what the customer writes to a request that was begun', () => {
  it('awaits an answer by the same rule, of which whoever has it is told when it is late', async () => {
    await stage.until('2026-02-02T10:00:00+01:00');
    const ticket = await stage.mailFrom('Lise');
    await stage.does('bo', ticket, 'assignment', { agent: 'bo' });
    await stage.does('bo', ticket, 'replies', { text: 'Prøv igjen.', seen: 1 });
    await write(ticket, 'Det hjalp ikke.');
    await stage.heardOf(ticket);
    await stage.until('2026-02-03T14:59:00+01:00');
    expect(await stage.heardOf(ticket)).toEqual([]);
    await stage.until('2026-02-03T15:00:00+01:00');
    expect(await stage.heardOf(ticket)).toEqual(['tue 15:00 mail bo']);
    expect(await stage.read(ticket)).toMatchObject({ promise: { missed: false } });
  });
});
