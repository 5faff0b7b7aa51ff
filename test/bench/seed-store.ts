import { createKey, type RowChange, type Store, type Table } from 'dynalite/db';
import { openStore } from '../../infra/local/dynamodb-store';
import { rowChanges } from '../../infra/local/dynamodb-writes';
import { NAMES } from '../../infra/local/seeds';
import { claimItem } from '../../shared/adapters/dynamo-claims';
import { commitItem } from '../../shared/adapters/dynamo-tickets';
import { summaryItem } from '../../shared/adapters/summary-item';
import type { Commit } from '../../shared/desk/ports';
import { arrivalKey, mailIdKey } from '../../shared/desk/routing';
import type { Instant } from '../../shared/promises/instant';
import { isoWeekOf } from '../../shared/promises/iso-week';
import { defaultPolicy } from '../../shared/promises/policy';
import { afterAttempt, claimed, type Delivery, owed } from '../../shared/ticket/delivery';
import type { Told } from './story';
import { itemOf } from './wire';

const TICKETS_AT_ONCE = 250;
const [FIRST, LAST] = ['', '\u{10ffff}'] as const;

/**
 * Puts tickets into the store of a desk that has been started once and stopped: the items that the adapters would have
 * put, and the index rows that the local DynamoDB would have, with nothing owed any more.
 */
export async function putTickets(dataDir: string, tickets: Iterable<Told>): Promise<void> {
  const store = await openStore(`${dataDir}/dynamodb`);
  const table = await tableIn(store);
  let written = Promise.resolve();
  for (const some of inBatches(tickets)) {
    const changes = some.flatMap(itemsOf).flatMap((item) => rowsOf(item, table));
    await written;
    written = write(store, changes);
  }
  await written;
  // Or the store would put in order what months had brought while it takes in the next mails.
  await store.db.compactRange(FIRST, LAST);
  await store.db.close();
}

function* inBatches(tickets: Iterable<Told>): Iterable<readonly Told[]> {
  let batch: Told[] = [];
  for (const ticket of tickets) {
    if (batch.push(ticket) < TICKETS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function itemsOf({ ticket, commits, summary }: Told): object[] {
  const arrivals = [arrivalKey('mail', ticket.id), mailIdKey(`<${ticket.id}@kunde.example>`)];
  return [...arrivals.map((key) => claimItem(key, ticket.id)), ...commits.map(settled), summaryItem(ticket, summary)];
}

/** As the outbox leaves it when all is done. */
const settled = (commit: Commit): object => ({
  ...commitItem(commit, (at) => isoWeekOf(at, defaultPolicy.timeZone)),
  queue: undefined,
  queueAt: undefined,
  deliveries: commit.effects.map(() => doneAt(commit.at)),
  revision: 1,
});

const doneAt = (at: Instant): Delivery => afterAttempt(claimed(owed(at), at), { is: 'done' }, at);

function rowsOf(fields: object, table: Table): RowChange[] {
  const item = itemOf(fields);
  return rowChanges({ table, key: createKey(item, table), before: undefined, after: item });
}

const tableIn = (store: Store): Promise<Table> =>
  new Promise((resolve, reject) => {
    store.getTable(NAMES.table, (error, table) => (table ? resolve(table) : reject(error)));
  });

const write = ({ db }: Store, changes: RowChange[]): Promise<void> =>
  new Promise((resolve, reject) => {
    db.batch(changes, (error) => (error ? reject(error) : resolve()));
  });
