import type { ChatAccess } from '../../chat/access';
import { sign } from '../../chat/signature';
import type { ChatReply } from '../../desk/ports';
import type { Outcome } from '../../ticket/delivery';
import { postReply } from './post-reply';

/** A reply as a signed webhook of our own, whose id is the letter's, so that the widget can know a double. */
export async function replyToWidget(url: string, reply: ChatReply, { secrets }: ChatAccess): Promise<Outcome> {
  const body = bodyOf(reply);
  const outcome = await postReply({ url, headers: { ...sign(reply.letterId, reply.sentAt, body, ...secrets) }, body });
  return outcome.is === 'done' ? { ...outcome, serviceId: reply.letterId } : outcome;
}

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
