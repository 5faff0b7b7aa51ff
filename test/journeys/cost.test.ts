import { wakeTicket } from '../../shared/desk/wake-ticket';
import { ticketIdOf } from '../../shared/ticket/ids';
import { type Cost, costOf } from '../support/cost';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy } from '../support/journey';

const is = (writes: number, reads: number): Cost => ({ writes, reads });

/** What is done to one ticket, one after the other. */
const LIFE = [
  { what: 'taking it', act: 'assignment', body: { agent: 'anna' }, cost: is(8, 4) },
  { what: 'triage to severe', act: 'triage', body: { kind: 'error', severity: 'severe' }, cost: is(8, 4) },
  { what: 'a reply with its letter', act: 'replies', body: { text: 'Prøv nå.', seen: 1 }, cost: is(13, 5) },
  { what: 'a note', act: 'notes', body: { text: 'Ring Kari i morgen.' }, cost: is(8, 3) },
  { what: 'resolving it with its letter', act: 'resolution', body: { text: 'Nå virker det.' }, cost: is(12, 7) },
];

/** The figures of docs/architecture.md: all effects and index writes are counted. */
describe('the units that the store charges are exactly those we know of', () => {
  let desk: RunningDesk;
  beforeEach(async () => {
    desk = await deskAt();
  });
  afterEach(() => desk.stop());

  const mailed = () => openedBy(desk, () => desk.mail());

  it('for a mail that becomes a ticket, where the staff has to be read first', async () => {
    const { answer, cost } = await costOf(desk, () => desk.mail());
    expect([answer, cost]).toEqual([expect.stringMatching(/^250 /), is(23, 10)]);
    expect(await desk.tickets()).toHaveLength(1);
  });

  it('for one of 10 kB', async () => {
    await mailed();
    const { answer, cost } = await costOf(desk, () => desk.mail({ text: 'Skjemaet åpner seg ikke. '.repeat(400) }));
    expect([answer, cost]).toEqual([expect.stringMatching(/^250 /), is(23, 9.5)]);
    expect(await desk.tickets()).toHaveLength(2);
  });

  it('for a logged call', async () => {
    await mailed();
    const { answer, cost } = await costOf(desk, () => desk.api('anna', '/tickets', call(1)));
    expect([answer.status, cost]).toEqual([201, is(10, 4.5)]);
  });

  it.each(LIFE.map((step, n) => ({ ...step, before: LIFE.slice(0, n) })))('for $what', async ({ before, ...step }) => {
    const ticket = await mailed();
    for (const earlier of before) await act(desk, 'anna', ticket, earlier.act, earlier.body);
    const { answer, cost } = await costOf(desk, () => act(desk, 'anna', ticket, step.act, step.body));
    expect([answer.status, cost]).toEqual([200, step.cost]);
  });

  it('for opening a ticket', async () => {
    const { id } = await mailed();
    const { answer, cost } = await costOf(desk, () => desk.api('anna', `/tickets/${id}`));
    expect([answer.status, answer.body.id, cost]).toEqual([200, id, is(0, 1)]);
  });

  it('for an alarm that finds nothing new', async () => {
    const id = ticketIdOf((await mailed()).id);
    if (!id) throw new Error('There is no ticket.');
    expect((await costOf(desk, () => wakeTicket(desk.local.desk)(id))).cost).toEqual(is(0, 2));
    expect(Object.keys(await desk.alarms())).toEqual([id]);
  });

  it('for a page of a queue', async () => {
    for (let n = 0; n < 60; n += 1) expect((await desk.api('bo', '/tickets', call(n))).status).toBe(201);
    const { answer, cost } = await costOf(desk, () => desk.tickets());
    expect([answer.length, cost]).toEqual([50, is(0, 2.5)]);
  });
});

const call = (n: number) => ({
  channel: 'phone',
  caller: { name: `Innringer ${n}`, phone: '+4722000000' },
  subject: `Spørsmål ${n} om påmeldingen`,
  text: 'Hvordan endrer jeg fristen for påmelding?',
});
