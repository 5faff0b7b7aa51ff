import { startDesk } from '../../infra/local/desk';
import { CHATWOOT_MESSAGE, CHATWOOT_RESOLVED, INTERCOM_CLOSED, INTERCOM_CREATED } from '../shared/chat/payloads';
import { type ChatService, chatwootPosts, intercomPosts, startChatService, type TakenReply } from './chat-service';
import { MONDAY_TEN } from './in-process';
import { type Answer, clientOf, type DeskClient } from './local-desk';

export const NOW = Date.parse(MONDAY_TEN);

/** A desk with both products, and the service at which their replies arrive. */
export async function startChatDesk() {
  const service = await startChatService();
  const log = { info: () => undefined, error: () => undefined };
  const ports = { httpPort: 0, smtpPort: 0 };
  const local = await startDesk({ ...ports, dataDir: ':memory:', clock: MONDAY_TEN, chatAccess: service.access, log });
  const stop = async () => {
    await local.stop();
    await service.stop();
  };
  return { service, local, desk: clientOf(local.httpUrl, local.smtpPort), stop };
}

/** The words of the replies to a conversation, oldest first. */
export const repliesTo = ({ replies }: ChatService, conversation: number): string[] =>
  takenIn(replies, conversation).map(({ body }) => String(body['content'] ?? body['body']));

export const takenIn = (replies: readonly TakenReply[], conversation: number): readonly TakenReply[] =>
  replies.filter(({ path }) => path.includes(`conversations/${conversation}/`));

/** A message of a visitor, as each provider posts it. */
export interface Written {
  readonly conversation: number;
  readonly id: number;
  readonly text?: string;
  readonly email?: string | null;
}

export const TEXT = 'Hei, jeg får ikke meldt på laget mitt.';

export const inChatwoot = ({ conversation, id, text = TEXT, email = 'lise@klubb.example' }: Written) => ({
  ...CHATWOOT_MESSAGE,
  id,
  content: text,
  sender: { name: 'Lise', email },
  conversation: { id: conversation, meta: { sender: { name: 'Lise', email } } },
});

const inIntercom = ({ conversation, id, text = TEXT, email = 'lise@klubb.example' }: Written) => {
  const source = { id: String(id), body: `<p>${text}</p>`, author: { type: 'user', id: 'u-1', name: 'Lise', email } };
  return { ...INTERCOM_CREATED, data: { item: { type: 'conversation', id: String(conversation), source } } };
};

/** What happens in a conversation of a chat product, as its webhooks tell it. */
export interface Product {
  readonly name: string;
  write(desk: DeskClient, written: Written): Promise<Answer<unknown>>;
  /** The visitor's next message, and not the first. */
  writeOn(desk: DeskClient, written: Written): Promise<Answer<unknown>>;
  end(desk: DeskClient, conversation: number): Promise<Answer<unknown>>;
  post(desk: DeskClient, event: object): Promise<Answer<unknown>>;
}

export const chatwoot: Product = {
  name: 'chatwoot',
  write: (desk, written) => chatwootPosts(desk, inChatwoot(written), NOW),
  writeOn: (desk, written) => chatwootPosts(desk, inChatwoot(written), NOW),
  end: (desk, id) => chatwootPosts(desk, { ...CHATWOOT_RESOLVED, id }, NOW),
  post: (desk, event) => chatwootPosts(desk, event, NOW),
};

export const intercom: Product = {
  name: 'intercom',
  write: (desk, written) => intercomPosts(desk, inIntercom(written)),
  writeOn: (desk, written) => {
    const { source, ...item } = inIntercom(written).data.item;
    const parts = { conversation_parts: [{ ...source, part_type: 'comment' }] };
    const data = { item: { ...item, conversation_parts: parts } };
    return intercomPosts(desk, { ...INTERCOM_CREATED, topic: 'conversation.user.replied', data });
  },
  end: (desk, id) => intercomPosts(desk, { ...INTERCOM_CLOSED, data: { item: { id } } }),
  post: (desk, event) => intercomPosts(desk, event),
};
