import { chatReplies } from '../../../../shared/adapters/chat/chat-replies';
import { chatAccessIn } from '../../../../shared/chat/access';
import type { ProviderName } from '../../../../shared/chat/providers';
import { type ChatService, startChatService } from '../../../support/chat-service';

let service: ChatService;
beforeEach(async () => {
  service = await startChatService();
});
afterEach(() => service.stop());

const ids = { chatwoot: '207', intercom: '215469' } as const;
type Name = keyof typeof ids;
const NAMES: readonly Name[] = ['chatwoot', 'intercom'];

const secrets = () => ({
  chat: async (provider: ProviderName) =>
    provider === 'standard' ? undefined : chatAccessIn(provider, service.access[provider]),
});

const reply = (provider: string, id: string, text = 'Hei Lise!\nPrøv nå.\n\nHilsen <Anna> & co') =>
  chatReplies('http://127.0.0.1:9/replies', secrets()).send({
    letterId: '7K3M-Q9XD.2.1',
    conversation: { provider, id },
    sentAt: Date.parse('2026-01-12T09:00:00Z'),
    agent: 'Anna',
    text,
  });

it('a reply in Chatwoot is a message that the visitor sees, and bears the letter’s id', async () => {
  expect(await reply('chatwoot', '207')).toEqual({ is: 'done', serviceId: '7000' });
  expect(service.replies).toMatchObject([
    {
      path: '/api/v1/accounts/1/conversations/207/messages',
      headers: { 'content-type': 'application/json', api_access_token: 'chatwoot-token' },
      body: {
        content: 'Hei Lise!\nPrøv nå.\n\nHilsen <Anna> & co',
        message_type: 'outgoing',
        private: false,
        echo_id: '7K3M-Q9XD.2.1',
        content_attributes: { letter_id: '7K3M-Q9XD.2.1' },
      },
    },
  ]);
});

it('a reply in Intercom is a teammate’s comment, and its signs are shown and not understood', async () => {
  expect(await reply('intercom', '215469')).toEqual({ is: 'done', serviceId: '7000' });
  expect(service.replies).toMatchObject([
    {
      path: '/conversations/215469/reply',
      headers: { authorization: 'Bearer intercom-token', 'intercom-version': '2.14' },
      body: {
        message_type: 'comment',
        type: 'admin',
        admin_id: '814860',
        body: '<p>Hei Lise!<br>Prøv nå.</p><p>Hilsen &lt;Anna&gt; &amp; co</p>',
      },
    },
  ]);
});

describe.each(NAMES)('what a reply in %s came to', (name) => {
  it.each([
    [401, 'token'],
    [404, 'knows no such conversation'],
    [429, '429'],
    [503, '503'],
  ])('is refused where %i was answered: nothing was sent', async (status, words) => {
    service.trouble({ status });
    expect(await reply(name, ids[name])).toEqual({ is: 'refused', error: expect.stringContaining(words) });
    expect(service.replies).toEqual([]);
  });

  it.each(['before', 'after'] as const)('is not known where the line broke %s it was taken', async (when) => {
    service.trouble(when);
    expect(await reply(name, ids[name])).toEqual({ is: 'no-answer' });
  });
});

it('a conversation that the provider does not know is refused, in words', async () => {
  expect(await reply('chatwoot', 'ingen')).toMatchObject({ error: expect.stringContaining('no such conversation') });
});

it.each(['standard', 'tawk'])('a provider that is not set up (%s) is no way to reply', async (provider) => {
  await expect(reply(provider, 'c-1')).rejects.toThrow(`“${provider}” is not set up`);
});
