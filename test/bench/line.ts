import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { RawMail } from './mails';

/** A connection to the door that is kept: the door makes each new one wait for 100 ms. */
export interface Line {
  /** Rejects unless the door takes the mail. */
  send(mail: RawMail): Promise<void>;
  close(): void;
}

export async function openLine(port: number): Promise<Line> {
  const connection = new SmtpConnection({ host: '127.0.0.1', port, ignoreTLS: true });
  await new Promise<void>((resolve, reject) => connection.once('error', reject).connect(() => resolve()));
  return {
    send: ({ envelope, raw }) =>
      new Promise((resolve, reject) => {
        connection.send(envelope, raw, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => connection.quit(),
  };
}
