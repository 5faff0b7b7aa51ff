import { type LocalDesk, startDesk } from '../../infra/local/desk';
import { MONDAY_TEN } from '../support/in-process';
import { openLine } from './line';
import { newMail } from './mails';

/** A local desk on disk, whose customers write to it. */
export interface BusyDesk {
  readonly local: LocalDesk;
  /** Takes in so many mails with all their effects, the next one when one is done with. */
  takeInOneByOne(count: number): Promise<void>;
  /** The same as fast as eight senders can hand them over. */
  takeInEightAtOnce(count: number): Promise<void>;
  stop(): Promise<void>;
}

const SENDERS = 8;

/** Time stands still at it, so that no round falls in between. */
export async function startBusyDesk(dataDir: string): Promise<BusyDesk> {
  const log = { info: () => undefined, error: complain };
  const local = await startDesk({ httpPort: 0, smtpPort: 0, dataDir, clock: MONDAY_TEN, log });
  const first = await openLine(local.smtpPort);
  const lines = [first, ...(await Promise.all(Array.from({ length: SENDERS - 1 }, () => openLine(local.smtpPort))))];
  return {
    local,
    async takeInOneByOne(count) {
      for (let n = 0; n < count; n += 1) {
        await first.send(newMail());
        await local.idle();
      }
    },
    async takeInEightAtOnce(count) {
      let left = count;
      await Promise.all(
        lines.map(async ({ send }) => {
          while (left-- > 0) await send(newMail());
        }),
      );
      await local.idle();
    },
    async stop() {
      for (const line of lines) line.close();
      await local.stop();
    },
  };
}

/** Nothing is owed and nothing left in the inbox, or the rates would be of work that was only put off. */
export async function assertSettled({ local: { desk } }: BusyDesk): Promise<void> {
  for await (const key of desk.outbox.overdue(Infinity)) throw new Error(`Still owed: ${JSON.stringify(key)}.`);
  for await (const { key } of desk.files.list('inbound/')) throw new Error(`Still in the inbox: ${key}.`);
}

function complain(message: string, details: unknown): void {
  console.error(message, JSON.stringify(details));
}
