import * as z from 'zod';
import type { ChatAccess } from '../../chat/access';
import { providersId } from '../../chat/fields';
import type { ChatReply } from '../../desk/ports';
import type { Outcome } from '../../ticket/delivery';
import { postReply } from './post-reply';

type Access = Extract<ChatAccess, { provider: 'intercom' }>;

/** The version of Intercom's interface that these calls are written for. */
const VERSION = '2.14';

/** A reply as a comment of the teammate that was set up for it. */
export const replyInIntercom = ({ conversation, text }: ChatReply, access: Access): Promise<Outcome> =>
  postReply({
    url: `${access.baseUrl}/conversations/${conversation.id}/reply`,
    headers: { authorization: `Bearer ${access.token}`, 'intercom-version': VERSION },
    body: JSON.stringify({ message_type: 'comment', type: 'admin', admin_id: access.admin, body: asHtml(text) }),
    idIn: (answer) => newestPart(conversationAfter.safeParse(answer).data, access.admin),
  });

const conversationAfter = z.object({
  conversation_parts: z.object({
    conversation_parts: z.array(z.object({ id: providersId, author: z.object({ id: providersId }) })),
  }),
});

// It answers with the whole conversation, oldest part first; ours is the last one by that teammate.
const newestPart = (answer: z.output<typeof conversationAfter> | undefined, admin: string): string | undefined =>
  answer?.conversation_parts.conversation_parts.findLast(({ author }) => author.id === admin)?.id;

// It takes bodies for HTML: what is written must be shown, and not understood.
const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
