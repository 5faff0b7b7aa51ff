import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll, startProcess } from '../support/child-desk';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import type { Answer, DeskClient, TicketJson } from '../support/local-desk';

const NOON = '2026-01-12T12:00:00+01:00';

// Two hundred mails, on a busy machine.
jest.setTimeout(300_000);

let desk: RunningDesk;

const ALL_OF_THEM = { receivedFrom: '2026-01-12T11:55:00+01:00', receivedTo: '2026-01-12T12:10:00+01:00' };

interface Attaching {
  readonly attached: readonly string[];
  readonly skipped: readonly { readonly ticket: string; readonly error: string; readonly message: string }[];
}

interface IncidentJson extends TicketJson {
  readonly language: string;
  readonly incident?: { readonly tickets: readonly string[]; readonly firstReceivedAt: string };
}

const customers = (count: number) => Array.from({ length: count }, (_, n) => `kunde${n}@arrangement${n}.example`);

const ENGLISH = {
  subject: 'Registration is slow',
  text: 'Hello! The registration form is very slow for all of us. Could you please have a look at it?',
};
const NORWEGIAN = { subject: 'Påmeldingen går tregt', text: 'Hei! Påmeldingen vår går veldig tregt. Hva skjer?' };

const NUMBER = /\w{4}-\w{4}/;

/** Each writes once; every tenth in English. */
async function allWrite(on: DeskClient, from: readonly string[]): Promise<void> {
  const lanes = Array.from({ length: 4 }, (_, lane) => from.filter((_, n) => n % 4 === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const address of lane) await on.mail({ from: address, ...(address.includes('9@') ? ENGLISH : NORWEGIAN) });
    }),
  );
  await on.settle();
}

const attach = (on: DeskClient, { id }: { readonly id: string }, which: object): Promise<Answer<Attaching>> =>
  on.api<Attaching>('anna', `/tickets/${id}/incident/tickets`, which);

async function declared(on: DeskClient, title = 'Treg påmelding'): Promise<TicketJson> {
  const from = `forst${title.length}@kunde.example`;
  await on.mail({ from, ...NORWEGIAN });
  await on.settle();
  const [acknowledgement] = await on.lettersTo(from);
  const lead = await ticketOf(on, acknowledgement?.subject.match(NUMBER)?.[0] ?? '');
  expect(await act(on, 'anna', lead, 'incident', { title })).toMatchObject({ status: 200 });
  return lead;
}

const incidentOf = async (on: DeskClient, { id }: { readonly id: string }): Promise<IncidentJson> =>
  (await ticketOf(on, id)) as IncidentJson;

/** How many letters with these words each address has got. */
async function receivedBy(on: DeskClient, addresses: readonly string[], words: string): Promise<number[]> {
  const letters = (await on.sent()).filter(saysNow(words));
  return addresses.map((address) => letters.filter(({ to }) => to === address).length);
}

/** What the desk itself says of letters of which nobody knows whether they arrived. */
async function uncertainOn(on: DeskClient): Promise<number> {
  const tickets = await Promise.all((await on.tickets()).map(({ id }) => on.api<Told>('anna', `/tickets/${id}`)));
  return tickets.flatMap(({ body }) => body.letters).filter(({ uncertain }) => uncertain).length;
}

interface Told {
  readonly letters: readonly { readonly uncertain: boolean }[];
}

/** Says it, and does not merely repeat what was said before. */
const saysNow =
  (words: string) =>
  ({ text }: { readonly text: string }): boolean =>
    text.split(/Tidligere i saken|Earlier in the case/)[0]?.includes(words) ?? false;

const each = <T>(list: readonly unknown[], value: T): T[] => list.map(() => value);

describe('when registration opens at noon, and two hundred customers write that it is slow', () => {
  const crowd = customers(200);
  let lead: TicketJson;
  beforeAll(async () => {
    desk = await deskAt(NOON);
    await allWrite(desk, crowd);
    await desk.moveClock('2026-01-12T12:02:00+01:00');
    lead = await declared(desk);
  });
  afterAll(() => desk.stop());

  const staffLetters = async () => (await desk.sent()).filter(({ to }) => /desk\.test|^\+47/.test(to));

  it('attaches all of them in one act, and has one clock from the first receipt', async () => {
    const { body } = await attach(desk, lead, ALL_OF_THEM);
    expect(body).toMatchObject({ skipped: [] });
    expect(body.attached).toHaveLength(200);
    await desk.settle();
    const { incident } = await incidentOf(desk, lead);
    expect(incident).toMatchObject({ firstReceivedAt: NOON });
    expect(incident?.tickets).toHaveLength(200);
  });

  it('calls the seniors once, about the one ticket, until one takes it', async () => {
    const before = (await staffLetters()).length;
    await act(desk, 'anna', lead, 'triage', { kind: 'error', severity: 'critical' });
    await desk.settle();
    await desk.moveClock('2026-01-12T12:18:00+01:00');
    await desk.settle();
    const calls = (await staffLetters()).slice(before);
    expect(calls.length).toBeGreaterThanOrEqual(2);
    for (const { subject, text } of calls) expect(`${subject} ${text}`).toContain(lead.id);
    const texts = calls.filter(({ to }) => to.startsWith('+47'));
    expect(new Set(texts.map(({ at, to }) => `${at} ${to}`)).size).toBe(texts.length);
    await act(desk, 'anna', lead, 'assignment', { agent: 'anna' });
    await desk.settle();
  });

  it('tells management once, of the one ticket', async () => {
    await desk.moveClock('2026-01-12T17:00:00+01:00');
    await desk.settle();
    const told = await desk.lettersTo('management@desk.test');
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining(lead.id)]);
  });

  it('answers all in one act, each once, on the own ticket and in the own language', async () => {
    await act(desk, 'anna', lead, 'replies', { text: 'Vi har satt inn flere servere.', seen: 1, toAll: true });
    await desk.settle();
    expect(await receivedBy(desk, crowd, 'Vi har satt inn flere servere.')).toEqual(each(crowd, 1));
    const answers = (await desk.sent()).filter(saysNow('Vi har satt inn'));
    expect(new Set(answers.map(({ replyTo }) => replyTo)).size).toBe(201);
    const english = answers.filter(({ to }) => to.includes('9@'));
    expect(english).toHaveLength(20);
    for (const { html } of english) expect(html).toContain('lang="en"');
  });

  it('is solved for all in one act, each told once, and nobody is late afterwards', async () => {
    const before = (await desk.sent()).length;
    await act(desk, 'anna', lead, 'resolution', { text: 'Påmeldingen er rask igjen.', toAll: true });
    await desk.settle();
    expect(await receivedBy(desk, crowd, 'Påmeldingen er rask igjen.')).toEqual(each(crowd, 1));
    expect(await desk.tickets('open')).toEqual([]);
    await desk.moveClock('2026-01-16T17:00:00+01:00');
    await desk.settle();
    const since = (await desk.sent()).slice(before).filter(({ text }) => !text.includes('Påmeldingen er rask igjen.'));
    expect(since.filter(({ subject }) => NUMBER.test(subject))).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});

describe('an incident', () => {
  beforeEach(async () => {
    desk = await deskAt(NOON);
  });
  afterEach(() => desk.stop());

  it('suggests the open tickets that look alike, and says by which words', async () => {
    await desk.mail({ from: 'a@a.example', subject: 'Påmelding er treg!', text: 'Hei' });
    await desk.mail({ from: 'b@b.example', subject: 'Faktura for mars', text: 'Hei' });
    await desk.settle();
    const lead = await declared(desk);
    const { body } = await desk.api<{ tickets: object[] }>('anna', `/tickets/${lead.id}/incident/suggestions`);
    expect(body.tickets).toEqual([
      expect.objectContaining({ subject: 'Påmelding er treg!', words: ['påmelding', 'treg'], receivedAt: NOON }),
    ]);
    expect((await attach(desk, lead, { suggested: true })).body.attached).toHaveLength(1);
    await desk.settle();
    const after = await desk.api<{ tickets: object[] }>('anna', `/tickets/${lead.id}/incident/suggestions`);
    expect(after.body.tickets).toEqual([]);
  });

  it('says of each ticket that can’t be attached why', async () => {
    const [lead, other] = [await declared(desk), await declared(desk, 'En annen')];
    const solved = await openedBy(desk, () => desk.mail({ from: 'a@a.example' }));
    await act(desk, 'anna', solved, 'resolution', { text: 'Løst.' });
    const { body } = await attach(desk, lead, { tickets: [other.id, solved.id, '0000-0000', lead.id] });
    expect(body.attached).toEqual([]);
    expect(body.skipped.map(({ ticket, error }) => [ticket, error])).toEqual([
      [other.id, 'leads-incident'],
      [solved.id, 'already-resolved'],
      ['0000-0000', 'no-such-ticket'],
    ]);
  });

  it('is none before it is declared', async () => {
    const ticket = await openedBy(desk, () => desk.mail());
    expect(await attach(desk, ticket, { suggested: true })).toMatchObject({
      status: 409,
      body: { error: 'no-incident' },
    });
    expect(await attach(desk, ticket, {})).toMatchObject({ status: 400 });
  });

  it('lets a ticket go, which has a clock of its own again', async () => {
    const lead = await declared(desk);
    const other = await openedBy(desk, () => desk.mail({ from: 'a@a.example' }));
    await attach(desk, lead, { tickets: [other.id] });
    await desk.settle();
    await act(desk, 'anna', lead, 'incident/detachment', { ticket: other.id });
    await act(desk, 'anna', lead, 'replies', { text: 'Til alle.', seen: 1, toAll: true });
    await desk.settle();
    expect(await receivedBy(desk, ['a@a.example'], 'Til alle.')).toEqual([0]);
    await desk.moveClock('2026-01-13T16:00:00+01:00');
    expect((await ticketOf(desk, other.id)).promise.missed).toBe(true);
  });

  it('leaves a ticket that was solved meanwhile in peace', async () => {
    const lead = await declared(desk);
    const other = await openedBy(desk, () => desk.mail({ from: 'a@a.example' }));
    await attach(desk, lead, { tickets: [other.id] });
    await desk.settle();
    await act(desk, 'bo', other, 'resolution', { text: 'Løst for deg.' });
    await act(desk, 'anna', lead, 'replies', { text: 'Til alle.', seen: 1, toAll: true });
    await desk.settle();
    expect(await receivedBy(desk, ['a@a.example'], 'Til alle.')).toEqual([0]);
  });

  it.each([
    ['the table refuses', { service: 'dynamodb', operation: 'PutItem', times: 25 }],
    ['the table’s answers are lost', { service: 'dynamodb', operation: 'PutItem', times: 25, when: 'after' }],
    ['the histories can’t be read', { service: 'dynamodb', operation: 'Query', times: 40 }],
  ] as const)('reaches everybody once, also where %s in between', async (_, fault) => {
    const crowd = customers(20);
    await allWrite(desk, crowd);
    const lead = await declared(desk);
    await attach(desk, lead, ALL_OF_THEM);
    await desk.settle();
    await act(desk, 'anna', lead, 'replies', { text: 'Til alle.', seen: 1, toAll: true });
    await desk.fault(fault);
    await desk.settle();
    await act(desk, 'anna', lead, 'resolution', { text: 'Løst for alle.', toAll: true });
    await desk.fault(fault);
    await desk.settle();
    expect(await receivedBy(desk, crowd, 'Til alle.')).toEqual(each(crowd, 1));
    expect(await receivedBy(desk, crowd, 'Løst for alle.')).toEqual(each(crowd, 1));
    expect(await desk.tickets('open')).toEqual([]);
  });

  it('costs a follower two commits and a handful of writes', async () => {
    const lead = await declared(desk);
    const other = await openedBy(desk, () => desk.mail({ from: 'a@a.example' }));
    const written: string[] = [];
    desk.local.services.follow(({ keys }) => {
      if (keys['pk']?.S === `T#${other.id}`) written.push(String(keys['sk']?.S));
    });
    await attach(desk, lead, { tickets: [other.id] });
    await desk.settle();
    await act(desk, 'anna', lead, 'replies', { text: 'Til alle.', seen: 1, toAll: true });
    await desk.settle();
    expect(new Set(written.filter((key) => key.startsWith('C#'))).size).toBe(2);
    expect(written.length).toBeLessThanOrEqual(10);
  });
});

describe('a desk that is killed while an answer goes out to all', () => {
  afterAll(killAll);

  it('has answered each once when it is up again, or twice where it counts the letter as uncertain', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'incident-'));
    const crowd = customers(40);
    const first = startProcess(dataDir, NOON);
    const on = await first.ready();
    await allWrite(on, crowd);
    const lead = await declared(on);
    await attach(on, lead, ALL_OF_THEM);
    await on.settle();
    await act(on, 'anna', lead, 'replies', { text: 'Til alle.', seen: 1, toAll: true });
    while ((await on.sent()).filter(saysNow('Til alle.')).length < 3);
    await first.kill();
    const again = await deskAt('2026-01-12T12:30:00+01:00', dataDir);
    await again.settle();
    const counts = await receivedBy(again, crowd, 'Til alle.');
    expect(counts.filter((count) => count === 0)).toEqual([]);
    expect(counts.reduce((sum, count) => sum + count - 1, 0)).toBeLessThanOrEqual(await uncertainOn(again));
    await again.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});
