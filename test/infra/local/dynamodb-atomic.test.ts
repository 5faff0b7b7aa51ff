import type { Item, Store } from 'dynalite/db';
import { OPERATIONS, type Operation, perform } from '../../../infra/local/dynamodb-operations';
import { openStore } from '../../../infra/local/dynamodb-store';
import { newFolder } from '../../support/folder';
import { contentsOf, DESK } from './dynamodb-desk';

type Step = [operation: string, input: Record<string, unknown>];
type Play = (operation: Operation, store: Store, input: Step[1]) => Promise<unknown>;

const wire = (row: Record<string, string>): Item =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { S: value }]));

const key = { pk: 'T#1', sk: 'SUMMARY' };
const queued = {
  ...key,
  queue: 'QUEUE#2',
  next: '2026-11-27',
  subject: 'No login',
  customer: 'C#7',
  receivedAt: '09:00',
};

const put = (item: Record<string, string>): Step => ['PutItem', { TableName: 'desk', Item: wire(item) }];
const update = (UpdateExpression: string, values?: Record<string, string>): Step => [
  'UpdateItem',
  { TableName: 'desk', Key: wire(key), UpdateExpression, ExpressionAttributeValues: values && wire(values) },
];

const STORY: Step[] = [
  put(queued),
  put({ ...queued, queue: 'QUEUE#3', subject: 'No login at all' }),
  update('SET subject = :subject', { ':subject': 'Still no login' }),
  update('REMOVE queue'),
  update('SET queue = :queue, customer = :customer', { ':queue': 'WAITING', ':customer': 'C#8' }),
  [
    'BatchWriteItem',
    {
      RequestItems: {
        desk: [
          { PutRequest: { Item: wire({ ...queued, sk: 'C#1' }) } },
          { PutRequest: { Item: wire({ ...queued, sk: 'C#2', queue: 'OWED' }) } },
          { DeleteRequest: { Key: wire(key) } },
        ],
      },
    },
  ],
  ['DeleteItem', { TableName: 'desk', Key: wire({ ...key, sk: 'C#1' }) }],
];

describe('a disk that stops in the middle', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('after %d items has every index as its items say', async (writes) => {
    const { ended, rows, rowsDue } = await storyCutAfter(writes, ours);
    expect(ended).toBe('cut');
    expect(rows).toEqual(rowsDue);
  });

  it('was asked for one write an item', async () => {
    const { ended, items, rows, rowsDue } = await storyCutAfter(9, ours);
    expect(ended).toBe('told');
    expect(items).toEqual([{ ...queued, sk: 'C#2', queue: 'OWED' }]);
    expect(rows).toEqual(rowsDue);
  });

  it('has a table that can be used, if it has one at all', async () => {
    const location = await newFolder();
    await withStore(location, (store) => {
      cutAfter(1, store);
      return ours(operation('CreateTable'), store, DESK);
    });
    expect(await contentsOf(location)).toMatchObject({ items: [] });
  });

  it('would have strays with dynalite alone', async () => {
    const { rows, rowsDue } = await storyCutAfter(1, dynalites);
    expect(rows).not.toEqual(rowsDue);
  });
});

const ours: Play = (operation, store, input) => perform(operation, { store, onWrite: () => undefined }, input);

const dynalites: Play = ({ check, act }, store, input) =>
  new Promise((resolve, reject) => {
    act(store, check(input, store), (error, output) => (error ? reject(error) : resolve(output)));
  });

/** Plays the story on a new disk that takes so many writes and then no more, and no call to it returns. */
async function storyCutAfter(writes: number, play: Play) {
  const location = await newFolder();
  await withStore(location, (store) => ours(operation('CreateTable'), store, DESK));
  const ended = await withStore(location, (store) => {
    const cut = cutAfter(writes, store);
    return Promise.race([cut, tell(store, play)]);
  });
  return { ended, ...(await contentsOf(location)) };
}

async function withStore<T>(location: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  const result = await work(store);
  await store.db.close();
  return result;
}

async function tell(store: Store, play: Play): Promise<'told'> {
  for (const [name, input] of STORY) await play(operation(name), store, input);
  return 'told';
}

function operation(name: string): Operation {
  const found = OPERATIONS[name];
  if (!found) throw new RangeError(name);
  return found;
}

function cutAfter(writes: number, { db }: Store): Promise<'cut'> {
  let left = writes;
  return new Promise((resolve) => {
    const guard =
      <Args extends unknown[]>(write: (...args: Args) => void) =>
      (...args: Args) =>
        left-- > 0 ? write(...args) : resolve('cut');
    Object.assign(db, { put: guard(db.put), del: guard(db.del), batch: guard(db.batch) });
  });
}
