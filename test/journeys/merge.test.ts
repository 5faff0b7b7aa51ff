import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

interface Joined extends TicketJson {
  readonly mergedInto?: string;
  readonly links: readonly string[];
}

const mailed = (subject: string, from = `"Kari Nordmann" <${KARI}>`): Promise<TicketJson> =>
  openedBy(desk, () => desk.mail({ from, subject, text: `Om ${subject}.` }));

const merge = (ticket: { readonly id: string }, into: { readonly id: string }, agent = 'anna') =>
  act(desk, agent, ticket, 'merge', { into: into.id });

const joined = async ({ id }: { readonly id: string }): Promise<Joined> => (await ticketOf(desk, id)) as Joined;

/** What the customer has said on the ticket, its own and what came with another. */
const said = async (ticket: { readonly id: string }) => (await joined(ticket)).seen;

const textsOf = async (ticket: { readonly id: string }) =>
  (await joined(ticket)).timeline.flatMap(({ type, text }) => (type === 'message-received' ? [text?.trim()] : []));

const replyAddressOf = async (ticket: TicketJson): Promise<string> =>
  (await desk.lettersTo(KARI)).find(({ subject }) => subject.includes(ticket.id))?.replyTo ?? '';

describe('a ticket that is merged into another of its customer', () => {
  it('is no longer worked on, and says where it goes on', async () => {
    const [survivor, second] = [await mailed('skjemaet'), await mailed('skjemaet igjen')];
    expect(await merge(second, survivor)).toMatchObject({
      status: 200,
      body: { status: 'merged', mergedInto: survivor.id },
    });
    await desk.settle();
    expect(await said(survivor)).toBe(2);
    expect(await act(desk, 'anna', second, 'replies', { text: 'Hei', seen: 1 })).toMatchObject({
      status: 409,
      body: { error: 'merged', into: survivor.id },
    });
    expect((await desk.tickets('open')).map(({ id }) => id)).toEqual([survivor.id]);
    expect(await desk.alarms()).not.toHaveProperty(second.id);
  });

  it('sends what is mailed to it to the ticket in which it goes on', async () => {
    const [survivor, second] = [await mailed('skjemaet'), await mailed('skjemaet igjen')];
    const replyTo = await replyAddressOf(second);
    await merge(second, survivor);
    await desk.settle();
    await desk.mail({ to: replyTo, subject: `Re: [${second.id}]`, text: 'Har dere sett på det?' });
    await desk.settle();
    expect(await textsOf(survivor)).toContain('Har dere sett på det?');
    expect(await said(second)).toBe(1);
  });

  it('holds a mail that merely names its number on the ticket in which it goes on', async () => {
    const [survivor, second] = [await mailed('skjemaet'), await mailed('skjemaet igjen')];
    await merge(second, survivor);
    await desk.settle();
    await desk.mail({ subject: `Sak ${second.id}`, text: 'Har dere sett på det?' });
    await desk.settle();
    const { held, seen } = await joined(survivor);
    expect(held.length + seen).toBe(3);
    expect(await desk.tickets('open')).toHaveLength(1);
  });

  it('holds an agent’s answer by mail on the ticket in which it goes on, whose messages they have not seen', async () => {
    const [survivor, second] = [await mailed('skjemaet'), await mailed('skjemaet igjen')];
    const alert = (await desk.lettersTo('anna@desk.test')).find(({ subject }) => subject.includes(second.id));
    await merge(second, survivor);
    await desk.settle();
    await desk.mail({ from: 'anna@desk.test', to: alert?.replyTo, subject: `Re: ${alert?.subject}`, text: 'Prøv nå.' });
    await desk.settle();
    expect((await joined(survivor)).held).toEqual([expect.objectContaining({ doubt: 'conversation-moved-on' })]);
    expect((await joined(second)).held).toEqual([]);
  });

  it('loses no mail that arrives at the same moment', async () => {
    const [survivor, second] = [await mailed('skjemaet'), await mailed('skjemaet igjen')];
    const replyTo = await replyAddressOf(second);
    const texts = ['En.', 'To.', 'Tre.', 'Fire.'];
    const mails = texts.map((text) => desk.mail({ to: replyTo, subject: `Re: [${second.id}]`, text }));
    await Promise.all([merge(second, survivor), ...mails]);
    await desk.settle();
    expect(await said(survivor)).toBe(2 + texts.length);
    expect(desk.complaints).toEqual([]);
  });

  it('goes on through all mergers', async () => {
    const [a, b, c] = [await mailed('A'), await mailed('B'), await mailed('C')];
    const replyTo = await replyAddressOf(a);
    await merge(a, b);
    await desk.settle();
    await merge(b, c);
    await desk.settle();
    expect(await said(c)).toBe(3);
    await desk.mail({ to: replyTo, subject: `Re: [${a.id}]`, text: 'Enda en.' });
    await desk.settle();
    expect(await said(c)).toBe(4);
    expect(await merge(await mailed('D'), a)).toMatchObject({ status: 409, body: { error: 'merged', into: b.id } });
  });

  it('goes on in one of the two, when each is merged into the other at once', async () => {
    const tickets = [await mailed('A'), await mailed('B')] as const;
    const [a, b] = tickets;
    await Promise.all([merge(a, b), merge(b, a, 'bo')]);
    await desk.settle();
    const standing = await Promise.all(tickets.map(joined));
    expect(standing.map(({ status }) => status).sort()).toEqual(['merged', 'open']);
    const [survivor] = standing.filter(({ status }) => status === 'open');
    expect(survivor?.seen).toBe(2);
    await desk.mail({ to: await replyAddressOf(a), subject: `Re: [${a.id}]`, text: 'Mer.' });
    await desk.mail({ to: await replyAddressOf(b), subject: `Re: [${b.id}]`, text: 'Enda mer.' });
    await desk.settle();
    expect(survivor && (await said(survivor))).toBe(4);
  });

  it('keeps the earlier of the two promises', async () => {
    const first = await mailed('den første');
    await desk.moveClock('2026-01-13T10:00:00+01:00');
    const later = await mailed('den andre');
    await merge(first, later);
    await desk.settle();
    expect((await joined(later)).promise.beginLatest).toBe(first.promise.beginLatest);
  });

  it('awaits an answer where work on the other has begun', async () => {
    const [survivor, second] = [await mailed('A'), await mailed('B')];
    await act(desk, 'anna', survivor, 'replies', { text: 'Vi ser på det.', seen: 1 });
    await merge(second, survivor);
    await desk.settle();
    await desk.moveClock('2026-01-14T16:00:00+01:00');
    expect((await joined(survivor)).timeline.map(({ type }) => type)).toContain('answer-overdue');
  });

  it('brings its own customer along, who gets what the other is told', async () => {
    const organisation = { name: 'Kunde AS', domains: ['kunde.example'], people: [] };
    expect((await desk.api('anna', '/organisations', organisation)).status).toBeLessThan(300);
    const survivor = await mailed('A');
    const second = await mailed('B', '"Ola" <ola@kunde.example>');
    expect(await merge(second, survivor)).toMatchObject({ status: 200 });
    await desk.settle();
    await act(desk, 'anna', survivor, 'replies', { text: 'Nå virker det.', seen: 2 });
    await desk.settle();
    const answer = (await desk.sent()).find(({ text }) => text.includes('Nå virker det.'));
    expect(answer).toMatchObject({ to: KARI, cc: 'ola@kunde.example' });
    await desk.mail({
      from: 'ola@kunde.example',
      to: answer?.replyTo,
      subject: `Re: ${answer?.subject}`,
      text: 'Takk!',
    });
    await desk.settle();
    expect(await textsOf(survivor)).toContain('Takk!');
  });
});

describe('a merger that would do harm', () => {
  it('is refused between customers, who would read each other’s mail', async () => {
    const [kari, other] = [await mailed('A'), await mailed('B', 'per@annen.example')];
    expect(await merge(other, kari)).toMatchObject({
      status: 403,
      body: { error: 'not-allowed', message: expect.stringContaining('declare an incident') },
    });
    expect(await joined(other)).toMatchObject({ status: 'open' });
  });

  it.each([
    ['into itself', async (a: TicketJson) => a.id, 422, 'same-ticket'],
    ['into one that is not there', async () => '0000-0000', 404, 'no-such-ticket'],
    [
      'into one that is solved',
      async () => {
        const solved = await mailed('løst');
        await act(desk, 'anna', solved, 'resolution', { text: 'Løst.' });
        return solved.id;
      },
      409,
      'already-resolved',
    ],
    ['into nothing that is a number', async () => 'abc', 400, 'bad-request'],
  ] as const)('is refused %s', async (_, into, status, error) => {
    const ticket = await mailed('A');
    expect(await merge(ticket, { id: await into(ticket) })).toMatchObject({ status, body: { error } });
  });

  it('is refused where a critical error would be lost in a request', async () => {
    const [request, critical] = [await mailed('A'), await mailed('B')];
    await act(desk, 'anna', critical, 'triage', { kind: 'error', severity: 'critical' });
    expect(await merge(critical, request)).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
    expect(await merge(request, critical)).toMatchObject({ status: 200 });
  });

  it('is refused for a ticket that leads an incident', async () => {
    const [a, b] = [await mailed('A'), await mailed('B')];
    await act(desk, 'anna', b, 'incident', { title: 'Treg påmelding' });
    expect(await merge(b, a)).toMatchObject({ status: 409, body: { error: 'leads-incident' } });
  });
});

describe('tickets that are linked', () => {
  it('know of each other, and go on by themselves', async () => {
    const [a, b] = [await mailed('A'), await mailed('B', 'per@annen.example')];
    expect(await act(desk, 'anna', a, 'links', { to: b.id.toLowerCase() })).toMatchObject({ status: 200 });
    await desk.settle();
    expect(await joined(a)).toMatchObject({ status: 'open', links: [b.id] });
    expect(await joined(b)).toMatchObject({ status: 'open', links: [a.id] });
    await act(desk, 'anna', b, 'links', { to: a.id });
    await desk.settle();
    expect((await joined(a)).timeline.filter(({ type }) => type === 'ticket-linked')).toHaveLength(1);
  });
});
