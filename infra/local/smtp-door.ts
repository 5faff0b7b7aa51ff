import type { AddressInfo } from 'node:net';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { SESEvent } from 'aws-lambda';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { isOwnAddress } from '../../shared/mail/address';
import type { Clock } from './clock';
import { arrive, type Envelope } from './ses-arrival';
import { receiptEvent } from './ses-receipt';

interface SmtpDoor {
  /** 0 takes a free port. */
  port: number;
  /** Mail to it and to its plus forms comes in; all other is turned away. */
  address: string;
  clock: Clock;
  s3: S3Client;
  bucket: string;
  newId(): string;
  /** Called when a mail is stored, before its sender is told so. */
  deliver(receipt: SESEvent): void;
}

/** Receives mail as SES does: it is stored as `inbound/<id>`, and then its receipt is delivered. Loopback only. */
export async function startSmtpDoor(door: SmtpDoor): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    ...OPTIONS,
    onRcptTo: ({ address }, _, done) => done(isOwnAddress(address, door.address) ? null : refusal(550, NOT_HERE)),
    onData: (stream, session, done) => {
      receive(stream, envelopeOf(session, door), door).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(door.port, '127.0.0.1', resolve));
  server.on('error', () => {}); // a client that hangs up is no error of ours
  const { port } = server.server.address() as AddressInfo;
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

const OPTIONS = {
  name: 'inbound-smtp.desk.test',
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 40 * 1024 * 1024,
  rejectOversized: true,
  closeTimeout: 1_000,
};

/** A copy: the session's own is emptied before the mail is stored. */
function envelopeOf({ envelope, hostNameAppearsAs, remoteAddress }: SMTPServerSession, door: SmtpDoor): Envelope {
  return {
    messageId: door.newId(),
    at: door.clock.now(),
    sender: envelope.mailFrom ? envelope.mailFrom.address : '',
    recipients: envelope.rcptTo.map(({ address }) => address),
    helo: hostNameAppearsAs,
    ip: remoteAddress,
  };
}

async function receive(stream: SMTPServerDataStream, envelope: Envelope, door: SmtpDoor): Promise<void> {
  const mail = await bytesOf(stream);
  if (stream.sizeExceeded) return; // the server says 552 by itself
  await store(mail, envelope, door).catch(() => Promise.reject(refusal(451, NOT_NOW)));
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function store(mail: Buffer, envelope: Envelope, { s3, bucket, deliver }: SmtpDoor): Promise<void> {
  const arrival = await arrive(mail, envelope);
  const receipt = await receiptEvent(arrival, envelope);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `inbound/${envelope.messageId}`, Body: arrival.raw }));
  deliver(receipt);
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

const NOT_HERE = 'There is nobody here by that address.';
const NOT_NOW = 'The mail could not be stored just now. Please try again in a while.';
