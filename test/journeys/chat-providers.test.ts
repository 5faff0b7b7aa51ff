import { receiveChatFunction } from '../../functions/receive-chat';
import type { LinkedFile } from '../../shared/chat/inbound';
import { receiveChat } from '../../shared/desk/receive-chat';
import { chatwoot, inChatwoot, intercom, NOW, repliesTo, startChatDesk, TEXT, takenIn } from '../support/chat-products';
import { chatwootPosts } from '../support/chat-service';
import { MONDAY_TEN } from '../support/in-process';
import { LEVEL_2, openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { DeskClient } from '../support/local-desk';

let chats: Awaited<ReturnType<typeof startChatDesk>>;
let desk: DeskClient;

beforeAll(async () => {
  chats = await startChatDesk();
  desk = chats.desk;
});
afterAll(() => chats.stop());

describe.each([chatwoot, intercom])('a visitor’s message in $name', ({ name, write, writeOn, post }) => {
  const conversation = name === 'chatwoot' ? 1_000 : 2_000;

  it('becomes a ticket, is acknowledged in the conversation, and alerts level 2', async () => {
    const first = { conversation, id: 1 };
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await write(desk, first)).toEqual({ status: 200, body: { ticket: expect.any(String) } });
    });
    expect(opened).toMatchObject([
      {
        channel: 'chat',
        subject: TEXT,
        customer: { name: 'Lise', email: 'lise@klubb.example' },
        receivedAt: MONDAY_TEN,
      },
    ]);
    expect(said.map(({ to }) => to)).toEqual([LEVEL_2]);
    expect(repliesTo(chats.service, conversation)).toEqual([expect.stringContaining(`sak ${opened[0]?.id}.`)]);
  });

  it('that comes again changes nothing', async () => {
    const ticket = await openedBy(desk, () => write(desk, { conversation: conversation + 1, id: 2 }));
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await write(desk, { conversation: conversation + 1, id: 2 })).toEqual({
        status: 200,
        body: { ticket: ticket.id },
      });
    });
    expect([opened, said]).toEqual([[], []]);
    expect(await ticketOf(desk, ticket.id)).toMatchObject({ seen: 1 });
  });

  it('that comes twice at once opens one ticket', async () => {
    const both = () => Promise.all([1, 2].map(() => write(desk, { conversation: conversation + 2, id: 3 })));
    expect(await openedBy(desk, both)).toMatchObject({ seen: 1 });
  });

  it('that goes on lands on the ticket of its conversation', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation: conversation + 3, id: 4 }));
    const next = { conversation: conversation + 3, id: 5, text: 'Laget heter Rød.' };
    expect(await writeOn(desk, next)).toEqual({ status: 200, body: { ticket: id } });
    expect((await ticketOf(desk, id)).timeline.at(-1)).toMatchObject({ type: 'message-received', text: next.text });
  });

  it('is answered through the provider, once though the line broke before', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation: conversation + 4, id: 6 }));
    chats.service.trouble({ status: 503 });
    await desk.api('anna', `/tickets/${id}/replies`, { text: 'Prøv igjen nå.', seen: 1 });
    await desk.settle();
    const [, ...answers] = repliesTo(chats.service, conversation + 4);
    expect(answers).toEqual([expect.stringContaining('Prøv igjen nå.')]);
    expect((await ticketOf(desk, id)).letters.at(-1)).toMatchObject({ is: 'done', uncertain: false });
  });

  it('is answered once more where nobody knows whether the answer came, and that is told', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation: conversation + 5, id: 7 }));
    chats.service.trouble('after');
    await desk.api('anna', `/tickets/${id}/replies`, { text: 'Prøv igjen nå.', seen: 1 });
    await desk.settle();
    expect(repliesTo(chats.service, conversation + 5)).toHaveLength(3);
    expect((await ticketOf(desk, id)).letters.at(-1)).toMatchObject({ is: 'done', uncertain: true });
  });

  it('is not what we ourselves have answered, even if it says to be', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation: conversation + 6, id: 8 }));
    const [ours] = takenIn(chats.service.replies, conversation + 6);
    const { opened, said } = await whatCameOf(desk, async () => {
      expect(await writeOn(desk, { conversation: conversation + 6, id: ours?.id ?? 0 })).toMatchObject({ status: 204 });
    });
    expect([opened, said]).toEqual([[], []]);
    expect(await ticketOf(desk, id)).toMatchObject({ seen: 1 });
  });

  it('is not lost where it could not be written at once', async () => {
    await desk.fault({ service: 'dynamodb', operation: 'PutItem', times: 20 });
    const lost = { conversation: conversation + 7, id: 9 };
    expect(await write(desk, lost)).toMatchObject({ status: 500 });
    await desk.fault({ service: 'dynamodb', operation: 'PutItem', times: 0 });
    await openedBy(desk, () => write(desk, lost));
  });

  it.each([
    ['not signed', undefined, 401],
    ['signed by somebody else', 'sha256=00', 401],
  ])('that is %s opens nothing', async (_, signature, status) => {
    const headers = signature
      ? { 'x-chatwoot-timestamp': '1', 'x-chatwoot-signature': signature, 'x-hub-signature': signature }
      : {};
    const init = { method: 'POST', headers, body: JSON.stringify({ event: 'message_created' }) };
    expect(await desk.request(`/chat/${name}`, init)).toMatchObject({ status, body: { error: 'not-signed-in' } });
  });

  it('that is broken is 400, and of no kind that we know 204', async () => {
    const broken = { event: 'message_created', topic: 'conversation.user.created' };
    expect(await post(desk, broken)).toMatchObject({ status: 400, body: { error: 'bad-request' } });
    expect(await post(desk, { event: 'webwidget_triggered', topic: 'ping' })).toEqual({ status: 204, body: undefined });
  });
});

describe('what agents and bots write in the conversation', () => {
  it.each([
    ['an agent’s answer', { message_type: 'outgoing' }],
    ['a private note', { private: true }],
    ['a greeting', { message_type: 'template' }],
  ])('is no inquiry: %s', async (_, changes) => {
    const { opened, said } = await whatCameOf(desk, async () => {
      const event = { ...inChatwoot({ conversation: 3_000, id: 10 }), ...changes };
      expect(await chatwootPosts(desk, event, NOW)).toEqual({ status: 204, body: undefined });
    });
    expect([opened, said]).toEqual([[], []]);
  });
});

it('conversations of two providers that have the same number are two tickets', async () => {
  const same = { conversation: 4_000, id: 11 };
  const one = await openedBy(desk, () => chatwoot.write(desk, same));
  const other = await openedBy(desk, () => intercom.write(desk, same));
  expect(other.id).not.toBe(one.id);
});

describe('a provider’s address', () => {
  it('is there for whoever asks before posting, as Intercom does', async () => {
    expect(await desk.request('/chat/intercom', { method: 'HEAD' })).toMatchObject({ status: 204 });
  });

  it('that has not been set up here is none', async () => {
    const secrets = { ...chats.local.desk.secrets, chat: async () => undefined };
    const receive = receiveChatFunction({ ...chats.local.desk, secrets });
    const event = { rawPath: '/chat/intercom', headers: {}, requestContext: { http: { method: 'POST' } }, body: '{}' };
    expect(await receive(event as never, {} as never)).toMatchObject({
      statusCode: 404,
      body: expect.stringContaining('“intercom” has not been set up'),
    });
  });

  it('takes nothing that was signed more than five minutes ago', async () => {
    const event = inChatwoot({ conversation: 5_000, id: 12 });
    expect(await chatwootPosts(desk, event, NOW - 301_000)).toMatchObject({ status: 401 });
  });
});

describe('a file that a visitor sends', () => {
  const file = (name: string): LinkedFile => ({ name, url: `http://127.0.0.1:9/${name}` });
  const message = (conversationId: string, files: readonly LinkedFile[], text = '') =>
    ({ is: 'message', id: '13', conversationId, at: NOW, author: { kind: 'visitor' }, text, files }) as const;

  it('is kept with the ticket, safe by name', async () => {
    const fetching = {
      ...chats.local.desk.chats,
      fetch: async () => ({ type: 'image/png', bytes: Buffer.from('bilde') }),
    };
    const files = [file('skjerm.png'), file('../../etc/passwd')];
    const { id, subject } = await openedBy(desk, () =>
      receiveChat({ ...chats.local.desk, chats: fetching })('chatwoot', [message('6000', files)]),
    );
    expect(subject).toBe('skjerm.png');
    expect((await ticketOf(desk, id)).timeline).toContainEqual(
      expect.objectContaining({
        attachments: [
          expect.objectContaining({ name: 'skjerm.png', bytes: 5 }),
          expect.objectContaining({ name: 'passwd', bytes: 5 }),
        ],
      }),
    );
  });

  it('that can’t be had is a line with its address', async () => {
    const { id } = await openedBy(desk, () =>
      receiveChat(chats.local.desk)('chatwoot', [message('6001', [file('a.png')], 'Se her:')]),
    );
    expect((await ticketOf(desk, id)).timeline).toContainEqual(
      expect.objectContaining({ text: 'Se her:\na.png: http://127.0.0.1:9/a.png' }),
    );
  });
});
