import { Readable } from 'node:stream';
import type { LevelDb, RowReader } from 'dynalite/db';

// dynalite asks a thread of the pool for every single row; LevelDB finds one sooner than the thread is woken.
export function readQuickly(db: LevelDb): void {
  const readLater = db.get;
  const read = rememberingTables(db);
  db.get = (key, done) => (db.status === 'open' ? done(null, read(key)) : readLater(key, done));
  db.createValueStream = (range) => streamOf(db.values(range));
}

// It also asks what the table is like for every request, and once more for a write; a table that is made stays as it is.
function rememberingTables(db: LevelDb): (key: string) => unknown {
  const tables = new Map<string, unknown>();
  return (key) => {
    const row = tables.get(key) ?? db.getSync(key);
    if (row && key.startsWith('table~')) tables.set(key, row);
    return row;
  };
}

const ROWS_AT_ONCE = 100;

function streamOf(rows: RowReader): Readable {
  return new Readable({
    objectMode: true,
    read() {
      rows.nextv(ROWS_AT_ONCE).then(
        (some) => push(this, some),
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      rows.close().then(() => done(error), done);
    },
  });
}

function push(stream: Readable, rows: unknown[]): void {
  for (const row of rows) stream.push(row);
  if (rows.length === 0) stream.push(null);
}
