import { CHATWOOT_ADDRESS_LEFT, CHATWOOT_RESOLVED } from '../shared/chat/payloads';
import { chatwoot, intercom, NOW, repliesTo, startChatDesk } from '../support/chat-products';
import { chatwootPosts } from '../support/chat-service';
import { openedBy, ticketOf, whatCameOf } from '../support/journey';
import type { DeskClient } from '../support/local-desk';

let chats: Awaited<ReturnType<typeof startChatDesk>>;
let desk: DeskClient;

beforeAll(async () => {
  chats = await startChatDesk();
  desk = chats.desk;
});
afterAll(() => chats.stop());

describe.each([chatwoot, intercom])('a conversation in $name that has ended', ({ name, write, writeOn, end }) => {
  const conversation = name === 'chatwoot' ? 1_500 : 2_500;
  const answer = (id: string, seen: number) => desk.api('anna', `/tickets/${id}/replies`, { text: 'Prøv nå.', seen });
  const endsOf = async (id: string) => (await ticketOf(desk, id)).timeline.filter(({ type }) => type === 'chat-ended');

  it('goes on by mail where the visitor left an address, and is told to have ended once', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation, id: 1 }));
    expect(await end(desk, conversation)).toEqual({ status: 200, body: { ticket: id } });
    expect(await end(desk, conversation)).toEqual({ status: 200, body: { ticket: id } });
    expect(await endsOf(id)).toHaveLength(1);
    const { said } = await whatCameOf(desk, () => answer(id, 1));
    expect(said).toMatchObject([{ to: 'lise@klubb.example', text: expect.stringContaining('Prøv nå.') }]);
    expect(repliesTo(chats.service, conversation)).toHaveLength(1);
  });

  it('goes on there when the visitor writes on', async () => {
    const { id } = await openedBy(desk, () => write(desk, { conversation: conversation + 1, id: 2 }));
    await end(desk, conversation + 1);
    await writeOn(desk, { conversation: conversation + 1, id: 3, text: 'Jeg er her ennå.' });
    await answer(id, 2);
    await desk.settle();
    expect(repliesTo(chats.service, conversation + 1).at(-1)).toContain('Prøv nå.');
  });

  it('and never had a ticket opens none', async () => {
    const { opened } = await whatCameOf(desk, async () => {
      expect(await end(desk, conversation + 2)).toEqual({ status: 204, body: undefined });
    });
    expect(opened).toEqual([]);
  });
});

it('an end that the visitor’s last words have overtaken ends nothing', async () => {
  const { id } = await openedBy(desk, () => chatwoot.write(desk, { conversation: 1_600, id: 1 }));
  const event = { ...CHATWOOT_RESOLVED, id: 1_600, updated_at: NOW / 1_000 - 60 };
  expect(await chatwootPosts(desk, event, NOW)).toMatchObject({ status: 204 });
  expect((await ticketOf(desk, id)).timeline.some(({ type }) => type === 'chat-ended')).toBe(false);
});

describe('a visitor without an address', () => {
  it('who then writes one, and nothing else, is known by it', async () => {
    const { id, customer } = await openedBy(desk, () =>
      intercom.write(desk, { conversation: 2_700, id: 1, email: null }),
    );
    expect(customer.email).toBeUndefined();
    await intercom.writeOn(desk, { conversation: 2_700, id: 2, email: null, text: 'Lise@Klubb.example.' });
    expect((await ticketOf(desk, id)).customer).toMatchObject({ name: 'Lise', email: 'lise@klubb.example' });
  });

  it('who gives the widget one is known by it', async () => {
    const { id } = await openedBy(desk, () => chatwoot.write(desk, { conversation: 1_700, id: 1, email: null }));
    await chatwootPosts(desk, { ...CHATWOOT_ADDRESS_LEFT, conversation: { id: 1_700 } }, NOW);
    expect((await ticketOf(desk, id)).customer).toMatchObject({ email: 'lise@klubb.example' });
  });
});
