import { type LocalDesk, startDesk } from '../../infra/local/desk';
import { LIMITS } from '../../shared/mail/breaker-limits';
import { MONDAY_TEN } from '../support/in-process';

/**
 * A local desk on disk. Time stands still at it, so that no sweep falls into a round; nor does the hour in which it may
 * acknowledge 200 mails ever end, so it may acknowledge more.
 */
export const startBenchDesk = (dataDir: string): Promise<LocalDesk> =>
  startDesk({ httpPort: 0, smtpPort: 0, dataDir, clock: MONDAY_TEN, limits, log });

const limits = LIMITS.map((limit) => (limit.per === 'desk' ? { ...limit, atMost: 100_000 } : limit));

const log = { info: () => undefined, error: complain };

/** Nothing is owed and nothing left in the inbox, or the rates would be of work that was only put off. */
export async function assertSettled({ desk }: LocalDesk): Promise<void> {
  for await (const key of desk.outbox.overdue(Infinity)) throw new Error(`Still owed: ${JSON.stringify(key)}.`);
  for await (const { key } of desk.files.list('inbound/')) throw new Error(`Still in the inbox: ${key}.`);
}

function complain(message: string, details: unknown): void {
  console.error(message, JSON.stringify(details));
}
