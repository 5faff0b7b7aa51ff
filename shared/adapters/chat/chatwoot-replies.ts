import * as z from 'zod';
import type { ChatAccess } from '../../chat/access';
import { providersId } from '../../chat/fields';
import type { ChatReply } from '../../desk/ports';
import type { Outcome } from '../../ticket/delivery';
import { postReply } from './post-reply';

type Access = Extract<ChatAccess, { provider: 'chatwoot' }>;

/** A reply as a message of the agent whose token it is. Chatwoot keeps the letter's id with it, and tells it with its events. */
export const replyInChatwoot = ({ conversation, letterId, text }: ChatReply, access: Access): Promise<Outcome> =>
  postReply({
    url: `${access.baseUrl}/api/v1/accounts/${access.account}/conversations/${conversation.id}/messages`,
    headers: { api_access_token: access.token },
    body: JSON.stringify({
      content: text,
      message_type: 'outgoing',
      private: false,
      echo_id: letterId,
      content_attributes: { letter_id: letterId },
    }),
    idIn: (answer) => created.safeParse(answer).data?.id,
  });

const created = z.object({ id: providersId });
