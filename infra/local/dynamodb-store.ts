import { create, type Done, type Item, type Rows, type Store, type Table, validationError } from 'dynalite/db';
import { readQuickly } from './dynamodb-level';
import { indexKeyRefusal, rowChanges, type Write } from './dynamodb-writes';

/** Opens the LevelDB of a folder, or one in memory for `:memory:`. */
export async function openStore(location: string): Promise<Store> {
  const where = location === ':memory:' ? {} : { path: location };
  const store = create({ ...where, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await store.db.open();
  readQuickly(store.db);
  return { ...store, tableDb: activeAtOnce(store.tableDb) };
}

// dynalite writes a new table as CREATING and corrects that after its answer; a kill in between would leave it so.
function activeAtOnce(tables: Rows<Table>): Rows<Table> {
  return { ...tables, put: (name, table, done) => tables.put(name, active(table), done) };
}

function active(table: Table): Table {
  const indexes = table.GlobalSecondaryIndexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }));
  return { ...table, TableStatus: 'ACTIVE', ...(indexes && { GlobalSecondaryIndexes: indexes }) };
}

/**
 * The store as dynalite's actions see it during one request. They write index rows one by one and the item last, which
 * a kill can split; here their index writes go nowhere, and the item takes its index rows along in one LevelDB batch.
 */
export function storeOfRequest(store: Store, onWrite: (write: Write) => void): Store {
  return {
    ...store,
    getItemDb: (table) => itemRows(store, table, onWrite),
    getIndexDb: (...name) => ({ ...store.getIndexDb(...name), ...WRITTEN_WITH_THE_ITEM }),
  };
}

const WRITTEN_WITH_THE_ITEM: Pick<Rows<Item>, 'put' | 'del'> = {
  put: (_key, _row, done) => done(),
  del: (_key, done) => done(),
};

/** The rows of one table. An action locks a key, gets the item and then puts or deletes it, so the images match. */
function itemRows(store: Store, tableName: string, onWrite: (write: Write) => void): Rows<Item> {
  const rows = store.getItemDb(tableName);
  let before: Item | undefined;
  const get = (key: string, done: Done<Item>) =>
    rows.get(key, (error, item) => {
      before = item;
      done(error, item);
    });
  const write = (key: string, after: Item | undefined, done: Done) =>
    store.getTable(tableName, (error, table) => {
      if (!table) return done(error);
      commit(store, { table, key, before, after }, onWrite, done);
    });
  return { ...rows, get, put: write, del: (key, done) => write(key, undefined, done) };
}

function commit({ db }: Store, write: Write, onWrite: (write: Write) => void, done: Done): void {
  const refusal = write.after && indexKeyRefusal(write.table, write.after);
  if (refusal) done(validationError(refusal));
  else
    db.batch(rowChanges(write), (error) => {
      if (!error) onWrite(write);
      done(error);
    });
}
