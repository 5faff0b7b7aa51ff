// The parts of dynalite 4.0.0 that the local DynamoDB is built on; the package brings no types of its own.

declare module 'dynalite/db' {
  import type { Readable } from 'node:stream';
  import type { AttributeValue } from 'aws-lambda';

  /** An item as it travels on the wire: `{ pk: { S: '…' } }`, binary values in base64. */
  type Item = Record<string, AttributeValue>;
  type Done<Result = unknown> = (error?: Error | null, result?: Result) => void;

  /** An error as DynamoDB answers it. */
  type Refusal = Error & { statusCode: number; body: object };

  interface KeyPart {
    AttributeName: string;
  }

  interface Index {
    IndexName: string;
    IndexStatus?: string;
    KeySchema: KeyPart[];
  }

  interface Table {
    TableName: string;
    TableStatus: string;
    KeySchema: KeyPart[];
    LocalSecondaryIndexes?: Index[];
    GlobalSecondaryIndexes?: Index[];
  }

  interface Rows<Row> {
    get(key: string, done: Done<Row>): void;
    put(key: string, row: Row, done: Done): void;
    del(key: string, done: Done): void;
  }

  type RowChange = { type: 'put'; key: string; value: Item } | { type: 'del'; key: string };

  interface LevelDb {
    status: string;
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string, done: Done<unknown>): void;
    getSync(key: string): unknown;
    values(range: object): RowReader;
    createValueStream(range: object): Readable;
    put(key: string, row: unknown, done: Done): void;
    del(key: string, done: Done): void;
    batch(changes: RowChange[], done: Done): void;
    /** Of a store on disk. */
    compactRange(from: string, to: string): Promise<void>;
  }

  interface RowReader {
    /** The next rows, up to so many; none at the end. */
    nextv(count: number): Promise<unknown[]>;
    close(): Promise<void>;
  }

  interface Store {
    db: LevelDb;
    tableDb: Rows<Table>;
    getTable(name: string, done: Done<Table>): void;
    getItemDb(table: string): Rows<Item>;
    getIndexDb(scope: string, table: string, index: string): Rows<Item>;
  }

  interface Options {
    path?: string;
    createTableMs: number;
    deleteTableMs: number;
    updateTableMs: number;
  }

  function create(options: Options): Store;
  function createKey(item: Item, table: Table): string;
  function itemSize(item: Item): number;
  function validationError(message: string): Refusal;
  function getIndexActions(
    indexes: Index[],
    before: Item | undefined,
    after: Item | undefined,
    table: Table,
  ): { puts: { index: string; key: string; item: Item }[] };
}

declare module 'dynalite/validations' {
  import type { Store } from 'dynalite/db';

  type Fields = Record<string, unknown>;

  function toLowerFirst(name: string): string;
  function checkTypes(input: Fields, types: object): Fields;
  function checkValidations(input: Fields, types: object, custom: unknown, store: Store): void;
}
