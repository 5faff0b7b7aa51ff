import { visitorWrites } from '../support/chat';
import { openedBy } from '../support/journey';
import { isoOf, type Stage, stageAt, type WorkJson } from '../support/promise-journey';

let stage: Stage;
beforeAll(async () => {
  stage = await stageAt('mon 10:00');
  for (const [name, freeze, date] of VERSIONS) await stage.desk.api('cato', '/versions', { name, freeze, date });
});
afterAll(() => stage.stop());

const VERSIONS = [
  ['5.1', '2026-01-13', '2026-01-14'],
  ['5.2', '2026-01-19', '2026-01-20'],
] as const;

/** The tickets of the story, by whose they are. */
const tickets = new Map<string, WorkJson>();
const of = (name: string): WorkJson => {
  const ticket = tickets.get(name);
  if (ticket) return ticket;
  throw new Error(`${name} has not written yet.`);
};

type Step = () => Promise<unknown>;

const until = (time: string) => () => stage.until(time);
const mailFrom =
  (name: string, mail = {}): Step =>
  async () =>
    tickets.set(name, await stage.mailFrom(name, mail));
const chatFrom =
  (name: string): Step =>
  async () => {
    const message = { conversationId: name, messageId: name, visitor: { name } };
    tickets.set(name, await stage.read(await openedBy(stage.desk, () => visitorWrites(stage.desk, message))));
  };
const callFrom =
  (name: string, more = {}): Step =>
  async () => {
    const call = { channel: 'phone', caller: { name }, subject: 'Avmelding', text: 'Hvordan?', ...more };
    tickets.set(name, (await stage.desk.api<WorkJson>('bo', '/tickets', call)).body);
    await stage.desk.settle();
  };
const does =
  (agent: string, name: string, act: string, body: object | (() => object) = {}): Step =>
  async () => {
    const told = await stage.does(agent, of(name), act, typeof body === 'function' ? body() : body);
    expect([act, told.status]).toEqual([act, 200]);
  };
const answers =
  (agent: string, name: string): Step =>
  async () => {
    const { seen } = await stage.read(of(name));
    await does(agent, name, 'replies', { text: 'Vi ser på det.', seen })();
  };
const writesOn =
  (name: string): Step =>
  async () => {
    const [letter] = await stage.lettersTo(of(name));
    await stage.desk.mail({ from: of(name).customer.email, to: letter?.replyTo, text: 'Hvordan går det?' });
    await stage.desk.settle();
  };
const error = (severity: string) => ({ kind: 'error', severity });

/** What happens in a mixed week, each step in words; two customers are one, three have the same cause. */
const WEEK: readonly (readonly [string, Step])[] = [
  ['a mail comes', mailFrom('Ada')],
  ['a mail that is held to be spam comes', mailFrom('Spam', { headers: { 'X-Local-Verdicts': 'spam=FAIL' } })],
  ['a chat comes', chatFrom('Bea')],
  ['a call is logged, to be called back', callFrom('Cia', { answered: false, callBackAt: isoOf('mon 12:00') })],
  ['a mail with alarming words comes', mailFrom('Dag', { subject: 'Hele systemet er nede' })],
  ['the chat has waited', until('mon 10:05')],
  ['the chat is answered', answers('bo', 'Bea')],
  ['the suspicion is dismissed', does('bo', 'Dag', 'dismissal', { reason: 'Gjelder noe annet.' })],
  ['a less severe error is tied to a version', does('bo', 'Dag', 'triage', error('minor'))],
  ['it is answered', answers('bo', 'Dag')],
  ['a critical error comes', mailFrom('Eli')],
  ['it is triaged', does('bo', 'Eli', 'triage', error('critical'))],
  ['the alarm goes on', until('mon 10:20')],
  ['a junior answers it', answers('bo', 'Eli')],
  ['a senior takes it', does('dina', 'Eli', 'assignment', { agent: 'dina' })],
  ['the call is due', until('mon 12:00')],
  ['the caller is reached', does('bo', 'Cia', 'calls', { direction: 'out', answered: true, text: 'Forklart.' })],
  ['a ticket is given to somebody', does('anna', 'Ada', 'assignment', { agent: 'bo' })],
  ['who hands it over', does('bo', 'Ada', 'handover', { to: 3, reason: 'Feil i koden.' })],
  ['somebody writes of a cause that others have too', mailFrom('Fay')],
  ['somebody else does', mailFrom('Gro', { subject: 'Siden er treg' })],
  ['and a third', mailFrom('Hav', { subject: 'Treg side' })],
  ['an incident is declared', does('anna', 'Fay', 'incident', { title: 'Treghet' })],
  ['which is severe', does('anna', 'Fay', 'triage', error('severe'))],
  [
    'the others are attached to it',
    does('anna', 'Fay', 'incident/tickets', () => ({ tickets: [of('Gro').id, of('Hav').id] })),
  ],
  ['one of them writes on', writesOn('Hav')],
  ['the incident is begun', answers('anna', 'Fay')],
  ['one is detached', does('anna', 'Fay', 'incident/detachment', () => ({ ticket: of('Gro').id }))],
  ['management hears of the critical error', until('mon 14:00')],
  ['a critical error waits for the customer', does('dina', 'Eli', 'waiting', WAITING())],
  ['night falls', until('mon 23:00')],
  ['a mail comes at night', mailFrom('Ida')],
  ['the spam is let in', does('anna', 'Spam', 'release')],
  ['we promise to come back', does('bo', 'Cia', 'coming-back', { until: isoOf('wed 12:00') })],
  ['we promise to come back with a version', does('bo', 'Bea', 'coming-back', { version: '5.1' })],
  ['deadlines are missed', until('tue 16:00')],
  ['a customer who is waited for writes', writesOn('Eli')],
  ['management acknowledges', does('erik', 'Eli', 'acknowledgement')],
  ['a fix is postponed', does('cato', 'Dag', 'postponement', { reason: 'Rekker ikke neste.' })],
  ['a case is lifted', does('cato', 'Ada', 'escalation', { reason: 'Kunden purrer.' })],
  ['it comes back to level 2', does('cato', 'Ada', 'handover', { to: 2, reason: 'Er oppsettet.' })],
  ['the promise to come back is broken', until('wed 12:00')],
  ['what is solved is solved', does('dina', 'Eli', 'resolution', { text: 'Rettet.' })],
  ['and comes up again', does('dina', 'Eli', 'reopening', { reason: 'Det kom tilbake.' })],
  ['the same customer writes twice', mailFrom('Jan')],
  ['of the same', mailFrom('Jan again', { from: 'jan@kunde.example' })],
  ['which is merged', does('bo', 'Jan again', 'merge', () => ({ into: of('Jan').id }))],
  ['a ticket waits for a customer who does not answer', does('bo', 'Jan', 'waiting', WAITING('wed 13:00'))],
  ['who is reminded', until('wed 13:00')],
  ['a version is late', until('thu 08:00')],
  ['and comes out', async () => stage.desk.api('cato', '/versions/5.1/release', WORDS)],
  ['the incident is solved for all', does('anna', 'Fay', 'resolution', { text: 'Rettet.', toAll: true })],
  ['a weekend passes', until('next mon 12:00')],
];

function WAITING(time = 'tue 12:00') {
  return { until: isoOf(time), reason: 'Skjermbilde.' };
}

const WORDS = { nb: 'Rettet i versjon {version}.', en: 'Fixed in version {version}.' };

describe('no open ticket is without a next instant, nor without the one alarm that is set for it', () => {
  it.each(WEEK)('when %s', async (_, step) => {
    await step();
    await stage.desk.settle();
    expect(await withoutNextInstant()).toEqual([]);
  });
});

/** What is wrong with the open tickets and their alarms, in words. */
async function withoutNextInstant(): Promise<string[]> {
  const now = Date.parse(((await stage.desk.request('/local/clock')).body as { now: string }).now);
  const open = (await Promise.all(['open', 'waiting'].map(stage.desk.tickets))).flat() as WorkJson[];
  const alarms = (await stage.desk.schedules()).filter(({ group }) => group === 'ticket-alarms');
  const stray = alarms.filter(({ name }) => !open.some(({ id }) => id === name));
  return [
    ...open.flatMap((ticket) => wrongWith(ticket, alarmsOf(ticket), now)),
    ...stray.map(({ name }) => `${name} is not open, and has an alarm`),
  ];

  function alarmsOf({ id }: WorkJson): number[] {
    return alarms.filter(({ name }) => name === id).map(({ expression }) => instantIn(expression));
  }
}

function wrongWith({ id, customer, nextAt }: WorkJson, alarms: readonly number[], now: number): string[] {
  const [alarm = Number.NaN, ...others] = alarms;
  const next = Date.parse(nextAt);
  const faults = {
    'has no next instant': Number.isNaN(next),
    'has no alarm': Number.isNaN(alarm),
    'has more than one alarm': others.length > 0,
    'has an alarm that has passed': alarm <= now,
    'sleeps beyond its next instant': next > now && alarm > next,
  };
  return Object.entries(faults).flatMap(([fault, holds]) => (holds ? [`${customer.name} (${id}) ${fault}`] : []));
}

/** Of `at(2026-01-13T08:30:00)`, which is UTC. */
const instantIn = (expression: string): number => Date.parse(`${expression.slice(3, -1)}Z`);
