import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { LocalDesk } from '../../infra/local/desk';
import { newMail, type RawMail } from './mails';

export type AtOnce = 1 | 8;

/** Customers who write to a desk by SMTP, each on a line of their own. */
export interface Senders {
  /** The desk takes in so many mails, and is done with all their effects. */
  send(mails: number): Promise<void>;
  hangUp(): void;
}

/** One sender waits until the desk is done with each mail; eight send as fast as the door takes them. */
export async function openLines(desk: LocalDesk, atOnce: AtOnce): Promise<Senders> {
  const lines = await Promise.all(Array.from({ length: atOnce }, () => openLine(desk.smtpPort)));
  return {
    async send(mails) {
      let left = mails;
      const sender = async (line: SmtpConnection) => {
        while (left-- > 0) {
          await handOver(line, newMail());
          if (atOnce === 1) await desk.idle();
        }
      };
      await Promise.all(lines.map(sender));
      await desk.idle();
    },
    hangUp: () => {
      for (const line of lines) line.quit();
    },
  };
}

/** Takes in some mails first, so that what is done once, or slowly at first, is in no round. */
export async function warmUp(desk: LocalDesk, mails: number): Promise<void> {
  const senders = await openLines(desk, 8);
  await senders.send(mails);
  senders.hangUp();
}

// Lines are kept from mail to mail: the door makes each new one wait for 100 ms.
async function openLine(port: number): Promise<SmtpConnection> {
  const line = new SmtpConnection({ host: '127.0.0.1', port, ignoreTLS: true });
  await new Promise<void>((resolve, reject) => line.once('error', reject).connect(() => resolve()));
  return line;
}

const handOver = (line: SmtpConnection, { envelope, raw }: RawMail): Promise<void> =>
  new Promise((resolve, reject) => {
    line.send(envelope, raw, (error) => (error ? reject(error) : resolve()));
  });
