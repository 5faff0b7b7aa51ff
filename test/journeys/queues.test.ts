import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

interface Page {
  readonly tickets: readonly TicketJson[];
  readonly cursor: string | null;
}

let desk: RunningDesk;

const page = async (queue: string, more = '') => (await desk.api<Page>('bo', `/tickets?queue=${queue}${more}`)).body;
const subjects = async (queue: string) => (await page(queue)).tickets.map(({ subject }) => subject);

const call = async (subject: string, receivedAt?: string) =>
  (await desk.api('bo', '/tickets', { ...CALL, subject, ...(receivedAt && { receivedAt }) })).body;

const CALL = { channel: 'phone', caller: { name: 'Per' }, text: 'Kan dere hjelpe?' };

describe('each ticket is in the queue where it waits', () => {
  beforeAll(async () => {
    desk = await deskAt('2026-01-14T10:00:00+01:00');
    await call('new');
    await call('late', '2026-01-12T10:00:00+01:00');
    await act(desk, 'bo', await call('taken by bo'), 'assignment', { agent: 'bo' });
    await act(desk, 'anna', await call('given to anna'), 'assignment', { agent: 'anna' });
    await act(desk, 'bo', await call('handed over'), 'handover', { to: 3, reason: 'Feil i koden.' });
    const waiting = await call('waiting, of bo');
    await act(desk, 'bo', waiting, 'assignment', { agent: 'bo' });
    await act(desk, 'bo', waiting, 'waiting', { until: '2026-01-15T10:00:00+01:00', reason: 'Skjermbilde.' });
    await act(desk, 'bo', await call('solved'), 'resolution');
    await openedBy(desk, () => desk.mail({ subject: 'spam', headers: { 'X-Local-Verdicts': 'spam=FAIL' } }));
  });
  afterAll(() => desk.stop());

  it.each([
    ['open', ['late', 'new', 'handed over', 'taken by bo', 'given to anna']],
    ['level2', ['late', 'new', 'taken by bo', 'given to anna']],
    ['level3', ['handed over']],
    ['mine', ['taken by bo', 'waiting, of bo']],
    ['overdue', ['late']],
    ['waiting', ['waiting, of bo']],
    ['resolved', ['solved']],
    ['parked', ['spam']],
  ])('%s', async (queue, expected) => {
    expect((await subjects(queue)).toSorted()).toEqual(expected.toSorted());
  });

  it('sorted by what must be begun first (P13)', async () => {
    const instants = (await page('open')).tickets.map((ticket) => (ticket as unknown as { nextAt: string }).nextAt);
    expect(instants).toEqual(instants.toSorted());
    expect((await subjects('open'))[0]).toBe('late');
  });

  it('as rows that say what a list needs', async () => {
    const [row] = (await page('overdue')).tickets;
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      subject: 'late',
      channel: 'phone',
      status: 'open',
      suspected: null,
      fixIn: null,
      partOf: null,
      leadsIncident: false,
      kind: null,
      severity: null,
      level: 2,
      assignee: null,
      customer: { name: 'Per' },
      receivedAt: '2026-01-12T10:00:00+01:00',
      begunAt: null,
      resolvedAt: null,
      promise: {
        beginTarget: '2026-01-12T15:00:00+01:00',
        beginLatest: '2026-01-13T15:00:00+01:00',
        managementAt: null,
        missed: true,
      },
      nextAt: '2026-01-13T15:00:00+01:00',
      parked: null,
      seen: 1,
    });
  });

  it('and a ticket that is resolved is in no other', async () => {
    const { tickets } = await page('mine');
    for (const ticket of tickets) await act(desk, 'bo', ticket, 'resolution');
    expect(await subjects('mine')).toEqual([]);
    expect(await subjects('waiting')).toEqual([]);
    expect((await subjects('resolved')).toSorted()).toEqual(['solved', 'taken by bo', 'waiting, of bo']);
  });
});

describe('a queue is read a page at a time, no ticket twice and none lost', () => {
  const opened: TicketJson[] = [];
  beforeAll(async () => {
    desk = await deskAt('2026-01-14T10:00:00+01:00');
    for (const n of Array(9).keys()) opened.push(await call(`late ${n}`, '2026-01-12T10:00:00+01:00'));
    for (const ticket of opened.slice(0, 5)) await act(desk, 'bo', ticket, 'handover', { to: 3, reason: 'Feil.' });
  });
  afterAll(() => desk.stop());

  const walk = async (queue: string): Promise<TicketJson[][]> => {
    const pages: TicketJson[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const read: Page = await page(queue, `&limit=4${cursor && `&cursor=${cursor}`}`);
      pages.push([...read.tickets]);
      cursor = read.cursor;
    }
    return pages;
  };
  const idsOf = (tickets: readonly TicketJson[]) => tickets.map(({ id }) => id).sort();

  it.each([
    ['open', 0, 9],
    ['overdue', 0, 9],
    ['level3', 0, 5],
    ['level2', 5, 9],
  ])('%s, of tickets that are due at the same instant', async (queue, from, to) => {
    const pages = await walk(queue);
    expect(pages.slice(0, -1).every((rows) => rows.length === 4)).toBe(true);
    expect(idsOf(pages.flat())).toEqual(idsOf(opened.slice(from, to)));
  });

  it('mine and waiting', async () => {
    for (const ticket of opened.slice(0, 7)) await act(desk, 'bo', ticket, 'assignment', { agent: 'bo' });
    for (const ticket of opened.slice(3, 7))
      await act(desk, 'bo', ticket, 'waiting', { until: '2026-01-15T10:00:00+01:00', reason: 'Skjermbilde.' });
    expect(idsOf((await walk('mine')).flat())).toEqual(idsOf(opened.slice(0, 7)));
    expect(idsOf((await walk('waiting')).flat())).toEqual(idsOf(opened.slice(3, 7)));
  });

  it('resolved, the newest first, through the months', async () => {
    for (const [n, ticket] of opened.entries()) {
      await act(desk, 'bo', ticket, 'resolution');
      if (n === 2 || n === 5) await desk.moveClock(`2026-0${n === 2 ? 2 : 3}-01T10:00:00+01:00`);
    }
    const rows = (await walk('resolved')).flat();
    expect(idsOf(rows)).toEqual(idsOf(opened));
    expect(rows.map(({ resolvedAt }) => resolvedAt?.slice(5, 7))).toEqual([...'333222111'].map((month) => `0${month}`));
  });

  it('and the last page has no cursor', async () => {
    expect((await page('resolved')).cursor).toBeNull();
    expect((await page('open')).tickets).toEqual([]);
  });
});
