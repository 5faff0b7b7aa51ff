import { createTransport } from 'nodemailer';
import { type LocalDesk, startDesk } from '../../infra/local/desk';
import { MONDAY_TEN } from '../support/in-process';
import { newMail } from './mails';

/** A local desk on disk, whose customers write to it. */
export interface BusyDesk {
  readonly local: LocalDesk;
  /** Takes in so many mails with all their effects, the next one when one is done with. */
  takeInOneByOne(count: number): Promise<void>;
  /** The same as fast as so many senders can hand them over. */
  takeIn(count: number, senders: number): Promise<void>;
  stop(): Promise<void>;
}

/** Time stands still at it, so that no round falls in between. */
export async function startBusyDesk(dataDir: string): Promise<BusyDesk> {
  const log = { info: () => undefined, error: complain };
  const local = await startDesk({ httpPort: 0, smtpPort: 0, dataDir, clock: MONDAY_TEN, log });
  const lines = { one: lineTo(local.smtpPort, 1), many: lineTo(local.smtpPort, SENDERS_MAX) };
  return {
    local,
    async takeInOneByOne(count) {
      for (let n = 0; n < count; n += 1) {
        await lines.one.sendMail(newMail());
        await local.idle();
      }
    },
    async takeIn(count, senders) {
      let left = count;
      const send = async () => {
        while (left-- > 0) await lines.many.sendMail(newMail());
      };
      await Promise.all(Array.from({ length: senders }, send));
      await local.idle();
    },
    async stop() {
      for (const line of Object.values(lines)) line.close();
      await local.stop();
    },
  };
}

/** Nothing is owed and nothing left in the inbox, or the rates would be of work that was only put off. */
export async function assertSettled({ local: { desk } }: BusyDesk): Promise<void> {
  for await (const key of desk.outbox.overdue(Infinity)) throw new Error(`Still owed: ${JSON.stringify(key)}.`);
  for await (const { key } of desk.files.list('inbound/')) throw new Error(`Still in the inbox: ${key}.`);
}

const SENDERS_MAX = 8;

// Connections are kept: the door makes each new one wait for 100 ms.
const lineTo = (port: number, maxConnections: number) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections, maxMessages: Infinity });

function complain(message: string, details: unknown): void {
  console.error(message, JSON.stringify(details));
}
