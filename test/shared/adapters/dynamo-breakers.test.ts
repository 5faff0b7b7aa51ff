import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { NAMES } from '../../../infra/local/seeds';
import { dynamoBreakers } from '../../../shared/adapters/dynamo-breakers';
import { tableOf } from '../../../shared/adapters/table';
import { askBreakers } from '../../../shared/desk/ask-breakers';
import type { Breakers } from '../../../shared/desk/ports';
import { LIMITS } from '../../../shared/mail/breaker-limits';
import { type Arrival, type Asked, countersAsked } from '../../../shared/mail/breakers';
import { DAY, HOUR } from '../../../shared/promises/instant';
import { type Cost, costOf } from '../../support/cost';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

const NOW = Date.parse(MONDAY_TEN);
const KARI = 'kari@kunde.example';
const words = (n: number) => [...`${n}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');

const mail = (n: number, given: Partial<Arrival> = {}): Arrival => ({
  sender: KARI,
  subject: words(n),
  mark: `arrival ${n}`,
  now: NOW,
  ...given,
});

/** Another process's view of the same table. */
const breakers = () => dynamoBreakers(tableOf(desk.local.services.clients.dynamodb, NAMES.table), LIMITS);
const ask = (arrival: Arrival, what: Asked = 'acknowledgement') => breakers().ask(arrival, what);

const stored = async (name: string) => {
  const { client } = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
  const { Item } = await client.send(
    new GetCommand({ TableName: NAMES.table, Key: { pk: `BREAKER#${name}`, sk: 'COUNT' } }),
  );
  return { client, item: Item ?? {} };
};

const nameOfSender = (sender = KARI) => countersAsked({ sender: sender }, 'ticket').get('sender') ?? '';

describe('the counters', () => {
  it('are one for all who ask, and for each sender apart', async () => {
    for (let n = 0; n < 3; n += 1) expect(await ask(mail(n))).toEqual({ granted: true });
    expect(await ask(mail(3))).toMatchObject({
      granted: false,
      limit: 'sender-within-an-hour',
      first: true,
      since: NOW,
    });
    expect(await ask(mail(4))).toMatchObject({ granted: false, first: false });
    expect(await ask(mail(5, { sender: 'ola@kunde.example' }))).toEqual({ granted: true });
    expect(await ask(mail(6, { now: NOW + HOUR }))).toEqual({ granted: true });
  });

  it('grant no more than they may when many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(mail(n))));
    expect(answers.filter(({ granted }) => granted)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.granted && answer.first)).toHaveLength(1);
  });

  const strangers = (count: number) =>
    Array.from({ length: count }, (_, n) => mail(n, { sender: `${words(n)}@${words(n)}.example` }));

  it.each([
    ['in one process', 60, (here: Breakers) => here],
    ['each in a process of its own', 8, breakers],
  ])('stay whole when different senders ask at once, %s', async (_, count, ofOne) => {
    const here = breakers();
    const answers = await Promise.all(strangers(count).map((one) => ofOne(here).ask(one, 'acknowledgement')));
    expect(answers).toEqual(Array(count).fill({ granted: true }));
    expect((await stored('desk')).item['acknowledgements']).toHaveLength(count * 9);
  });

  it('wait for nobody whose question broke', async () => {
    const here = breakers();
    await desk.fault({ service: 'dynamodb', operation: 'GetItem', times: 12 });
    const broken = here.ask(mail(0), 'ticket');
    await expect(broken).rejects.toThrow();
    await desk.fault({ service: 'dynamodb', operation: 'GetItem', times: 0 });
    expect(await here.ask(mail(0), 'ticket')).toEqual({ granted: true });
  });

  it('count one arrival once, however often and wherever it is delivered', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(mail(0))));
    expect(answers).toEqual(Array(8).fill({ granted: true }));
    expect(await ask(mail(1))).toEqual({ granted: true });
    expect(await ask(mail(2))).toEqual({ granted: true });
  });

  it('expire a day after they last changed, and are right where they are read later than that', async () => {
    for (let n = 0; n < 3; n += 1) await ask(mail(n));
    const { item } = await stored(nameOfSender());
    expect(item['expiresAt']).toBe((NOW + DAY) / 1_000);
    expect(await ask(mail(0, { mark: 'another', now: NOW + 3 * DAY }))).toEqual({ granted: true });
    expect((await stored(nameOfSender())).item['acknowledgements']).toHaveLength(9);
  });

  it('name nobody', async () => {
    await ask(mail(0, { sender: 'kari.nordmann@kunde.example', subject: 'Lønnsslipp' }));
    const items = await Promise.all(
      [...countersAsked({ sender: 'kari.nordmann@kunde.example' }, 'acknowledgement').values()].map(stored),
    );
    expect(items).toHaveLength(3);
    for (const { item } of items) expect(JSON.stringify(item)).not.toMatch(/kari|nordmann|kunde|lønn/i);
  });
});

describe('a store that fails', () => {
  const breaks = (operation: string, when: 'before' | 'after', times: number) =>
    desk.fault({ service: 'dynamodb', operation, when, times });

  it.each(['GetItem', 'PutItem'])(
    'and lets no %s through leaves the mail to be tried again, and nothing counted twice',
    async (operation) => {
      await breaks(operation, 'before', 12);
      await expect(ask(mail(0))).rejects.toThrow();
      await breaks(operation, 'before', 0);
      for (const n of [0, 1, 2]) expect(await ask(mail(n))).toEqual({ granted: true });
      expect(await ask(mail(3))).toMatchObject({ granted: false });
    },
  );

  it('to answer what it has written is asked again, and finds its own mark', async () => {
    await breaks('PutItem', 'after', 1);
    expect(await ask(mail(0))).toEqual({ granted: true });
    expect((await stored(nameOfSender())).item['acknowledgements']).toHaveLength(9);
    expect((await stored('desk')).item['acknowledgements']).toHaveLength(9);
  });
});

describe('the units that the store charges', () => {
  const is = (writes: number, reads: number): Cost => ({ writes, reads });

  it.each([
    ['an acknowledged mail', KARI, true, is(3, 1.5)],
    ['one from where all the world has its mail', 'kari@gmail.com', true, is(2, 1)],
    ['a ticket without an acknowledgement', KARI, false, is(1, 0.5)],
  ])('for %s', async (_, sender, acknowledge, cost) => {
    await askBreakers(desk.local.desk, mail(0, { sender }), acknowledge);
    expect((await costOf(desk, () => askBreakers(desk.local.desk, mail(1, { sender }), acknowledge))).cost).toEqual(
      cost,
    );
  });

  it('for a mail that is refused, once the alarm has been raised', async () => {
    const limited = { breakers: breakers() };
    for (let n = 0; n < 24; n += 1) await askBreakers(limited, mail(n), true);
    const { answer, cost } = await costOf(desk, () => askBreakers(limited, mail(25), true));
    expect([answer.ticket.granted, answer.acknowledgement.granted, cost]).toEqual([false, false, is(0, 2)]);
  });

  it('for the desk’s counter at its fullest stay at two', async () => {
    const full = (await fullDesk()).length;
    expect(full).toBeLessThan(2 * 1024);
    const { cost } = await costOf(desk, () => ask(mail(0, { sender: 'ny@gmail.com' })));
    expect(cost).toEqual(is(3, 1));
  });

  /** The desk's counter with 199 grants. */
  async function fullDesk() {
    await ask(mail(0, { sender: 'en@gmail.com' }));
    const { client, item } = await stored('desk');
    const acknowledgements = Buffer.concat(
      Array.from({ length: 199 }, (_, n) => Buffer.from([0, 0, n, 0, 1, 2, 3, 4, n])),
    );
    await client.send(new PutCommand({ TableName: NAMES.table, Item: { ...item, acknowledgements } }));
    return acknowledgements;
  }
});
