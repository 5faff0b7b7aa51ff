import type { ChatAccess } from '../../chat/access';
import { providerNamed } from '../../chat/providers';
import type { ChatReplies, ChatReply, Secrets } from '../../desk/ports';
import type { Outcome } from '../../ticket/delivery';
import { replyInChatwoot } from './chatwoot-replies';
import { fetchFile } from './fetch-file';
import { replyInIntercom } from './intercom-replies';
import { replyToWidget } from './standard-replies';

/** Replies to chats, each through the interface of its conversation's provider; those of our own widget go to `widgetUrl`. */
export const chatReplies = (widgetUrl: string, secrets: Pick<Secrets, 'chat'>): ChatReplies => ({
  send: async (reply) => {
    const { provider } = reply.conversation;
    const name = providerNamed(provider);
    const access = name && (await secrets.chat(name));
    if (!access) throw new Error(`The chat provider “${provider}” is not set up, so there is no way to reply.`);
    return replyBy(access, reply, widgetUrl);
  },
  fetch: (file) => fetchFile(file),
});

function replyBy(access: ChatAccess, reply: ChatReply, widgetUrl: string): Promise<Outcome> {
  switch (access.provider) {
    case 'standard':
      return replyToWidget(widgetUrl, reply, access);
    case 'chatwoot':
      return replyInChatwoot(reply, access);
    case 'intercom':
      return replyInIntercom(reply, access);
  }
}
