import { perform } from '../../shared/desk/perform';
import type { Desk } from '../../shared/desk/ports';
import { INBOX } from '../../shared/desk/receive-mail';
import { HOUR } from '../../shared/promises/instant';
import { ticketIdOf } from '../../shared/ticket/ids';
import { visitorWrites } from '../support/chat';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, filesOf, ticketOf } from '../support/journey';
import { discrepancies } from '../support/ledger';
import { type Answer, KARI, type TicketJson } from '../support/local-desk';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

interface Fault {
  readonly service: string;
  readonly operation: string;
  readonly when: 'before' | 'after';
  readonly times: number;
}

type Heal = (desk: RunningDesk) => Promise<void>;

/** How often people, mail servers and webhooks ask again, and how many hours a desk may need. */
const TRIES = 20;

async function insist<T>(ask: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (tries === 1) throw error;
    return insist(ask, tries - 1);
  }
}

const insistOnAnswer = <T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> =>
  insist(async () => {
    const answer = await ask();
    if (answer.status >= 500) throw new Error(`The desk answered ${answer.status}.`);
    return answer;
  });

const settled: Heal = ({ settle }) => insist(settle);

/** Nobody looks after the desk: an hour goes by, and another, with their rounds. */
const hoursLater: Heal = async (desk) => {
  for (let hours = 0; hours < TRIES; hours += 1) {
    await desk.moveClock(new Date(Date.parse(await nowOf(desk)) + HOUR).toISOString());
    if (await isAtRest(desk).catch(() => false)) return;
  }
};

const nowOf = async (desk: RunningDesk): Promise<string> =>
  ((await desk.request('/local/clock')).body as { now: string }).now;

async function isAtRest(desk: RunningDesk): Promise<boolean> {
  for await (const _ of desk.local.desk.outbox.overdue(Infinity)) return false;
  return (await filesOf(desk, INBOX)).length === 0;
}

/** How a ticket has ended, as far as a fault must change nothing. Where hours went by, some are told that they wait. */
const endingOf = ({ status, assignee, timeline, letters }: TicketJson) => {
  const types = timeline.map(({ type }) => type);
  const keptWaiting = types.filter((type) => type === 'chat-kept-waiting').length;
  const said = letters.map(({ letter }) => letter).filter((letter) => !['warning', 'offer-of-mail'].includes(letter));
  const alerts = said.filter((letter) => letter === 'alert').slice(keptWaiting);
  return {
    status,
    assignee,
    events: types.filter((type) => !['promise-warned', 'chat-kept-waiting'].includes(type)),
    letters: said.filter((letter) => letter !== 'alert'),
    alerts,
  };
};

/** A mail and a chat come in, and are taken, answered and resolved; the fault breaks each half of it. */
async function journey(name: string, heal: Heal, fault?: Fault): Promise<TicketJson[]> {
  const breaks = async () => void (fault && (await desk.fault(fault)));
  const mends = async () => {
    await heal(desk);
    if (fault) await desk.fault({ ...fault, times: 0 });
  };
  await breaks();
  await comeIn(name);
  await mends();
  const tickets = (await desk.tickets()).filter(({ subject }) => subject === name);
  expect(tickets.map(({ channel }) => channel).sort()).toEqual(['chat', 'mail']);
  await breaks();
  for (const ticket of tickets) await areHelped(ticket);
  await mends();
  const ended = await Promise.all(tickets.map(({ id }) => ticketOf(desk, id)));
  return ended.sort((a, b) => (a.channel < b.channel ? -1 : 1));
}

const LONG = 'Lange ord skal holde lenge. '.repeat(100);

async function comeIn(name: string): Promise<void> {
  const id = name.replaceAll(' ', '-');
  const ids = { messageId: `<${id}@kunde.example>`, inReplyTo: `<before-${id}@kunde.example>` };
  await insist(() => desk.mail({ ...ids, subject: name, text: `Mail: ${name}.\n${LONG}` }));
  const said = { conversationId: name, messageId: name, text: name };
  await insistOnAnswer(() => visitorWrites(desk, said));
}

/** A mail is taken, answered and then resolved; a chat is answered in one go. */
async function areHelped(ticket: TicketJson): Promise<void> {
  const does = (name: string, body: object) =>
    insistOnAnswer(() => act(desk, 'anna', ticket, name, body, { 'idempotency-key': name }));
  const text = `Svar på ${ticket.subject}. ${LONG}`;
  if (ticket.channel === 'chat') return void (await does('resolution', { text }));
  await does('assignment', { agent: 'anna' });
  await does('replies', { text, seen: ticket.seen });
  await does('resolution', {});
}

type Times = readonly [when: Fault['when'], times: number];

// Once: the client tries again, unless it is a letter. Four times: a call fails for good. Ten times: and so does
// whoever tries the call again.
const OFTEN: readonly Times[] = [
  ['before', 1],
  ['before', 10],
  ['after', 1],
  ['after', 4],
  ['after', 10],
];
const MANY: readonly Times[] = [
  ['before', 10],
  ['after', 10],
];
const READ: readonly Times[] = [
  ['before', 4],
  ['before', 10],
];

const FAULTS: readonly Fault[] = [
  ...faultsOf('ses', ['SendRawEmail'], OFTEN),
  ...faultsOf('chat', ['PostReply'], OFTEN),
  ...faultsOf('dynamodb', ['PutItem', 'UpdateItem'], OFTEN),
  ...faultsOf('dynamodb', ['GetItem', 'Query', 'BatchGetItem'], READ),
  ...faultsOf('s3', ['PutObject', 'CopyObject', 'DeleteObject', 'GetObject', 'ListObjectsV2'], MANY),
  ...faultsOf('scheduler', ['CreateSchedule', 'UpdateSchedule', 'DeleteSchedule', 'ListSchedules'], MANY),
];

function faultsOf(service: string, operations: readonly string[], often: readonly Times[]): Fault[] {
  return operations.flatMap((operation) => often.map(([when, times]) => ({ service, operation, when, times })));
}

const losesAnswersToLetters = ({ operation, when }: Fault) =>
  when === 'after' && (operation === 'SendRawEmail' || operation === 'PostReply');

describe('a desk whose services fail', () => {
  let unbroken: TicketJson[] = [];
  beforeAll(async () => {
    unbroken = await journey('uten feil', settled);
  });

  it.each(
    FAULTS.map((fault) => [`${fault.operation} ${fault.times} times ${fault.when} it takes effect`, fault] as const),
  )('ends as if nothing had happened: %s', async (name, fault) => {
    const ended = await journey(name, fault.times === 10 ? hoursLater : settled, fault);
    expect(ended.map(endingOf)).toEqual(unbroken.map(endingOf));
    const letters = ended.flatMap((ticket) => ticket.letters);
    expect(letters.some(({ uncertain }) => uncertain)).toBe(losesAnswersToLetters(fault));
  });

  it('has in the end lost nothing, and doubled nothing that is not counted as uncertain', async () => {
    await desk.settle();
    expect(
      await discrepancies(
        desk,
        FAULTS.map(({ operation, times, when }) => `Mail: ${operation} ${times} times ${when} `),
      ),
    ).toEqual([]);
  });
});

describe('a letter that was sent', () => {
  it('is not forgotten when the next one cannot be claimed', async () => {
    await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 2 });
    await desk.mail({ subject: 'Ikke glemt', text: 'Brevet er sendt.' });
    await desk.moveClock(await nowOf(desk));
    const [ticket] = (await desk.tickets()).filter(({ subject }) => subject === 'Ikke glemt');
    const key = { ticket: ticketIdOf(ticket?.id ?? '') ?? fail(), version: 1 };
    await expect(perform(withSecondClaimBroken(desk.local.desk))(key, Infinity)).rejects.toThrow('claim');
    await desk.settle();
    expect((await ticketOf(desk, key.ticket)).letters).toMatchObject([{ uncertain: false }, { uncertain: false }]);
    expect(await discrepancies(desk, ['Brevet er sendt.'])).toEqual([]);
  });
});

function withSecondClaimBroken(desk: Desk): Desk {
  let claims = 0;
  const save: Desk['outbox']['save'] = async (...ledger) => {
    claims += 1;
    if (claims === 2) throw new Error('The claim broke.');
    return desk.outbox.save(...ledger);
  };
  return { ...desk, outbox: { ...desk.outbox, save } };
}

function fail(): never {
  throw new Error('There is no such ticket.');
}

describe('a mail that comes while storage is down', () => {
  it.each(['before', 'after'] as const)(
    'is 451 at the door, and one ticket when it is sent again (%s it is stored)',
    async (when) => {
      const mail = { messageId: `<451-${when}@kunde.example>`, subject: `451 ${when}`, text: `Mail: 451 ${when}.` };
      await desk.fault({ service: 's3', operation: 'PutObject', when, times: 3 });
      await expect(desk.mail(mail)).rejects.toMatchObject({ responseCode: 451 });
      expect(await desk.mail(mail)).toMatch(/^250 /);
      await desk.settle();
      expect((await desk.tickets()).filter(({ subject }) => subject === mail.subject)).toHaveLength(1);
      expect((await desk.lettersTo(KARI)).filter(({ subject }) => subject.includes(mail.subject))).toHaveLength(1);
      expect(await filesOf(desk, INBOX)).toEqual([]);
    },
  );
});
