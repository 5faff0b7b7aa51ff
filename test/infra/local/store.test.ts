import { inTurn, openKeyValueStore } from '../../../infra/local/store';
import { newFolder } from '../../support/folder';

const value = (text: string) => Buffer.from(text);

describe.each([
  ['on disk', newFolder],
  ['in memory', async () => ':memory:'],
])('a store %s', (_, location) => {
  it('keeps bytes as they are', async () => {
    const store = await openKeyValueStore(await location());
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    await store.put('key', bytes);
    expect(await store.get('key')).toEqual(bytes);
    expect(await store.getMany(['key', 'none'])).toEqual([bytes, undefined]);
    await store.del('key');
    expect(await store.get('key')).toBeUndefined();
    await store.close();
  });

  it('lists keys in order, within bounds', async () => {
    const store = await openKeyValueStore(await location());
    await store.batch(['b/2', 'a', 'b/1', 'b/3', 'c'].map((key) => ({ type: 'put', key, value: value(key) })));
    const keys = async (range: object) => (await store.entries(range)).map(([key]) => key);
    expect(await keys({ prefix: 'b/' })).toEqual(['b/1', 'b/2', 'b/3']);
    expect(await keys({ prefix: 'b/', gt: 'b/1', limit: 1 })).toEqual(['b/2']);
    expect(await keys({ prefix: 'b/', gt: 'a' })).toEqual(['b/1', 'b/2', 'b/3']);
    expect(await keys({ prefix: 'b/', reverse: true, limit: 1 })).toEqual(['b/3']);
    expect(await keys({ gte: 'b/3', lt: 'd' })).toEqual(['b/3', 'c']);
    await store.close();
  });
});

it('on disk it keeps what it has for the next to open it', async () => {
  const location = await newFolder();
  const before = await openKeyValueStore(location);
  await before.put('key', value('kept'));
  await before.close();
  const after = await openKeyValueStore(location);
  expect(await after.get('key')).toEqual(value('kept'));
  await after.close();
});

describe('in turn', () => {
  it('work waits for the work before it, also when that fails', async () => {
    const turn = inTurn();
    const order: string[] = [];
    const failing = turn(async () => {
      await Promise.resolve();
      order.push('first');
      throw new Error('broken');
    });
    const next = turn(async () => order.push('second'));
    await expect(failing).rejects.toThrow('broken');
    await next;
    expect(order).toEqual(['first', 'second']);
  });
});
