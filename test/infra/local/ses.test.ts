import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { type BusEvent, eventBus } from '../../../infra/local/event-bus';
import { fault } from '../../../infra/local/faults';
import { openSent, type Sent } from '../../../infra/local/sent';
import { startSes } from '../../../infra/local/ses';
import { mailboxes } from '../../../infra/local/ses-mailboxes';
import { openKeyValueStore } from '../../../infra/local/store';
import { counted, desk, FRIDAY, sdkFor } from './stand-ins';

const { clock, faults } = desk();
let stop: () => Promise<void>;
let ses: SESClient;
let sent: Sent;
let told: BusEvent[];
let world: ReturnType<typeof mailboxes>;

beforeEach(async () => {
  sent = await openSent(await openKeyValueStore(':memory:'));
  const events = eventBus();
  told = [];
  events.follow((event) => void told.push(event));
  world = mailboxes();
  const server = await startSes({ sent, clock, faults, mailboxes: world, events, newId: counted('0110019abc-') });
  ses = new SESClient(sdkFor(server.url));
  stop = server.stop;
});
afterEach(() => stop());

const MAIL = [
  'From: =?UTF-8?Q?P=C3=A5melding?= <support@desk.test>',
  'To: "Kari Nordmann" <kari@kunde.no>, ola@kunde.no',
  'Cc: chef@kunde.no',
  'Bcc: hidden@kunde.no',
  'Reply-To: support+abc@desk.test',
  'Subject: =?UTF-8?Q?Vi_har_f=C3=A5tt_saken?=',
  'Message-ID: <ours@desk.test>',
  'Date: Mon, 1 Jan 2001 00:00:00 +0000',
  'References: <first@kunde.no>',
  ' <second@kunde.no>',
  'Auto-Submitted: auto-replied',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Hei! Æøå og a+b=c & 100 %',
].join('\r\n');

const send = (raw: string | Buffer, more: object = {}) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(raw) }, ...more }));

describe('an accepted mail', () => {
  it('is answered with a bare id', async () => {
    expect((await send(MAIL)).MessageId).toBe('0110019abc-1');
  });

  it('is listed as its receiver sees it', async () => {
    await send(MAIL, { Destinations: ['kari@kunde.no'] });
    const [letter] = await sent.list();
    expect(letter).toMatchObject({
      at: FRIDAY,
      from: 'support@desk.test',
      to: 'kari@kunde.no, ola@kunde.no',
      cc: 'chef@kunde.no',
      replyTo: 'support+abc@desk.test',
      subject: 'Vi har fått saken',
      text: 'Hei! Æøå og a+b=c & 100 %',
      html: '',
    });
    expect(letter?.headers).toMatchObject({
      from: '"Påmelding" <support@desk.test>',
      subject: 'Vi har fått saken',
      references: '<first@kunde.no> <second@kunde.no>',
      'auto-submitted': 'auto-replied',
      'content-type': 'text/plain; charset=utf-8',
    });
  });

  it("goes out under SES's own id and date, and without its hidden receivers", async () => {
    await send(MAIL);
    expect((await sent.list())[0]?.headers).toMatchObject({
      'message-id': '<0110019abc-1@eu-north-1.amazonses.com>',
      date: 'Fri, 27 Nov 2026 14:30:00 +0000',
    });
    const raw = (await sent.raw(0))?.toString() ?? '';
    expect(raw.match(/^(message-id|date):/gim)).toHaveLength(2);
    expect(raw).not.toContain('hidden@kunde.no');
  });

  it('shows its text and its HTML as they were sent', async () => {
    const parts = ['text/plain', 'text/html'].map(
      (type) => `--b\r\nContent-Type: ${type}\r\n\r\n<b>Hei</b> ${type}\r\n`,
    );
    await send(
      `From: a@b.no\r\nTo: c@d.no\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n${parts.join('')}--b--`,
    );
    const [letter] = await sent.list();
    expect(letter?.text.trim()).toBe('<b>Hei</b> text/plain');
    expect(letter?.html.trim()).toBe('<b>Hei</b> text/html');
  });
});

describe('SES refuses', () => {
  const addresses = (n: number) => Array.from({ length: n }, (_, i) => `user${i}@kunde.no`);

  it('more than 50 receivers, however they are named', async () => {
    await send(MAIL, { Destinations: addresses(50) });
    const refusal = { name: 'InvalidParameterValue', message: 'Recipient count exceeds 50.' };
    await expect(send(MAIL, { Destinations: addresses(51) })).rejects.toMatchObject(refusal);
    await expect(send(`From: a@b.no\r\nTo: ${addresses(51).join(', ')}\r\n\r\n`)).rejects.toMatchObject(refusal);
  });

  it('a mail over 10 MB', async () => {
    await send(Buffer.concat([Buffer.from(`${MAIL}\r\n`), Buffer.alloc(10_000_000, 'a')]));
    await expect(send(Buffer.concat([Buffer.from(`${MAIL}\r\n`), Buffer.alloc(10_485_760, 'a')]))).rejects.toThrow(
      'Message length is more than 10485760 bytes long',
    );
  });

  it('a mail without a sender or without a receiver', async () => {
    await expect(send('To: c@d.no\r\n\r\n')).rejects.toThrow("Missing required header 'From'.");
    await expect(send('From: a@b.no\r\n\r\n')).rejects.toThrow("Missing required header 'To'.");
    expect(await sent.list()).toEqual([]);
  });
});

describe('what becomes of a mail is told', () => {
  const sendTo = (...Destinations: string[]) => send(MAIL, { Destinations, ...LETTER });
  const kinds = () => told.map((event) => event['detail-type']);

  it('with its id and its tags, as EventBridge hands it on', async () => {
    await sendTo('kari@kunde.no', 'ola@kunde.no');
    expect(told).toEqual([
      expect.objectContaining({
        source: 'aws.ses',
        'detail-type': 'Email Delivered',
        time: FRIDAY,
        detail: expect.objectContaining({
          eventType: 'Delivery',
          mail: expect.objectContaining({
            messageId: '0110019abc-1',
            destination: ['kari@kunde.no', 'ola@kunde.no'],
            tags: { 'ses:configuration-set': ['letters'], letter: ['7K3M-Q9XD_1_2'] },
          }),
          delivery: expect.objectContaining({ recipients: ['kari@kunde.no', 'ola@kunde.no'] }),
        }),
      }),
    ]);
  });

  it('to nobody without a configuration set', async () => {
    await send(MAIL, { Destinations: ['bounce@simulator.amazonses.com'] });
    expect(told).toEqual([]);
  });

  it.each([
    ['success', ['Email Delivered']],
    ['bounce', ['Email Bounced']],
    ['bounce+label', ['Email Bounced']],
    ['suppressionlist', ['Email Bounced']],
    ['complaint', ['Email Delivered', 'Email Complaint Received']],
    ['ooto', ['Email Delivered', 'Email Bounced']],
  ])('of %s at SES’s own simulator', async (name, expected) => {
    await sendTo(`${name}@simulator.amazonses.com`);
    expect(kinds()).toEqual(expected);
    expect(await sent.list()).toHaveLength(1);
  });

  it('of each mailbox as it was told to do, until it is told otherwise', async () => {
    world.tell({ address: 'kari@kunde.no', does: 'bounce' });
    await sendTo('Kari@KUNDE.no', 'ola@kunde.no');
    expect(kinds()).toEqual(['Email Bounced', 'Email Delivered']);
    world.tell({ address: 'kari@kunde.no', does: 'delay' });
    await sendTo('kari@kunde.no');
    expect(kinds().slice(2)).toEqual(['Email Delivery Delayed']);
    world.tell({ address: 'kari@kunde.no', does: 'deliver' });
    await sendTo('kari@kunde.no');
    expect(kinds().slice(3)).toEqual(['Email Delivered']);
  });
});

const LETTER = { ConfigurationSetName: 'letters', Tags: [{ Name: 'letter', Value: '7K3M-Q9XD_1_2' }] };

describe('a call that is made to fail', () => {
  it('sends nothing', async () => {
    faults.set(fault.parse({ service: 'ses', operation: 'SendRawEmail', error: 'Throttling' }));
    await expect(send(MAIL)).rejects.toMatchObject({ name: 'Throttling', $metadata: { httpStatusCode: 400 } });
    expect(await sent.list()).toEqual([]);
  });

  it('sends without an answer, where that is asked', async () => {
    faults.set(fault.parse({ service: 'ses', operation: 'SendRawEmail', when: 'after' }));
    await expect(send(MAIL)).rejects.toThrow('socket hang up');
    expect(await sent.list()).toHaveLength(1);
  });
});
