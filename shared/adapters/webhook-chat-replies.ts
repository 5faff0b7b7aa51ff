import { sign } from '../chat/signature';
import type { ChatReplies, ChatReply, Secrets } from '../desk/ports';
import type { Outcome } from '../ticket/delivery';
import { outcomeOfFailure } from './outcome';

const PATIENCE_MS = 10_000;

/** Replies to a chat as signed POSTs; the webhook's id is the letter's, so that the provider can know a double. */
export const webhookChatReplies = (url: string, secrets: Secrets): ChatReplies => ({
  send: async (reply) => {
    const body = bodyOf(reply);
    const secret = await secrets.chatSecret(reply.conversation.provider);
    const headers = { 'content-type': 'application/json', ...sign(reply.letterId, reply.sentAt, body, secret) };
    return post(url, headers, body);
  },
});

const bodyOf = ({ conversation, letterId, sentAt, agent, text }: ChatReply): string =>
  JSON.stringify({
    type: 'message.replied',
    data: {
      conversationId: conversation.id,
      messageId: letterId,
      sentAt: new Date(sentAt).toISOString(),
      agent,
      text,
    },
  });

// A redirect is not followed: most of them turn a POST into a GET, which would be answered well and reply to nobody.
const post = (url: string, headers: Record<string, string>, body: string): Promise<Outcome> =>
  fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok, status }) => (ok ? { is: 'done' } : { is: 'refused', error: `the chat provider answered ${status}` }),
    outcomeOfFailure,
  );
