import type { InboundMessage } from '../chat/inbound';
import type { ProviderName } from '../chat/providers';
import { letterOf, tagOf } from '../mail/letter-tag';
import type { ChatReplies, ChatReply, Desk } from './ports';
import { arrivalKey } from './routing';

/**
 * Replies to chats, each remembered by the id that its provider gave it. Providers tell of every message, ours too: who
 * wrote it says so, and where that should fail, its id does.
 */
export const rememberingReplies = (chats: ChatReplies, desk: Pick<Desk, 'claims' | 'log'>): ChatReplies => ({
  ...chats,
  send: async (reply) => {
    const outcome = await chats.send(reply);
    if (outcome.is === 'done' && outcome.serviceId) await rememberOwn(desk, reply, outcome.serviceId);
    return outcome;
  },
});

/** Whether a message is a reply of ours that has come back. */
export async function isOwnReply({ claims }: Pick<Desk, 'claims'>, provider: ProviderName, message: InboundMessage) {
  const key = ownReplyKey(provider, message.conversationId, message.id);
  return (await claims.holders([key])).has(key);
}

// It has been sent: that it could not be remembered must not make it look unsent.
async function rememberOwn({ claims, log }: Pick<Desk, 'claims' | 'log'>, reply: ChatReply, id: string): Promise<void> {
  const { conversation, letterId } = reply;
  const ticket = letterOf(tagOf(letterId))?.ticket;
  if (!ticket) return;
  await claims.claim(ownReplyKey(conversation.provider, conversation.id, id), ticket).catch((error: unknown) => {
    log.info('a reply to a chat was not remembered', { ticket, error: String(error) });
  });
}

const ownReplyKey = (provider: string, conversation: string, id: string): string =>
  arrivalKey(`own reply ${provider}`, JSON.stringify([conversation, id]));
