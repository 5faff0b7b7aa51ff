import { createHmac } from 'node:crypto';
import { newest, type ReplySecret } from './reply-token';

/** What our automatic mails bear, so that we know them when they come back; nobody else can make it. */
export const loopToken = (secrets: readonly ReplySecret[]): string =>
  createHmac('sha256', newest(secrets).key).update('loop').digest('base64url').slice(0, 22);
