import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { SESEvent } from 'aws-lambda';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { fault } from '../../../infra/local/faults';
import { startS3 } from '../../../infra/local/s3';
import { startSmtpDoor } from '../../../infra/local/smtp-door';
import { openKeyValueStore } from '../../../infra/local/store';
import { counted, desk, sdkFor } from './stand-ins';

const { clock, faults } = desk();
const delivered: SESEvent[] = [];
const stops: (() => Promise<void>)[] = [];
let s3: S3Client;
let port: number;

beforeEach(async () => {
  delivered.length = 0;
  const server = await startS3({ store: await openKeyValueStore(':memory:'), clock, faults });
  s3 = new S3Client(sdkFor(server.url));
  const door = await startSmtpDoor({
    port: 0,
    address: 'support@desk.test',
    clock,
    s3,
    bucket: 'mail',
    newId: counted('ses'),
    deliver: (receipt) => delivered.push(receipt),
  });
  port = door.port;
  stops.push(door.stop, server.stop);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const RAW =
  'From: kari@kunde.no\r\nTo: support@desk.test\r\nSubject: Hjelp\r\n\r\nDet står stille.\r\n..og punktum\r\n';

async function send(to: string | string[], raw: string | Buffer = RAW, options: SendMailOptions['envelope'] = {}) {
  const transport = createTransport({ host: '127.0.0.1', port, name: 'mail.kunde.no', ignoreTLS: true });
  return transport.sendMail({ envelope: { from: 'kari@kunde.no', to, ...options }, raw });
}

/** What the door answers to the last of some lines. */
async function said(...lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const replies = createInterface(socket)[Symbol.asyncIterator]();
  let reply = '';
  for (const line of ['', ...lines]) {
    if (line) socket.write(`${line}\r\n`);
    do reply = (await replies.next()).value ?? '';
    while (reply[3] === '-');
  }
  socket.destroy();
  return reply;
}

const stored = async () => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'mail' }));
  return Contents.map(({ Key }) => Key);
};
const textOf = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket: 'mail', Key }))).Body?.transformToString();

describe('a mail to the support address', () => {
  it('is stored as SES stores it, and then its receipt is delivered', async () => {
    const { response } = await send('support@desk.test');
    expect(response).toMatch(/^250 /);
    const text = (await textOf('inbound/ses1')) ?? '';
    expect(text.startsWith('Return-Path: <kari@kunde.no>\r\nReceived: from mail.kunde.no (127.0.0.1)')).toBe(true);
    expect(text.endsWith(RAW)).toBe(true);
    expect(delivered.map(({ Records }) => Records[0]?.ses.mail.messageId)).toEqual(['ses1']);
  });

  it('may name it in any case, and in any of its plus forms', async () => {
    const recipients = ['SUPPORT@desk.test', 'support+7K3M-Q9XD@desk.test'];
    await send(recipients);
    expect(delivered[0]?.Records[0]?.ses.receipt.recipients).toEqual(recipients);
  });

  it('may come from nobody, as bounces do', async () => {
    await send('support@desk.test', RAW, { from: '' });
    expect(delivered[0]?.Records[0]?.ses.mail.source).toBe('');
  });

  it('may have addresses and headers in UTF-8', async () => {
    await send('support@desk.test', RAW.replace('Hjelp', 'Hjelp på blå'), { from: 'kåre@kunde.no' });
    expect(await textOf('inbound/ses1')).toContain('Return-Path: <kåre@kunde.no>');
    expect(await textOf('inbound/ses1')).toContain('Subject: Hjelp på blå');
  });
});

it.each([['anna@desk.test'], ['support@desk.test.no'], ['supporter@desk.test'], ['xsupport+a@desk.test']])(
  'a mail to %s is turned away',
  async (to) => {
    await expect(send(to)).rejects.toMatchObject({ responseCode: 550 });
    expect(await stored()).toEqual([]);
  },
);

describe('a mail over 40 MB', () => {
  const large = Buffer.concat([Buffer.from(RAW), Buffer.alloc(40 * 1024 * 1024, 'a'.repeat(76).concat('\r\n'))]);

  it('is turned away by the size that it announces', async () => {
    expect(await said('EHLO kunde.no', `MAIL FROM:<kari@kunde.no> SIZE=${large.length}`)).toMatch(/^552 /);
  });

  it('is turned away when it turns out to be so', async () => {
    await expect(send('support@desk.test', large)).rejects.toMatchObject({ responseCode: 552 });
    expect(await stored()).toEqual([]);
    expect(delivered).toEqual([]);
  });
});

it('a mail that cannot be stored is to be tried again, and is not delivered', async () => {
  faults.set(fault.parse({ service: 's3', operation: 'PutObject' }));
  await expect(send('support@desk.test')).rejects.toMatchObject({ responseCode: 451 });
  expect(delivered).toEqual([]);
  await send('support@desk.test');
  expect(delivered).toHaveLength(1);
});
