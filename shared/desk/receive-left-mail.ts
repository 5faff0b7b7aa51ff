import { receiptIn } from '../mail/receipt-in';
import type { Instant } from '../promises/instant';
import type { Desk } from './ports';
import { INBOX, receiveMail } from './receive-mail';
import { whileTime } from './while-time';

// SES leaves this in a bucket that it is given; it is no mail.
const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION';

/**
 * Receives again what has lain in the inbox since before then, with the envelope and the verdicts from SES's own
 * topmost headers, for as long as told. One that breaks stops no other. Tells how many there were.
 */
export const receiveLeftMail =
  (desk: Desk) =>
  async (before: Instant, until: Instant = Infinity): Promise<number> => {
    let count = 0;
    for await (const { key, at } of whileTime(desk, until, desk.files.list(INBOX))) {
      if (at > before || key.endsWith(SETUP)) continue;
      count += 1;
      await receiveAgain(desk, key.slice(INBOX.length), at).catch((error: unknown) => {
        desk.log.error('mail left in the inbox', { key, error: String(error) });
      });
    }
    return count;
  };

async function receiveAgain(desk: Desk, messageId: string, storedAt: Instant): Promise<void> {
  const raw = await desk.files.read(`${INBOX}${messageId}`);
  if (!raw) return;
  await receiveMail(desk)({ messageId, ...receiptIn(raw, storedAt) });
}
