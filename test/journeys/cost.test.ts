import { type Cost, meter } from '../support/cost';
import { deskAt, type RunningDesk } from '../support/in-process';

/** What each use case may cost, all its effects and index writes counted. The figures are in docs/architecture.md. */
describe('the units that the store charges for', () => {
  let desk: RunningDesk;
  let taken: () => Cost;
  beforeAll(async () => {
    desk = await deskAt();
    ({ taken } = meter(desk.local));
  });
  afterAll(() => desk.stop());

  const costOf = async (act: () => Promise<unknown>): Promise<Cost> => {
    await desk.settle();
    taken();
    await act();
    await desk.local.idle();
    return taken();
  };
  const first = async () => (await desk.tickets())[0]?.id ?? '';

  it('a new mail with all its effects are 20 writes at the most', async () => {
    expect((await costOf(() => desk.mail())).writes).toBeLessThanOrEqual(20);
  });

  it('opening a short ticket is one read', async () => {
    const id = await first();
    expect(await costOf(() => desk.api('anna', `/tickets/${id}`))).toEqual({ writes: 0, reads: 1 });
  });

  it('a reply with its letter are 14 writes at the most', async () => {
    const id = await first();
    const { writes } = await costOf(() => desk.api('anna', `/tickets/${id}/replies`, { text: 'Prøv nå.', seen: 1 }));
    expect(writes).toBeLessThanOrEqual(14);
  });

  it('an alarm without news is no write but its own schedule', async () => {
    const { wakeTicket } = await import('../../shared/desk/wake-ticket');
    const { ticketIdOf } = await import('../../shared/ticket/ids');
    const id = ticketIdOf(await first());
    if (!id) throw new Error('There is no ticket.');
    expect((await costOf(() => wakeTicket(desk.local.desk)(id))).writes).toBe(0);
    expect(Object.keys(await desk.alarms())).toContain(id);
  });

  it('a page of fifty are eight reads at the most', async () => {
    for (let n = 0; n < 60; n += 1) await desk.api('bo', '/tickets', call(n));
    expect((await costOf(() => desk.tickets())).reads).toBeLessThanOrEqual(8);
  });
});

const call = (n: number) => ({
  channel: 'phone',
  caller: { name: `Innringer ${n}`, phone: '+4722000000' },
  subject: `Spørsmål ${n} om påmeldingen`,
  text: 'Hvordan endrer jeg fristen for påmelding?',
});
