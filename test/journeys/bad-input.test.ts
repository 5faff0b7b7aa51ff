import { postWebhook } from '../support/chat';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, filesOf, LEVEL_2, openedBy, ticketOf, whatCameOf } from '../support/journey';
import { KARI, type TicketJson } from '../support/local-desk';

// Longer than a key of an index may be: the row of its ticket could never be written.
const ENDLESS = `${'k'.repeat(3_000)}@kunde.example`;

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

describe('a mail that cannot be read', () => {
  const unreadable = `From: Kari <${KARI}>\r\nSubject: Uleselig\r\n\r\n${'--grense\r\n'.repeat(10_001)}slutt`;

  it('is a ticket all the same, with the raw mail attached, whole', async () => {
    const { opened, said } = await whatCameOf(desk, () => desk.rawMail(unreadable));
    const [ticket] = opened;
    expect(ticket).toMatchObject({ subject: 'Uleselig', customer: { name: 'Kari', email: KARI }, status: 'open' });
    expect(said.map(({ to }) => to)).toEqual([KARI, LEVEL_2]);
    const [message] = ticket?.timeline.slice(1) ?? [];
    expect(message).toMatchObject({ type: 'message-received', unreadable: expect.any(String) });
    expect(message?.attachments).toEqual([
      {
        name: expect.stringMatching(/\.eml$/),
        type: 'message/rfc822',
        bytes: expect.any(Number),
        url: expect.any(String),
      },
    ]);
    expect(message?.attachments?.[0]?.bytes).toBeGreaterThan(unreadable.length);
  });

  it.each([
    ['of any bytes', 'a@kunde.example', Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * n * 7 + n) % 256))],
    ['without a header', 'b@kunde.example', Buffer.from('\r\nbare noen ord')],
    ['without anything', 'c@kunde.example', Buffer.from('')],
    ['with nobody in From', 'd@kunde.example', Buffer.from('From: \r\nSubject: Hei\r\n\r\nHei')],
  ])('%s is a ticket of whoever its envelope names', async (_, from, raw) => {
    const { customer } = await openedBy(desk, () => desk.rawMail(raw, { from }));
    expect(customer).toEqual({ email: from });
  });
});

describe('at the SMTP door', () => {
  it('a mail over 40 MB is 552, and opens no ticket', async () => {
    const line = `${'x'.repeat(998)}\r\n`;
    const huge = Buffer.from(`From: ${KARI}\r\nSubject: Stor\r\n\r\n${line.repeat(42_000)}`);
    const { opened } = await whatCameOf(desk, async () => expect(await desk.rawMail(huge)).toMatch(/^552 /));
    expect(opened).toEqual([]);
  });

  it.each(['post@kunde.example', 'support@desk.test.example', 'sales@desk.test', 'supports@desk.test'])(
    'a mail to a foreign address (%s) is 550',
    async (to) => {
      const { opened } = await whatCameOf(desk, async () => expect(await desk.rawMail('Hei', { to })).toMatch(/^550 /));
      expect(opened).toEqual([]);
    },
  );

  it('a mail is 451 while S3 is down, and is one ticket when it comes again', async () => {
    const mail = `From: ${KARI}\r\nSubject: Igjen\r\nMessage-ID: <igjen@kunde.example>\r\n\r\nHei`;
    await desk.fault({ service: 's3', operation: 'PutObject', times: 3, error: 'ServiceUnavailable' });
    const { opened } = await whatCameOf(desk, async () => {
      expect(await desk.rawMail(mail)).toMatch(/^451 /);
      expect(await desk.rawMail(mail)).toMatch(/^250 /);
    });
    expect(opened).toMatchObject([{ subject: 'Igjen', seen: 1 }]);
    expect(await filesOf(desk, 'inbound/')).toEqual([]);
  });
});

describe('at the API', () => {
  let ticket: TicketJson;
  beforeAll(async () => {
    ticket = await openedBy(desk, () => desk.mail());
  });
  afterEach(async () => expect(await ticketOf(desk, ticket.id)).toEqual(ticket));

  const post = (path: string, body: string) => {
    const headers = { authorization: 'Bearer local-bo', 'content-type': 'application/json' };
    return desk.request(`/api${path}`, { method: 'POST', headers, body });
  };

  it.each(['{"text": "Hei', 'text=Hei', '\u0000', '{"a":1}}'])('a body that is not JSON (%j) is 400', async (body) => {
    expect(await post(`/tickets/${ticket.id}/notes`, body)).toMatchObject({
      status: 400,
      body: { error: 'bad-request', message: expect.stringContaining('The body is not JSON: ') },
    });
  });

  it.each([
    ['a text that is missing', 'notes', {}, 'text'],
    ['a text of nothing but space', 'notes', { text: ' \n ' }, 'text'],
    ['a text of more than 20,000 characters', 'notes', { text: 'x'.repeat(20_001) }, 'text'],
    ['a number that is a text', 'replies', { text: 'Hei', seen: '1' }, 'seen'],
    ['an address that is none', 'replies', { text: 'Hei', seen: 1, cc: ['ole@kunde.example', 'ola'] }, 'cc.1'],
    ['an address without end', 'replies', { text: 'Hei', seen: 1, cc: [ENDLESS] }, 'cc.0'],
    ['a kind that there is not', 'triage', { kind: 'disaster' }, 'kind'],
    ['an error without a severity', 'triage', { kind: 'error' }, 'severity'],
    ['a level that there is not', 'handover', { to: 4, reason: 'Feil.' }, 'to'],
    ['an instant without an offset', 'waiting', { until: '2026-01-20T10:00:00', reason: 'Bilde.' }, 'until'],
    ['a day of more than 24 hours', 'time', { minutes: 1_441, level: 2, what: 'Arbeid' }, 'minutes'],
    ['a field that is not known', 'assignment', { agent: 'bo', agnet: 'anna' }, ''],
    ['no object at all', 'escalation', ['reason'], ''],
    ['nothing', 'escalation', null, ''],
  ])('%s is 400, and says what is wrong and where', async (_, name, body, where) => {
    expect(await post(`/tickets/${ticket.id}/${name}`, JSON.stringify(body))).toMatchObject({
      status: 400,
      body: { error: 'bad-request', message: expect.any(String), faults: [{ where, message: expect.any(String) }] },
    });
  });

  it('a phone call without a caller is 400, and says where', async () => {
    const call = { channel: 'phone', caller: {}, subject: 'Emne', text: 'Hei' };
    expect(await post('/tickets', JSON.stringify(call))).toMatchObject({
      status: 400,
      body: { faults: [{ where: 'caller.name' }] },
    });
  });

  it('a phone call whose caller has an address without end is 400, and says where', async () => {
    const call = { channel: 'phone', caller: { name: 'Per', email: ENDLESS }, subject: 'Emne', text: 'Hei' };
    expect(await post('/tickets', JSON.stringify(call))).toMatchObject({
      status: 400,
      body: { faults: [{ where: 'caller.email' }] },
    });
  });

  it.each([
    ['just over 1 MB', 1_000_001],
    ['over 10 MB', 10_500_000],
  ])('a body of %s is 413', async (_, bytes) => {
    const body = JSON.stringify({ text: 'x'.repeat(bytes - 11) });
    expect(body).toHaveLength(bytes);
    expect((await post(`/tickets/${ticket.id}/notes`, body)).status).toBe(413);
    expect((await postWebhook(desk, body)).status).toBe(413);
  });

  it.each(['0000-0000', 'nonsense', '%E0%A4%A', '__proto__'])('an unknown ticket (%s) is 404', async (id) => {
    const unknown = { status: 404, body: { error: 'no-such-ticket', message: expect.any(String) } };
    expect(await desk.api('bo', `/tickets/${id}`)).toMatchObject(unknown);
    expect(await post(`/tickets/${id}/notes`, '{"text":"Hei"}')).toMatchObject(unknown);
  });

  it.each(['/nonsense', '/tickets/0000-0000/nonsense'])('an unknown path (%s) is 404', async (path) => {
    expect(await post(path, '{}')).toMatchObject({ status: 404, body: { error: 'no-such-path' } });
  });

  it.each([
    ['a queue that there is not', 'queue=mess', 'queue'],
    ['a cursor that is none', 'queue=open&cursor=%00', 'cursor'],
    ['a cursor that we did not make', 'queue=resolved&cursor=abc', 'cursor'],
    ['a page of no length', 'limit=0', 'limit'],
  ])('%s is 400', async (_, query, where) => {
    expect(await desk.api('bo', `/tickets?${query}`)).toMatchObject({ status: 400, body: { faults: [{ where }] } });
  });

  it('a cursor of another queue is no harm', async () => {
    const open = await desk.api<{ cursor: string }>('bo', '/tickets?queue=open&limit=1');
    expect(open.body.cursor).toEqual(expect.any(String));
    for (const queue of QUEUES)
      expect((await desk.api('bo', `/tickets?queue=${queue}&cursor=${open.body.cursor}`)).status).toBe(200);
  });

  it.each([
    ['no token', {}],
    ['a foreign token', { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc' }],
    ['a token of nobody', { authorization: 'Bearer local-eva' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: 'Basic local-anna' }],
  ])('%s is 401, whatever is asked for', async (_, headers) => {
    const asked = [
      desk.request('/api/tickets', { headers }),
      desk.request(`/api/tickets/${ticket.id}`, { headers }),
      desk.request('/api/tickets', { method: 'POST', headers, body: '{' }),
      desk.request(`/api/tickets/${ticket.id}/notes`, { method: 'POST', headers, body: '{"text":"Hei"}' }),
    ];
    for (const answer of await Promise.all(asked))
      expect(answer).toMatchObject({ status: 401, body: { error: 'not-signed-in', message: expect.any(String) } });
  });
});

it('whoever is turned away for want of a token is told to bring one', async () => {
  const { status, headers } = await fetch(`${desk.local.httpUrl}/api/tickets`);
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

describe("an act that the ticket's state forbids is 409 with the reason, and changes nothing", () => {
  const REPLY = { text: 'Hei!', seen: 1 };
  const postponed = { reason: 'Senere.' };

  it.each([
    ['an answer that has not seen the newest message', [], 'replies', { ...REPLY, seen: 0 }, 'conversation-moved-on'],
    ['an answer to a resolved ticket', ['resolution'], 'replies', REPLY, 'already-resolved'],
    ['resolving a resolved ticket', ['resolution'], 'resolution', {}, 'already-resolved'],
    ['taking a resolved ticket', ['resolution'], 'assignment', { agent: 'bo' }, 'already-resolved'],
    [
      'waiting on a resolved ticket',
      ['resolution'],
      'waiting',
      { until: '2027-01-01T12:00:00Z', reason: 'x' },
      'already-resolved',
    ],
    ['reopening an open ticket', [], 'reopening', {}, 'not-resolved'],
    ['a handover to the level it has', [], 'handover', { to: 2, reason: 'Feil.' }, 'already-at-level'],
    ['postponing what is not triaged', [], 'postponement', postponed, 'only-minor-errors-wait'],
  ] as const)('%s', async (_, before, name, body, error) => {
    const ticket = await openedBy(desk, () => desk.mail());
    for (const done of before) await act(desk, 'anna', ticket, done);
    await desk.settle();
    const stood = await ticketOf(desk, ticket.id);
    const { said } = await whatCameOf(desk, async () => {
      expect(await act(desk, 'bo', ticket, name, body)).toMatchObject({
        status: 409,
        body: { error, message: expect.any(String) },
      });
    });
    expect(said).toEqual([]);
    expect(await ticketOf(desk, ticket.id)).toEqual(stood);
  });
});

it('none of all this broke anything', async () => {
  expect(desk.complaints).toEqual([]);
});

const QUEUES = ['open', 'level2', 'level3', 'mine', 'overdue', 'waiting', 'resolved', 'parked'];
