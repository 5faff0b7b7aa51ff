import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { fault } from '../../../infra/local/faults';
import { openSent, type Sent } from '../../../infra/local/sent';
import { startSns } from '../../../infra/local/sns';
import { openKeyValueStore } from '../../../infra/local/store';
import { deskAt } from '../../support/in-process';
import { counted, desk, FRIDAY, sdkFor } from './stand-ins';

const { clock, faults } = desk();
let stop: () => Promise<void>;
let sns: SNSClient;
let sent: Sent;

beforeEach(async () => {
  sent = await openSent(await openKeyValueStore(':memory:'));
  const server = await startSns({ sent, clock, faults, newId: counted('sms-') });
  sns = new SNSClient(sdkFor(server.url));
  stop = server.stop;
});
afterEach(() => stop());

const TEXT = 'Hei! Æøå, a+b=c & 100 %\n<«🚨»>';
const publish = (more: Partial<PublishCommandInput> = {}) =>
  sns.send(new PublishCommand({ PhoneNumber: '+4790000001', Message: TEXT, ...more }));
const from = (sender: string): Partial<PublishCommandInput> => ({
  MessageAttributes: {
    'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
    'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: sender },
  },
});

describe('an accepted SMS', () => {
  it('is answered with its id', async () => {
    expect((await publish()).MessageId).toBe('sms-1');
  });

  it('is listed as its receiver sees it', async () => {
    await publish();
    await publish(from('Support'));
    const listed = {
      at: FRIDAY,
      to: '+4790000001',
      cc: '',
      replyTo: '',
      subject: '',
      text: TEXT,
      html: '',
      headers: { 'sns-message-id': expect.any(String) },
    };
    expect(await sent.list()).toEqual([
      { from: 'sms', ...listed },
      { from: 'Support', ...listed },
    ]);
  });

  it('is listed among mails and replies to chats, in the order in which all were accepted', async () => {
    await sent.addMail(clock.now(), Buffer.from('From: a@b.no\r\nTo: c@d.no\r\n\r\nMail'));
    await publish({ Message: 'SMS' });
    await sent.addReply({
      at: FRIDAY,
      from: 'a',
      to: 'b',
      cc: '',
      replyTo: '',
      subject: '',
      text: 'Chat',
      html: '',
      headers: { 'sns-message-id': expect.any(String) },
    });
    expect((await sent.list()).map(({ text }) => text.trim())).toEqual(['Mail', 'SMS', 'Chat']);
  });
});

describe('SNS refuses', () => {
  it.each([
    [
      'a number without a country',
      { PhoneNumber: '90000001' },
      'PhoneNumber Reason: 90000001 is not valid to publish to',
    ],
    ['what is no number', { PhoneNumber: 'Kari' }, 'PhoneNumber Reason: Kari is not valid to publish to'],
    ['a message to nobody', { PhoneNumber: undefined }, 'TopicArn or TargetArn Reason: no value'],
    ['a message that says nothing', { Message: '' }, 'Empty message'],
    ['more than 1,600 characters', { Message: 'a'.repeat(1_601) }, 'Message too long'],
  ])('%s', async (_, more, message) => {
    await expect(publish(more)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
    expect(await sent.list()).toEqual([]);
  });

  it.each(['Our desk', '47900', 'Responstiden', '-desk'])('the sender %s', async (sender) => {
    await expect(publish(from(sender))).rejects.toThrow(`The sender ID ${sender} is not valid.`);
  });
});

describe('a call that is made to fail', () => {
  it('sends nothing', async () => {
    faults.set(fault.parse({ service: 'sns', operation: 'Publish' }));
    await expect(publish()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect(await sent.list()).toEqual([]);
  });

  it('sends without an answer, where that is asked', async () => {
    faults.set(fault.parse({ service: 'sns', operation: 'Publish', when: 'after' }));
    await expect(publish()).rejects.toThrow('socket hang up');
    expect(await sent.list()).toHaveLength(1);
  });
});

it('the desk on one machine sends its SMS here, and they can be made to fail', async () => {
  const running = await deskAt();
  const { texts } = running.local.desk;
  await running.fault({ service: 'sns', operation: 'Publish' });
  const outcomes = [];
  for (const letterId of ['1', '2']) outcomes.push(await texts.send({ to: '+4790000001', text: 'Hei', letterId }));
  expect(outcomes).toMatchObject([{ is: 'refused' }, { is: 'done' }]);
  expect(await running.sent()).toMatchObject([{ from: 'sms', to: '+4790000001', text: 'Hei' }]);
  await running.stop();
});
