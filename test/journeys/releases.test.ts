import { currentOf } from '../../shared/desk/history';
import type { Desk } from '../../shared/desk/ports';
import { catchUpReleases, releaseVersion } from '../../shared/desk/releases';
import { MINUTE } from '../../shared/promises/instant';
import { agentId, ticketIdOf } from '../../shared/ticket/ids';
import type { Agent } from '../../shared/ticket/staff';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { Answer, TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
  await plan('7.2', '2026-01-16', '2026-01-20');
  await plan('7.3', '2026-02-13', '2026-02-17');
});
afterEach(() => desk.stop());

interface VersionJson {
  readonly name: string;
  readonly releasedAt: string | null;
  readonly overdue: boolean;
  readonly tickets: readonly { readonly id: string; readonly told?: boolean; readonly error?: string }[];
  readonly left: number;
}

const plan = (name: string, freeze: string, date: string): Promise<Answer<VersionJson>> =>
  desk.api('cato', '/versions', { name, freeze, date });
const release = (name: string, words: object = WORDS): Promise<Answer<VersionJson>> =>
  desk.api('cato', `/versions/${encodeURIComponent(name)}/release`, words);
const versions = async () => (await desk.api<{ versions: VersionJson[] }>('anna', '/versions')).body.versions;

const WORDS = {
  nb: 'Hei {name},\n\nFeilen i sak {number}, «{subject}», er rettet i versjon {version}.\n\nVennlig hilsen',
  en: 'Hello {name},\n\nThe error in case {number}, “{subject}”, is fixed in version {version}.\n\nKind regards',
};

const KARI = { from: '"Kari Nordmann" <kari@kunde.example>' };
const JANE = {
  from: '"Doe, Jane" <jane@customer.example>',
  subject: 'The list is empty',
  text: 'Hello! The list of participants is empty. Could you please help me with this?',
};
const NAMELESS = { from: 'post@kommune.example', subject: 'Feil i liste' };

const CATO: Agent = { id: agentId('cato'), name: 'Cato', email: 'cato@desk.test', works: 3, senior: false };

/** A less severe error that has been put off to a version. */
async function waitingFor(version: string, mail: object): Promise<TicketJson> {
  return tied(version, await openedBy(desk, () => desk.mail(mail)));
}

async function tied(version: string, ticket: TicketJson): Promise<TicketJson> {
  await act(desk, 'anna', ticket, 'triage', { kind: 'error', severity: 'minor' });
  const put = await act(desk, 'cato', ticket, 'postponement', { reason: 'Rekker ikke neste.', version });
  expect(put.status).toBe(200);
  await desk.settle();
  return ticket;
}

const answersTo = async (address: string) =>
  (await desk.lettersTo(address)).filter(({ text }) => /rettet i versjon|fixed in version/.test(text));

describe('the calendar of releases (P7)', () => {
  it('lists the versions by date, with the tickets that wait for each, and which are late', async () => {
    const { id, subject } = await waitingFor('7.3', KARI);
    await desk.moveClock('2026-01-21T00:00:00+01:00');
    expect(await versions()).toEqual([
      { name: '7.2', freeze: '2026-01-16', date: '2026-01-20', releasedAt: null, overdue: true, tickets: [] },
      {
        name: '7.3',
        freeze: '2026-02-13',
        date: '2026-02-17',
        releasedAt: null,
        overdue: false,
        tickets: [{ id, subject }],
      },
    ]);
  });

  it('moves a version, and its tickets wait for the new date', async () => {
    const { id } = await waitingFor('7.3', KARI);
    expect((await plan('7.3', '2026-02-20', '2026-02-24')).body).toMatchObject({
      date: '2026-02-24',
      tickets: [{ id, told: true }],
      left: 0,
    });
    const { ticket } = await currentOf(desk.local.desk, ticketIdOf(id) ?? fail());
    expect(ticket).toMatchObject({ fixIn: { version: '7.3', date: '2026-02-24' } });
  });

  it.each([
    ['a date that has passed', ['7.4', '2026-01-09', '2026-01-09'], 422, 'in-the-past'],
    ['a freeze after the date', ['7.4', '2026-02-18', '2026-02-17'], 400, 'bad-request'],
    ['a date that there is not', ['7.4', '2026-02-17', '2026-02-30'], 400, 'bad-request'],
    ['a name of more than 40 letters', ['7'.repeat(41), '2026-02-17', '2026-02-17'], 400, 'bad-request'],
    ['a name with a slash', ['7/4', '2026-02-17', '2026-02-17'], 400, 'bad-request'],
  ] as const)('refuses %s, and says what to do', async (_, [name, freeze, date], status, error) => {
    expect(await plan(name, freeze, date)).toMatchObject({ status, body: { error, message: expect.any(String) } });
  });

  it('has each version once, however many plan it at once', async () => {
    await Promise.all(['8', '8', '8'].map((name) => plan(name, '2026-03-13', '2026-03-17')));
    expect((await versions()).map(({ name }) => name)).toEqual(['7.2', '7.3', '8']);
  });
});

describe('a version that comes out', () => {
  it('answers and resolves all that wait for it, each in own words and language, and no other', async () => {
    const tickets = [await waitingFor('7.3', KARI), await waitingFor('7.3', JANE), await waitingFor('7.3', NAMELESS)];
    const other = await openedBy(desk, () => desk.mail());
    const { said } = await whatCameOf(desk, async () => {
      expect(await release('7.3')).toMatchObject({ status: 200, body: { releasedAt: MONDAY_TEN, left: 0 } });
    });
    expect(
      said.map(({ text }) =>
        text
          .split(/(?<=\.)\n\n(?:Vennlig|Kind)/)[0]
          ?.split('\n')
          .slice(-3),
      ),
    ).toEqual(
      expect.arrayContaining([
        ['Hei Kari,', '', `Feilen i sak ${tickets[0]?.id}, «Får ikke åpnet skjemaet», er rettet i versjon 7.3.`],
        ['Hello Jane,', '', `The error in case ${tickets[1]?.id}, “The list is empty”, is fixed in version 7.3.`],
        ['Hei,', '', `Feilen i sak ${tickets[2]?.id}, «Feil i liste», er rettet i versjon 7.3.`],
      ]),
    );
    expect(said).toHaveLength(3);
    for (const { id } of tickets) expect(await ticketOf(desk, id)).toMatchObject({ status: 'resolved' });
    expect(await ticketOf(desk, other.id)).toMatchObject({ status: 'open' });
    expect((await versions()).map(({ tickets }) => tickets)).toEqual([[], []]);
  });

  it('is out already when it is brought out again: the same is answered, and nobody is told twice', async () => {
    await waitingFor('7.3', KARI);
    const first = await release('7.3');
    expect(await release('7.3', { nb: 'Andre ord.', en: 'Other words.' })).toEqual(first);
    await desk.moveClock('2026-01-12T10:06:00+01:00');
    await catchUpReleases(desk.local.desk)();
    expect(await release('7.3')).toEqual(first);
    await desk.settle();
    expect(await answersTo('kari@kunde.example')).toHaveLength(1);
    expect((await desk.sent()).filter(({ text }) => text.includes('Andre ord'))).toEqual([]);
    expect((await plan('7.3', '2026-03-13', '2026-03-17')).body).toMatchObject({
      error: 'bad-request',
      message: 'Version 7.3 is out already. Plan the next one.',
    });
  });

  it('skips whom nobody can write to, and says so', async () => {
    const call = { channel: 'phone', caller: { name: 'Ola' }, subject: 'Feil', text: 'Listen er tom.' };
    const ticket = await tied('7.3', (await desk.api('bo', '/tickets', call)).body);
    const { id } = await waitingFor('7.3', KARI);
    const { tickets, left } = (await release('7.3')).body;
    expect(tickets.toSorted((a) => (a.told ? 1 : -1))).toMatchObject([
      { id: ticket.id, told: false, error: 'unreachable' },
      { id, told: true },
    ]);
    expect(left).toBe(0);
    expect((await versions())[1]?.tickets).toMatchObject([{ id: ticket.id }]);
  });

  it('answers by the sweep what its list was too late to show, for five minutes', async () => {
    const { id } = await waitingFor('7.3', KARI);
    expect(await releaseVersion(withLateLists(desk.local.desk))('7.3', WORDS, CATO)).toMatchObject({ tickets: [] });
    await catchUpReleases(desk.local.desk)();
    expect(await ticketOf(desk, id)).toMatchObject({ status: 'resolved' });
    expect(await owing()).toEqual(['7.3']);
    await desk.moveClock('2026-01-12T10:06:00+01:00');
    await catchUpReleases(desk.local.desk)();
    expect(await owing()).toEqual([]);
  });

  it('that nobody has planned is refused with those that there are', async () => {
    expect(await release('9')).toMatchObject({ status: 404, body: { message: expect.stringContaining('7.2, 7.3') } });
  });

  it.each([
    ['a field that cannot be filled', { ...WORDS, nb: 'Hei {agent}' }],
    ['one language alone', { nb: 'Hei' }],
  ])('is not told with %s', async (_, words) => {
    expect(await release('7.3', words)).toMatchObject({ status: 400 });
    expect((await versions())[1]).toMatchObject({ releasedAt: null });
  });
});

describe('a version that comes out while something breaks', () => {
  it('is out though the answer was lost; the same request again tells the tickets', async () => {
    await waitingFor('7.3', KARI);
    await desk.fault({ service: 'dynamodb', operation: 'PutItem', when: 'after', times: 4 });
    expect(await release('7.3')).toMatchObject({ status: 500 });
    expect((await versions())[1]).toMatchObject({ releasedAt: MONDAY_TEN });
    expect(await release('7.3')).toMatchObject({ status: 200, body: { tickets: [{ told: true }], left: 0 } });
    await desk.settle();
    expect(await answersTo('kari@kunde.example')).toHaveLength(1);
  });

  it('that broke off half-way is finished by the sweep, and nobody is told twice', async () => {
    const tickets = [await waitingFor('7.3', KARI), await waitingFor('7.3', NAMELESS)];
    await expect(releaseVersion(killedAfterOne(desk.local.desk))('7.3', WORDS, CATO)).rejects.toThrow('killed');
    await catchUpReleases(desk.local.desk)();
    await catchUpReleases(desk.local.desk)();
    await desk.settle();
    for (const { id } of tickets) expect(await ticketOf(desk, id)).toMatchObject({ status: 'resolved' });
    for (const address of ['kari@kunde.example', 'post@kommune.example'])
      expect(await answersTo(address)).toHaveLength(1);
  });

  it('is not kept back by a ticket that breaks, which is told later', async () => {
    const [first, second] = [await waitingFor('7.3', KARI), await waitingFor('7.3', NAMELESS)];
    const broken = withBrokenHistory(desk.local.desk, first.id);
    expect(await releaseVersion(broken)('7.3', WORDS, CATO)).toMatchObject({
      tickets: [{ ticket: second.id, is: 'told' }],
      left: 1,
    });
    await catchUpReleases(desk.local.desk)();
    expect(await ticketOf(desk, first.id)).toMatchObject({ status: 'resolved' });
    expect(desk.complaints).toHaveLength(1);
  });

  it('leaves to the sweep what takes too long', async () => {
    await waitingFor('7.3', KARI);
    const { circumstances } = desk.local.desk;
    let now = Date.parse(MONDAY_TEN);
    const slow: Desk = {
      ...desk.local.desk,
      circumstances: async () => {
        now += MINUTE;
        return { ...(await circumstances()), now };
      },
    };
    expect(await releaseVersion(slow)('7.3', WORDS, CATO)).toMatchObject({ tickets: [], left: 1 });
  });
});

const owing = async () => (await desk.local.desk.releases.kept()).flatMap(({ name, owes }) => (owes ? [name] : []));

const withLateLists = (desk: Desk): Desk => ({ ...desk, lists: { ...desk.lists, underway: async function* () {} } });

/** One ticket is told; then the desk is gone. */
function killedAfterOne(desk: Desk): Desk {
  let commits = 0;
  const killed = () => Promise.reject(new Error('killed'));
  return {
    ...desk,
    log: { ...desk.log, error: () => undefined },
    tickets: {
      ...desk.tickets,
      append: (commit) => {
        commits += 1;
        return commits > 1 ? killed() : desk.tickets.append(commit);
      },
    },
    releases: { ...desk.releases, keep: (kept) => (commits > 0 ? killed() : desk.releases.keep(kept)) },
  };
}

const withBrokenHistory = (desk: Desk, broken: string): Desk => ({
  ...desk,
  tickets: {
    ...desk.tickets,
    history: (id) => (id === broken ? Promise.reject(new Error('The history broke.')) : desk.tickets.history(id)),
  },
});

function fail(): never {
  throw new Error('There is no such ticket.');
}
