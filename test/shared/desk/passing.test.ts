import { eachOf, mapEach } from '../../../shared/desk/each-of';
import { absorbable, passedAs, passedBy } from '../../../shared/desk/passing';
import { commandId } from '../../../shared/ticket/ids';
import type { Message } from '../../../shared/ticket/ticket';
import { TICKET } from '../../support/ticket-story';

const message = (at: number): Message => ({
  from: 'customer',
  at,
  words: { text: 'å'.repeat(1_000) },
  attachments: [],
  cc: [],
});

describe('a ticket that goes on in another', () => {
  it('brings all its messages, where an item holds them', () => {
    const messages = [1, 2, 3].map(message);
    expect(absorbable(messages)).toEqual(messages);
  });

  it('brings the newest 200 kB of a long one, which is half of what an item holds', () => {
    const messages = Array.from({ length: 500 }, (_, n) => message(n));
    const brought = absorbable(messages);
    expect(brought.at(-1)?.at).toBe(499);
    expect(Buffer.byteLength(JSON.stringify(brought))).toBeGreaterThan(190_000);
    expect(Buffer.byteLength(JSON.stringify(brought))).toBeLessThan(201_000);
  });
});

it('what was passed on is known again by its name', () => {
  const key = { ticket: TICKET, version: 12, index: 3 };
  expect(passedBy(passedAs(key))).toEqual(key);
  expect(passedBy(commandId('something else'))).toBeUndefined();
});

describe('many at once', () => {
  it('are done in order of their answers’ places, and no more at a time than told', async () => {
    let [now, most] = [0, 0];
    const double = async (n: number) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return 2 * n;
    };
    expect(await mapEach([1, 2, 3, 4, 5], 2, double)).toEqual([2, 4, 6, 8, 10]);
    expect(most).toBe(2);
  });

  it('are none where there is nothing', async () => {
    await expect(eachOf([], 8, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
