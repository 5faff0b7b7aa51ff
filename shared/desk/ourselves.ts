import type { Ourselves } from '../mail/classify';
import { loopToken } from '../mail/loop-token';
import type { Mail } from '../mail/read';
import type { Desk } from './ports';
import { sentIdKey } from './routing';

/** What tells our own mail from others'. */
export async function ourselves(desk: Desk, { messageId }: Mail): Promise<Ourselves> {
  const key = messageId && sentIdKey(messageId);
  const sent = key ? await desk.claims.holders([key]) : new Map();
  return {
    supportAddress: desk.addresses.support,
    loopTokens: (await desk.secrets.replySecrets()).map((secret) => loopToken([secret])),
    isOurMessageId: (id) => sent.has(sentIdKey(id)),
  };
}
