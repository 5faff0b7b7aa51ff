import { actLink, type LinkedAct } from '../../shared/desk/act-links';
import { agentId, type TicketId } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';

/** Wednesday night: nobody is at work. */
const AT_NIGHT = '2026-01-14T23:00:00+01:00';

const CRITICAL = { kind: 'error', severity: 'critical' };

let desk: RunningDesk;
let ticket: TicketJson;

const linkFor = async (agent: string, act: LinkedAct = 'take', { id }: { id: string } = ticket): Promise<string> =>
  actLink(desk.local.desk, { ticket: id as TicketId, agents: agent.split(' ').map(agentId), act });

const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? '';

async function shown(response: Response) {
  const html = await response.text();
  const text = html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'");
  return { status: response.status, headers: response.headers, html, lines: text.split('\n').filter(Boolean) };
}

const look = async (link: string, init: RequestInit = {}) => shown(await fetch(link, init));

/** Presses the button, as a browser without scripts does. */
const press = async (link: string, fields: Record<string, string> = {}) =>
  shown(
    await fetch(new URL('/act', link), {
      method: 'POST',
      body: new URLSearchParams({ token: tokenIn(link), ...fields }),
    }),
  );

const typesOf = async (of: TicketJson = ticket) => (await ticketOf(desk, of.id)).timeline.map(({ type }) => type);
const callsOf = async () => (await typesOf()).filter((type) => type === 'senior-called');

async function opened(clock: string, text: string): Promise<void> {
  desk = await deskAt(clock);
  ticket = await openedBy(desk, () => desk.mail({ text }));
}

async function criticalAtNight(): Promise<void> {
  await opened(AT_NIGHT, 'Påmeldingen er helt nede. Ingen kommer inn.');
  await act(desk, 'bo', ticket, 'triage', CRITICAL);
  await desk.settle();
}

describe('a critical error at night', () => {
  beforeEach(criticalAtNight);
  afterEach(() => desk.stop());

  it('calls a senior by mail and by SMS, and the link in the mail shows what it would do', async () => {
    expect((await desk.lettersTo('+4790000001')).map(({ text }) => text)).toEqual([expect.stringContaining(ticket.id)]);
    expect((await desk.lettersTo('anna@desk.test')).length).toBeGreaterThan(0);
    const page = await look(await linkFor('anna'));
    expect(page.status).toBe(200);
    expect(page.lines).toEqual([
      `Ta saken (${ticket.id})`,
      'English',
      'Ta saken',
      'Sak',
      ticket.id,
      'Type',
      'kritisk feil',
      'Kunde',
      'Kari Nordmann',
      'Mottatt',
      'onsdag 14. januar kl. 23.00',
      'Ansvarlig',
      'Anna',
      'Når du tar saken, står den på deg, og den regnes som påbegynt. Varslene til seniorene stanser.',
      'Ta saken',
      'Du handler som Anna.',
    ]);
  });

  it('is not taken by whoever only looks, as mail scanners do, and the alarm goes on', async () => {
    const before = await typesOf();
    const link = await linkFor('anna');
    for (const method of ['GET', 'GET', 'HEAD']) await look(link, { method });
    await desk.settle();
    expect(await typesOf()).toEqual(before);
    await desk.moveClock('2026-01-14T23:15:00+01:00');
    expect(await callsOf()).toHaveLength(2);
  });

  it('is taken by the button, and the alarm ends with the whole chain in the history', async () => {
    await desk.moveClock('2026-01-14T23:20:00+01:00');
    const link = await linkFor('dina');
    const page = await press(link);
    await desk.settle();
    expect([page.status, page.lines.at(-1)]).toEqual([200, 'Du tok saken kl. 23.20.']);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ assignee: 'dina' });
    await desk.moveClock('2026-01-15T07:00:00+01:00');
    expect((await typesOf()).filter((type) => /senior|assigned|triaged|begun/.test(type))).toEqual([
      'ticket-triaged',
      'ticket-assigned',
      'senior-called',
      'senior-called',
      'ticket-assigned',
      'work-begun',
      'senior-took-over',
    ]);
  });

  it('is taken once, however often the button is pressed', async () => {
    const link = await linkFor('anna');
    await press(link);
    const after = await typesOf();
    expect((await press(link)).lines.at(-1)).toBe('Du tok saken kl. 23.00.');
    expect((await look(link)).lines.at(-1)).toBe('Du tok saken kl. 23.00.');
    expect(await typesOf()).toEqual(after);
  });

  it('is not taken from whoever has taken it by whoever was called as well', async () => {
    const link = await linkFor('dina');
    await press(await linkFor('anna'));
    await desk.moveClock('2026-01-15T00:10:00+01:00');
    const page = await press(link);
    expect([page.status, page.lines.at(-1)]).toEqual([200, 'Anna tok saken onsdag 14. januar kl. 23.00.']);
    expect(page.html).not.toContain('<form');
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ assignee: 'anna' });
  });

  it('is refused to whoever is no senior, with who can take it', async () => {
    const page = await press(await linkFor('bo'));
    expect([page.status, page.lines.at(-1)]).toEqual([
      409,
      'Bare en senior kan ta denne saken. Disse kan: Anna og Dina.',
    ]);
  });

  it('is not taken again by an old link when it was given to somebody else since', async () => {
    const link = await linkFor('anna');
    await press(link);
    await act(desk, 'anna', ticket, 'assignment', { agent: 'dina' });
    const page = await press(link);
    expect(page.lines.at(-1)).toMatch(/^Du brukte lenken kl\. 23\.00, og saken er endret siden/);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ assignee: 'dina' });
  });

  it('is not taken once it is resolved', async () => {
    const link = await linkFor('dina');
    await act(desk, 'anna', ticket, 'resolution');
    expect((await press(link)).lines.at(-1)).toBe('Saken er løst. Det er ikke mer å gjøre.');
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ status: 'resolved' });
  });
});

describe('a link that several have', () => {
  beforeEach(criticalAtNight);
  afterEach(() => desk.stop());

  it('asks which of them it is, of those who can', async () => {
    const link = await linkFor('anna bo dina');
    const page = await look(link);
    expect(page.lines.slice(-4)).toEqual(['Hvem er du?', ' Anna', ' Dina', 'Ta saken']);
    expect((await press(link, { agent: 'dina' })).lines.at(-1)).toBe('Du tok saken kl. 23.00.');
    expect((await look(link)).lines.at(-1)).toBe('Dina tok saken kl. 23.00.');
    expect((await press(link, { agent: 'anna' })).lines.at(-1)).toBe('Dina tok saken kl. 23.00.');
  });

  it.each([{}, { agent: 'erik' }, { agent: '' }])('does nothing for somebody else (%j)', async (fields) => {
    const page = await press(await linkFor('anna dina'), fields);
    expect([page.status, page.lines.includes('Velg hvem du er først.')]).toEqual([400, true]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ begunAt: null });
  });
});

describe('what was lifted to management', () => {
  beforeEach(criticalAtNight);
  afterEach(() => desk.stop());

  it('is acknowledged by the link, and they are not told again', async () => {
    await act(desk, 'anna', ticket, 'escalation', { reason: 'Kunden venter.' });
    const link = await linkFor('erik', 'acknowledge');
    expect((await look(link)).html).toContain('<button type="submit">Bekreft at ledelsen har sett saken</button>');
    expect((await press(link)).lines.at(-1)).toBe('Du bekreftet kl. 23.00 at ledelsen har sett saken.');
    expect(await typesOf()).toContain('escalation-acknowledged');
  });

  it('can be acknowledged when it has been lifted, and by management alone', async () => {
    expect((await press(await linkFor('erik', 'acknowledge'))).lines.at(-1)).toBe('Saken er ikke løftet til ledelsen.');
    await act(desk, 'anna', ticket, 'escalation', { reason: 'Kunden venter.' });
    expect((await press(await linkFor('anna', 'acknowledge'))).status).toBe(409);
  });
});

describe('a suspicion', () => {
  beforeEach(() => opened('2026-01-14T10:00:00+01:00', 'Systemet er nede! Ingen kommer inn på påmeldingen.'));
  afterEach(() => desk.stop());

  it('is dismissed with a reason, which the page suggests', async () => {
    const link = await linkFor('anna', 'dismiss');
    const page = await look(link);
    expect(page.lines).toContain('ikke vurdert ennå, mistanke om kritisk feil');
    expect(page.html).toMatch(/<textarea[^>]* required=""[^>]*>Jeg har lest henvendelsen/);
    const done = await press(link, { reason: 'Bare ett skjema.' });
    expect(done.lines.at(-1)).toBe('Du avviste mistanken kl. 10.00.');
    const entry = (await ticketOf(desk, ticket.id)).timeline.find(({ type }) => type === 'suspicion-dismissed');
    expect(JSON.stringify(entry)).toContain('Bare ett skjema.');
  });

  it.each([{ reason: '' }, { reason: '  \n' }, {}])('is not dismissed without one (%j)', async (fields) => {
    const link = await linkFor('anna', 'dismiss');
    const page = await press(link, fields);
    expect([page.status, page.lines.includes('Skriv en begrunnelse først.')]).toEqual([400, true]);
    expect(await typesOf()).not.toContain('suspicion-dismissed');
  });

  it('is judged by whoever triages, and nothing is left to dismiss', async () => {
    const link = await linkFor('anna', 'dismiss');
    await act(desk, 'bo', ticket, 'triage', { kind: 'request' });
    expect((await look(link)).lines.at(-1)).toBe('Bo vurderte saken kl. 10.00.');
  });
});

describe('the page of a link', () => {
  beforeEach(criticalAtNight);
  afterEach(() => desk.stop());

  it('runs nothing, loads nothing, sends its form to us alone, and is kept by nobody', async () => {
    const { headers, html } = await look(await linkFor('anna'));
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).not.toContain('<script');
    expect(html).not.toContain(ticket.subject);
  });

  it('speaks the language that is asked for, and the first of the desk otherwise', async () => {
    const link = await linkFor('anna');
    expect((await look(`${link}&language=en`)).lines).toContain('You act as Anna.');
    expect((await look(`${link}&language=fr`)).lines).toContain('Du handler som Anna.');
    expect((await press(link, { language: 'en' })).lines.at(-1)).toBe('You took the case at 23:00.');
  });

  it('does nothing by a link that is forged, altered or none', async () => {
    const link = await linkFor('anna');
    const altered = link.replace(/token=./, 'token=Q');
    for (const false_ of [altered, link.replace(/token=.*/, 'token=abc'), link.replace(/\?.*/, '')]) {
      for (const page of [await look(false_), await press(`${false_}${false_.includes('?') ? '' : '?'}`)])
        expect([page.status, page.lines.includes('Lenken virker ikke')]).toEqual([404, true]);
    }
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ begunAt: null });
  });

  it('does nothing for whoever has left', async () => {
    const page = await press(await linkFor('frida'));
    expect([page.status, page.lines.at(-1)]).toEqual([409, 'Den lenken er laget til, jobber ikke her lenger.']);
  });
});
