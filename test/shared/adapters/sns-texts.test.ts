import { SNSClient } from '@aws-sdk/client-sns';
import { fault } from '../../../infra/local/faults';
import { openSent, type Sent } from '../../../infra/local/sent';
import { startSns } from '../../../infra/local/sns';
import { listen } from '../../../infra/local/stand-in-server';
import { openKeyValueStore } from '../../../infra/local/store';
import { oneTryEach } from '../../../shared/adapters/ses-mailer';
import { asSms, snsTexts } from '../../../shared/adapters/sns-texts';
import { counted, desk, sdkFor } from '../../infra/local/stand-ins';

const clientFor = (url: string) => new SNSClient({ ...oneTryEach, ...sdkFor(url) });
const MESSAGE = { to: '+4790000001', text: '7K3M-Q9XD Skiforbundet: kritisk feil', letterId: '7K3M-Q9XD.2.1' };

describe('an SMS through SNS', () => {
  const { clock, faults } = desk();
  let sent: Sent;
  let client: SNSClient;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    sent = await openSent(await openKeyValueStore(':memory:'));
    const server = await startSns({ sent, clock, faults, newId: counted('sms-') });
    client = clientFor(server.url);
    stop = server.stop;
  });
  afterEach(() => stop());

  it('is done once SNS has taken it', async () => {
    expect(await snsTexts(client).send(MESSAGE)).toEqual({ is: 'done', serviceId: 'sms-1' });
    expect(await sent.list()).toMatchObject([{ from: 'sms', to: '+4790000001', text: MESSAGE.text }]);
  });

  it('is from the sender that is set', async () => {
    await snsTexts(client, 'Support').send(MESSAGE);
    expect(await sent.list()).toMatchObject([{ from: 'Support' }]);
  });

  it('is refused where an error was answered, by the sort of error alone, and not tried again', async () => {
    faults.set(fault.parse({ service: 'sns', operation: 'Publish', error: 'Throttled' }));
    expect(await snsTexts(client).send(MESSAGE)).toEqual({ is: 'refused', error: expect.stringContaining('429') });
    expect(await snsTexts(client).send({ ...MESSAGE, to: '+4712' })).toEqual({
      is: 'refused',
      error: 'InvalidParameterException 400',
    });
    expect(await sent.list()).toEqual([]);
  });

  it('is in doubt where no answer came, and not tried again', async () => {
    faults.set(fault.parse({ service: 'sns', operation: 'Publish', when: 'after' }));
    expect(await snsTexts(client).send(MESSAGE)).toEqual({ is: 'no-answer' });
    expect(await sent.list()).toHaveLength(1);
  });
});

it('an SMS is transactional: carriers do not hold it back', async () => {
  const bodies: string[] = [];
  const server = await listen({
    handle: async ({ body }) => {
      bodies.push(body.toString());
      return { status: 400 };
    },
  });
  await snsTexts(clientFor(server.url)).send(MESSAGE);
  await server.stop();
  expect(Object.fromEntries(new URLSearchParams(bodies.join()))).toMatchObject({
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
  });
});

describe('the text of an SMS', () => {
  it.each([
    ['as it is, where it is short', 'Påmelding: «ø» & €', 'Påmelding: «ø» & €'],
    ['in lines', 'en\r\nto\rtre\nfire', 'en\nto\ntre\nfire'],
    ['without controls', 'a\u0000b\u0007c\u001bd', 'abcd'],
    ['with plain spaces for others, which GSM has not', 'a\tb\u00a0c\u202fd', 'a b c d'],
    ['without what turns text around', 'a\u202eb\u2066c', 'abc'],
    ['without halves of letters, which can not be sent', 'a\ud83db', 'ab'],
    ['without spaces around', '  Hei \n', 'Hei'],
  ])('is sent %s', (_, text, expected) => {
    expect(asSms(text)).toBe(expected);
  });

  it.each([
    ['459 letters of GSM', 'å'.repeat(459)],
    ['201 others', '«'.repeat(201)],
    ['99 emojis, of two units each: the 67th of a part is left empty', '🚨'.repeat(99)],
    ['228 letters that GSM writes with two units: the 153rd of a part is left empty', '€'.repeat(228)],
  ])('is whole in three parts: %s', (_, text) => {
    expect(asSms(text)).toBe(text);
  });

  it.each([
    ['460 letters of GSM', 'å'.repeat(460), `${'å'.repeat(456)}...`],
    ['202 others', '«'.repeat(202), `${'«'.repeat(198)}...`],
    ['100 emojis', '🚨'.repeat(100), `${'🚨'.repeat(98)}...`],
    ['229 letters that GSM writes with two', '€'.repeat(229), `${'€'.repeat(227)}...`],
    ['a word that was to come after a space', `${'å'.repeat(455)} ${'b'.repeat(9)}`, `${'å'.repeat(455)}...`],
    ['another letter far on', `${'å'.repeat(300)}«${'å'.repeat(300)}`, `${'å'.repeat(300)}...`],
    ['a whole mail', 'a'.repeat(1_000_000), `${'a'.repeat(456)}...`],
  ])('is cut where it would take a fourth: %s', (_, text, expected) => {
    expect(asSms(text)).toBe(expected);
  });
});
