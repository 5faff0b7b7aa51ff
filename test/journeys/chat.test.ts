import { sign } from '../../shared/chat/signature';
import { MINUTE } from '../../shared/promises/instant';
import { CHAT_SECRET, postWebhook, startProvider, visitorWrites } from '../support/chat';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { LEVEL_2, openedBy, ticketOf, whatCameOf } from '../support/journey';

const NOW = Date.parse(MONDAY_TEN);

describe('a chat message with a valid signature', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterAll(() => desk.stop());

  it('becomes a ticket, acknowledged in the chat with the promise as instants, and alerts level 2', async () => {
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await visitorWrites(desk)).toEqual({ status: 200, body: { ticket: expect.any(String) } });
    });
    const [ticket] = opened;
    expect(opened).toHaveLength(1);
    expect(ticket).toMatchObject({
      channel: 'chat',
      subject: 'Hei, jeg får ikke meldt på laget mitt. Hva gjør jeg?',
      customer: { name: 'Lise', email: 'lise@klubb.example' },
      receivedAt: MONDAY_TEN,
      promise: { beginTarget: '2026-01-12T15:00:00+01:00', beginLatest: '2026-01-13T15:00:00+01:00' },
    });
    expect(said.map(({ to }) => to)).toEqual(['c-1', LEVEL_2]);
    expect(said[0]?.text).toContain(`sak ${ticket?.id}.`);
    expect(said[0]?.text).toContain('Vi begynner normalt i dag, senest tirsdag 13. januar kl. 15.00.');
    expect(said[1]?.subject).toContain(`[${ticket?.id}] Ny henvendelse: `);
  });

  it('that comes twice is one message of one ticket', async () => {
    const { opened, said } = await whatCameOf(desk, async () => {
      const first = await visitorWrites(desk, { conversationId: 'c-2', messageId: 'm-2' });
      expect(await visitorWrites(desk, { conversationId: 'c-2', messageId: 'm-2' })).toEqual(first);
    });
    expect(opened.map(({ seen }) => seen)).toEqual([1]);
    expect(said.map(({ to }) => to)).toEqual(['c-2', LEVEL_2]);
  });

  it('whose id was used in another conversation is a ticket of its own', async () => {
    await openedBy(desk, () => visitorWrites(desk, { conversationId: 'c-2b', messageId: 'm-2' }));
  });

  it('that goes on with a conversation lands on its ticket', async () => {
    const ticket = await openedBy(desk, () => visitorWrites(desk, { conversationId: 'c-3', messageId: 'm-3' }));
    const { opened, said } = await whatCameOf(desk, () =>
      visitorWrites(desk, { conversationId: 'c-3', messageId: 'm-4', text: 'Laget heter Rød.' }),
    );
    expect(opened).toEqual([]);
    expect((await ticketOf(desk, ticket.id)).timeline.at(-1)).toMatchObject({
      type: 'message-received',
      text: 'Laget heter Rød.',
    });
    expect(said.map(({ to, subject }) => [to, subject])).toEqual([
      [LEVEL_2, expect.stringContaining(`[${ticket.id}] Ny melding fra kunden: `)],
    ]);
  });

  it('whose visitor writes their address in capitals is known by it all the same', async () => {
    const visitor = { name: 'Lise', email: 'Lise@Klubb.Example' };
    const ticket = await openedBy(desk, () =>
      visitorWrites(desk, { conversationId: 'c-5', messageId: 'm-6', visitor }),
    );
    expect(ticket.customer.email).toBe('lise@klubb.example');
  });

  it('after which the visitor has gone is answered by mail', async () => {
    const conversation = { conversationId: 'c-6', messageId: 'm-7' };
    const { id } = await openedBy(desk, () => visitorWrites(desk, conversation));
    const ended = { type: 'conversation.ended', data: { conversationId: 'c-6', endedAt: MONDAY_TEN } };
    expect(await postWebhook(desk, JSON.stringify(ended))).toEqual({ status: 200, body: { ticket: id } });
    const { said } = await whatCameOf(desk, () =>
      desk.api('anna', `/tickets/${id}/replies`, { text: 'Prøv nå.', seen: 1 }),
    );
    expect(said.map(({ to }) => to)).toEqual(['lise@klubb.example']);
  });

  it('in English is acknowledged in English', async () => {
    const { said } = await whatCameOf(desk, () =>
      visitorWrites(desk, { conversationId: 'c-4', messageId: 'm-5', text: 'Hello, how do I change my order?' }),
    );
    expect(said[0]?.text).toContain('We normally begin today, and by Tuesday 13 January at 15:00 at the latest.');
  });
});

describe('a chat webhook that is not as it should be opens no ticket', () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await deskAt();
  });
  afterEach(async () => expect([await desk.tickets(), await desk.sent()]).toEqual([[], []]));
  afterAll(() => desk.stop());

  const message = (data: object) => JSON.stringify({ type: 'message.created', data });

  it('a signature made with another secret is 401', async () => {
    const secret = 'whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldCwgbm90IG91cnM=';
    expect(await visitorWrites(desk, {}, { secret })).toMatchObject({ status: 401, body: { error: 'not-signed-in' } });
  });

  it('a body of which one byte was changed is 401, though it reads the same', async () => {
    const [signed, posted] = [Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from([0x7b, 0xfe, 0x7d])];
    expect(posted.toString()).toBe(signed.toString());
    const headers = { 'content-type': 'application/json', ...sign('evt_1', NOW, signed.toString(), CHAT_SECRET) };
    const answer = await desk.request('/chat/standard', { method: 'POST', headers, body: posted });
    expect(answer).toMatchObject({ status: 401 });
  });

  it('a body that was changed after it was signed is 401', async () => {
    const headers = sign('evt_1', NOW, '{}', CHAT_SECRET);
    expect(await visitorWrites(desk, {}, { headers })).toMatchObject({ status: 401, body: { error: 'not-signed-in' } });
  });

  it('no signature at all is 401', async () => {
    const answer = await desk.request('/chat/standard', { method: 'POST', body: message({}) });
    expect(answer).toMatchObject({ status: 401, body: { error: 'not-signed-in' } });
  });

  it.each([
    ['more than five minutes old', -5 * MINUTE - 1000],
    ['more than five minutes ahead', 5 * MINUTE + 1000],
  ])('a timestamp %s is refused', async (_, off) => {
    const answer = await visitorWrites(desk, {}, { signedAt: NOW + off });
    expect(answer).toMatchObject({ status: 401, body: { message: expect.stringContaining('five minutes') } });
  });

  it('an event of a type that we do not know is 204', async () => {
    expect(await postWebhook(desk, JSON.stringify({ type: 'conversation.closed', data: {} }))).toEqual({
      status: 204,
      body: undefined,
    });
  });

  it('a body that is not JSON is 400, and says where it breaks', async () => {
    expect(await postWebhook(desk, '{"type": ')).toMatchObject({
      status: 400,
      body: { error: 'bad-request', message: expect.stringContaining('not JSON') },
    });
  });

  it('a message of the wrong shape is 400, and says what is wrong and where', async () => {
    const answer = await postWebhook(desk, message({ conversationId: 'c', messageId: 'm', visitor: {}, text: '' }));
    expect(answer).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    expect(answer.body).toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ where: 'data.sentAt' }),
        expect.objectContaining({ where: 'data.text' }),
      ]),
    });
  });

  it('a visitor whose address has no end is 400, and says where', async () => {
    const visitor = { name: 'Lise', email: `${'l'.repeat(3_000)}@klubb.example` };
    expect(await visitorWrites(desk, { visitor })).toMatchObject({
      status: 400,
      body: { faults: [{ where: 'data.visitor.email' }] },
    });
  });

  it('an unknown provider is 404, which tells which there are', async () => {
    expect(await visitorWrites(desk, {}, { path: '/chat/tawk' })).toMatchObject({
      status: 404,
      body: { error: 'no-such-path', message: expect.stringContaining('“standard”, “chatwoot”, “intercom”') },
    });
  });
});

describe('an answer to a chat', () => {
  it('goes back to the provider as a signed message.replied, once, and is listed among what was sent', async () => {
    const provider = await startProvider();
    const desk = await deskAt(MONDAY_TEN, ':memory:', provider.url);
    const { id } = await openedBy(desk, () => visitorWrites(desk));
    const { said } = await whatCameOf(desk, () =>
      desk.api('anna', `/tickets/${id}/replies`, { text: 'Hei Lise! Prøv igjen nå.', seen: 1 }),
    );
    await desk.stop();
    provider.stop();
    const [acknowledgement, reply] = provider.replies;
    expect(provider.replies).toHaveLength(2);
    expect(acknowledgement).toMatchObject({ verdict: 'genuine', body: { data: { conversationId: 'c-1' } } });
    expect(reply).toEqual({
      verdict: 'genuine',
      id: `${id}.2.2`,
      body: {
        type: 'message.replied',
        data: {
          conversationId: 'c-1',
          messageId: `${id}.2.2`,
          sentAt: '2026-01-12T09:00:00.000Z',
          agent: 'Anna',
          text: 'Hei Lise! Prøv igjen nå.',
        },
      },
    });
    expect(said).toMatchObject([{ from: 'Anna', to: 'c-1', text: 'Hei Lise! Prøv igjen nå.' }]);
  });

  it('brings its files as links, since a chat takes none along, also when the first try failed', async () => {
    const desk = await deskAt();
    const { id } = await openedBy(desk, () => visitorWrites(desk));
    const content = Buffer.from('a;b').toString('base64');
    const file = { name: 'tall.csv', type: 'text/csv', content };
    await desk.fault({
      service: 'chat',
      operation: 'PostReply',
      times: 1,
      error: 'InternalServerError',
      when: 'before',
    });
    const attached = await desk.api<{ id: string }>('anna', `/tickets/${id}/attachments`, file);
    const { said } = await whatCameOf(desk, () =>
      desk.api('anna', `/tickets/${id}/replies`, { text: 'Se her.', attachments: [attached.body.id], seen: 1 }),
    );
    const [, link = ''] = /^tall\.csv: (\S+)$/m.exec(said[0]?.text ?? '') ?? [];
    expect(await (await fetch(link)).text()).toBe('a;b');
    await desk.stop();
  });
});
