import { crc32 } from 'node:zlib';
import type { Item, Refusal } from 'dynalite/db';
import { type Database, OPERATIONS, perform } from './dynamodb-operations';
import { openStore } from './dynamodb-store';
import { changes, type Write } from './dynamodb-writes';
import type { TakenFault } from './faults';
import { type Operation, type ServiceError, serve } from './stand-in';
import type { HttpRequest, HttpResponse, Listening } from './stand-in-server';

interface DynamoDb {
  /** A folder, or `:memory:`. */
  location: string;
  port?: number;
  /** Asked once a request, with its operation. */
  intercept?(operation: string): TakenFault | undefined;
  /** Told what the table's stream would be told, before the request is answered. Must not throw. */
  onWritten?(write: WrittenItem): void;
}

/** An item that changed, in DynamoDB's JSON; without `item` it was deleted. */
export interface WrittenItem {
  table: string;
  keys: Item;
  isNew: boolean;
  item?: Item;
}

/** DynamoDB as far as dynalite plays it: no transactions, no streams; signatures are not looked at. */
export async function startDynamoDb({ location, port, intercept, onWritten }: DynamoDb): Promise<Listening> {
  const store = await openStore(location);
  const onWrite = (write: Write) => {
    if (changes(write)) onWritten?.(writtenItem(write));
  };
  const fault = intercept && { fault: intercept };
  const listening = await serve({ port, operationOf, operations, state: { store, onWrite }, refuse, ...fault });
  return { ...listening, stop: () => listening.stop().then(() => store.db.close()) };
}

const operations = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, operation]): [string, Operation<Database>] => [
    name,
    (database, { body }) => perform(operation, database, JSON.parse(String(body))).then(accepted, refused),
  ]),
);

/** Out of `X-Amz-Target: DynamoDB_20120810.PutItem`. */
function operationOf({ headers }: HttpRequest): string {
  return String(headers['x-amz-target']).replace(/^.*\./, '');
}

function writtenItem({ table, before, after }: Write): WrittenItem {
  const isKey = new Set(table.KeySchema.map(({ AttributeName: name }) => name));
  const keys = Object.entries(after ?? before ?? {}).filter(([name]) => isKey.has(name));
  return { table: table.TableName, keys: Object.fromEntries(keys), isNew: !before, ...(after && { item: after }) };
}

function accepted(output: object): HttpResponse {
  return answer(200, output);
}

function refused(error: Error | Refusal): HttpResponse {
  if (!('statusCode' in error)) throw error;
  return answer(error.statusCode, error.body);
}

function refuse({ status, error, message }: ServiceError): HttpResponse {
  return answer(status, { __type: `com.amazonaws.dynamodb.v20120810#${error}`, message });
}

function answer(status: number, fields: object): HttpResponse {
  const body = JSON.stringify(fields);
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-crc32': String(crc32(body)) };
  return { status, headers, body };
}
