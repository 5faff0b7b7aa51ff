import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { visitorWrites } from '../support/chat';
import { newFolder } from '../support/folder';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { act, LEVEL_2, LEVEL_3, openedBy, SENIORS, whatCameOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';
import { npmStart, type StartedDesk } from '../support/npm-start';

const FRIDAY = '2026-01-16T14:50:00+01:00';

/** A machine that is set up for another AWS account, whose services nobody answers for. */
const FOREIGN_AWS = {
  AWS_PROFILE: 'nonsense',
  AWS_REGION: 'us-nowhere-1',
  AWS_ENDPOINT_URL: 'http://10.255.255.1',
  AWS_ENDPOINT_URL_S3: 'http://10.255.255.1',
  AWS_ENDPOINT_URL_DYNAMODB: 'http://10.255.255.1',
  AWS_CONFIG_FILE: '/nonsense/config',
};

describe('npm start', () => {
  let folder: string;
  let desk: StartedDesk;
  let ticket: TicketJson;
  let sent: unknown;
  beforeAll(async () => {
    folder = await newFolder();
    desk = await npmStart({ DATA_DIR: folder, CLOCK: FRIDAY, ...FOREIGN_AWS });
  });
  afterAll(() => desk.end());

  it('prints one line when it takes traffic, at the ports that the environment says', () => {
    expect(desk.line).toBe(`ready http://localhost:${desk.httpPort} smtp://localhost:${desk.smtpPort}`);
  });

  it('is a whole desk, whatever AWS configuration the machine has: a mail comes in, and is acknowledged', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.mail());
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
    expect(said[0]?.text).toContain('Vi begynner normalt i dag, senest mandag 19. januar kl. 15.00.');
    expect(await desk.alarms()).toEqual({ [opened[0]?.id ?? '']: 'at(2026-01-19T11:10:00)' });
    expect(desk.complaints).toEqual([]);
    [ticket] = opened as [TicketJson];
    sent = await desk.sent();
  });

  it('stands still at the instant of CLOCK until it is moved', async () => {
    expect(await desk.request('/local/clock')).toEqual({ status: 200, body: { now: '2026-01-16T13:50:00.000Z' } });
  });

  // The whole of 127.0.0.0/8 is this machine, so a server on all addresses would be heard at 127.0.0.2 too.
  it('listens on 127.0.0.1 alone', async () => {
    for (const port of [desk.httpPort, desk.smtpPort]) {
      expect(await isHeard('127.0.0.1', port)).toBe(true);
      expect(await isHeard('127.0.0.2', port)).toBe(false);
    }
  });

  it('ends cleanly by SIGTERM, and has kept all its data when it starts again', async () => {
    expect(await desk.end()).toBe(0);
    desk = await npmStart({ DATA_DIR: folder, CLOCK: '2026-01-16T14:55:00+01:00' });
    // Time has gone by meanwhile, at the level that has it.
    expect((await desk.api('anna', `/tickets/${ticket.id}`)).body).toEqual({ ...ticket, levels: expect.anything() });
    expect(await desk.sent()).toEqual(sent);
    expect(await desk.alarms()).toEqual({ [ticket.id]: 'at(2026-01-19T11:10:00)' });
  });

  it('refuses an environment that makes no sense, and says why', async () => {
    const none = await npmStart({ DATA_DIR: folder, CLOCK: 'yesterday' });
    expect(none.line).toMatch(/^it ended with 1: .*CLOCK/s);
  });
});

const isHeard = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const answer = (heard: boolean) => {
      socket.destroy();
      resolve(heard);
    };
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false));
  });

describe('what people and scripts rely on', () => {
  let desk: RunningDesk;
  let ticket: TicketJson;
  beforeAll(async () => {
    desk = await deskAt(FRIDAY);
    ticket = await openedBy(desk, () => desk.mail());
  });
  afterAll(() => desk.stop());

  it('the five staff, each signed in by local-<name>', async () => {
    for (const agent of ['anna', 'bo', 'cato', 'dina', 'erik'])
      expect((await desk.api(agent, '/tickets')).status).toBe(200);
  });

  it('of whom anna and bo are of level 2, cato and dina of level 3, anna and dina senior, erik of management', async () => {
    const other = await openedBy(desk, () => desk.mail());
    const { said } = await whatCameOf(desk, () => act(desk, 'bo', other, 'handover', { to: 3, reason: 'Feil.' }));
    const { said: alerts } = await whatCameOf(desk, () => act(desk, 'bo', other, 'triage', { kind: 'security' }));
    expect((await desk.lettersTo('bo@desk.test'))[0]?.to).toBe(LEVEL_2);
    expect(said[0]?.to).toBe(LEVEL_3);
    expect(alerts[0]?.to).toBe(SENIORS);
    expect((await act(desk, 'anna', other, 'assignment', { agent: 'erik' })).status).toBe(403);
  });

  it('a clock that moves forward only', async () => {
    const before = await desk.request('/local/clock');
    expect(await desk.moveClock('2026-01-16T14:49:59+01:00')).toMatchObject({
      status: 409,
      body: { error: 'not-possible' },
    });
    expect(await desk.moveClock('tomorrow')).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    expect(await desk.request('/local/clock')).toEqual(before);
    expect(await desk.moveClock('2026-01-16T14:51:00+01:00')).toEqual({
      status: 200,
      body: { now: '2026-01-16T13:51:00.000Z' },
    });
  });

  it('letters as they are listed, the oldest first', async () => {
    const [letter] = await desk.sent();
    expect(Object.keys(letter ?? {})).toEqual([
      'at',
      'from',
      'to',
      'cc',
      'replyTo',
      'subject',
      'text',
      'html',
      'headers',
    ]);
    const instants = (await desk.sent()).map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted());
  });

  it('schedules as they are listed: the alarms of tickets, the sweeps of each severity, the report and the digest', async () => {
    const schedules = await desk.schedules();
    expect(schedules).toContainEqual({
      name: ticket.id,
      group: 'ticket-alarms',
      expression: 'at(2026-01-19T11:10:00)',
      timeZone: 'UTC',
      input: JSON.stringify({ ticket: ticket.id, severity: 'untriaged' }),
    });
    expect(
      schedules.filter(({ group }) => group === 'rounds').map(({ name, expression }) => [name, expression]),
    ).toEqual([
      ['daily-digest', 'cron(0 8 ? * * *)'],
      ['sweep-critical', 'rate(5 minutes)'],
      ['sweep-minor', 'rate(1 hour)'],
      ['sweep-severe', 'rate(15 minutes)'],
      ['triage-reminder-1500', 'cron(0 15 ? * * *)'],
      ['weekly-report', 'cron(0 7 ? * MON *)'],
    ]);
  });

  it('a fault of a service that there is not is refused, and says which there are', async () => {
    const fault = { service: 'sqs', operation: 'SendMessage' };
    expect(await desk.request('/local/faults', { method: 'POST', body: JSON.stringify(fault) })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('ses, sns, dynamodb, s3, scheduler, chat') },
    });
  });

  it('a ticket with all its fields', async () => {
    const { body } = await desk.api('anna', `/tickets/${ticket.id}`);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(FIELDS));
    expect(Object.keys(body.promise)).toEqual(['beginTarget', 'beginLatest', 'managementAt', 'missed', 'trace']);
    expect(body).toMatchObject({ id: ticket.id, status: 'open', seen: 1, promise: { missed: false } });
    expect(body.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('a ticket by its number as people write it', async () => {
    const spoken = ticket.id.replace('-', '').toLowerCase();
    expect((await desk.api('anna', `/tickets/${spoken}`)).body.id).toBe(ticket.id);
  });

  it('a list as tickets and cursor', async () => {
    const { body } = await desk.api<{ tickets: TicketJson[] }>('anna', '/tickets?queue=open');
    expect(Object.keys(body)).toEqual(['tickets', 'cursor']);
    expect(Object.keys(body.tickets[0] ?? {})).toEqual(
      expect.arrayContaining(FIELDS.filter((it) => it !== 'timeline')),
    );
    expect((await desk.api('anna', '/tickets')).body).toEqual(body);
  });

  it('instants as ISO 8601 with the offset of Oslo, wherever they stand', async () => {
    await act(desk, 'dina', ticket, 'triage', { kind: 'error', severity: 'severe' });
    const told = await Promise.all(
      [`/tickets/${ticket.id}`, '/tickets'].map(async (path) => JSON.stringify((await desk.api('anna', path)).body)),
    );
    const instants = told.join().match(/"\d{4}-\d\d-\d\dT[^"]*"/g) ?? [];
    expect(instants.length).toBeGreaterThan(20);
    expect(instants.filter((instant) => !/T\d\d:\d\d:\d\d(\.\d{3})?\+01:00"$/.test(instant))).toEqual([]);
    expect(told.join()).not.toMatch(/:17\d{11}[,}]/);
  });

  it('a description of the API that has each of its acts, and the body that each takes', async () => {
    const { status, body } = await desk.api<Description>('anna', '/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
    expect(Object.keys(body.paths).sort()).toEqual(
      ['/api/tickets', '/api/tickets/{id}', ...ACTS.map((name) => `/api/tickets/{id}/${name}`), ...OTHERS].sort(),
    );
    expect(Object.keys(body.paths['/api/tickets'] ?? {})).toEqual(['get', 'post']);
    for (const name of ACTS) expect(body.paths[`/api/tickets/{id}/${name}`]?.['post']?.requestBody).toBeDefined();
    expect(JSON.stringify(body.paths['/api/tickets/{id}/replies'])).toContain('"seen":{"type":"integer"');
  });

  it("the README's first mail, and its clock moved on: warning, miss and report", async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, written = ''] = /printf "(From: .*?)" \|/.exec(readme) ?? [];
    const mail = written.replaceAll('\\n', '\n').replace('$(date +%s)', '1768571400');
    const first = await openedBy(desk, () => desk.rawMail(mail));
    expect(first).toMatchObject({ subject: 'Skjemaet åpner seg ikke', customer: { name: 'Kari', email: KARI } });
    await desk.moveClock('2026-01-24T14:51:00+01:00');
    const subjects = (await desk.sent()).map(({ subject }) => subject);
    expect(subjects).toContain(`[${first.id}] Halvveis til fristen: Skjemaet åpner seg ikke`);
    expect(subjects).toContain(`[${first.id}] Fristen er brutt: Skjemaet åpner seg ikke`);
    expect(subjects).toContainEqual(expect.stringMatching(/^Ukerapport 2026-W03: /));
  }, 120_000);
});

describe('a desk that keeps nothing', () => {
  it('is what DATA_DIR=:memory: asks for', async () => {
    const first = await deskAt(MONDAY_TEN);
    await openedBy(first, () => visitorWrites(first));
    await first.stop();
    const second = await deskAt(MONDAY_TEN);
    expect([await second.tickets(), await second.sent()]).toEqual([[], []]);
    await second.stop();
  });
});

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: object }>>>>;
}

const FIELDS = [
  ...['id', 'subject', 'channel', 'status', 'kind', 'severity', 'level', 'assignee', 'customer', 'receivedAt'],
  ...['begunAt', 'resolvedAt', 'promise', 'timeline', 'seen'],
];
const ACTS = [
  ...['assignment', 'triage', 'replies', 'notes', 'handover', 'escalation', 'waiting', 'time', 'estimate'],
  ...['postponement', 'resolution', 'reopening', 'release', 'coming-back', 'confirmation', 'language', 'attachments'],
  ...['acknowledgement', 'calls', 'dismissal', 'incident', 'links', 'merge', 'redaction', 'version'],
  ...['incident/detachment', 'incident/publication', 'incident/tickets', 'incident/withdrawal'],
];
const OTHERS = [
  '/api/answers',
  '/api/answers/{id}/removal',
  '/api/organisations',
  '/api/organisations/{id}',
  '/api/roster',
  '/api/staff',
  '/api/staff/{name}',
  '/api/staff/{name}/notifications',
  '/api/tickets/{id}/answers',
  '/api/tickets/{id}/incident/suggestions',
  '/api/triage',
  '/api/versions',
  '/api/versions/{name}/release',
  '/api/reports/{isoWeek}',
  '/api/openapi.json',
  '/api/maintenance',
  '/api/promise',
  '/api/promise/versions',
  '/api/promise/versions/{version}',
  '/api/promise/versions/{version}/changes',
  '/api/promise/versions/{version}/application',
];
