import type { Done, Store } from 'dynalite/db';
import { checkTypes, checkValidations, type Fields, toLowerFirst } from 'dynalite/validations';
import { type ConsumedCapacity, consumedByWrites } from './dynamodb-capacity';
import { storeOfRequest } from './dynamodb-store';
import type { Write } from './dynamodb-writes';

interface Output extends Fields {
  ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}

export interface Operation {
  check(input: Fields, store: Store): Fields;
  act(store: Store, input: Fields, done: Done<Output>): void;
}

const PLAYED = [
  ...['CreateTable', 'DescribeTable', 'BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem'],
  ...['Query', 'Scan', 'UpdateItem'],
];

export const OPERATIONS: Record<string, Operation> = Object.fromEntries(
  PLAYED.map((name) => [name, dynaliteOperation(toLowerFirst(name))]),
);

function dynaliteOperation(file: string): Operation {
  const act: Operation['act'] = require(`dynalite/actions/${file}`);
  const { types, custom } = require(`dynalite/validations/${file}`);
  const check = (fields: Fields, store: Store) => {
    const input = checkTypes(fields, types);
    checkValidations(input, types, custom, store);
    return input;
  };
  return { check, act };
}

/** What operations work on. `onWrite` hears of each item once it is down, before the answer. */
export interface Database {
  store: Store;
  onWrite(write: Write): void;
}

/** @throws {Refusal} what AWS would refuse */
export async function perform(
  { check, act }: Operation,
  { store, onWrite }: Database,
  fields: Fields,
): Promise<Output> {
  const writes: Write[] = [];
  const requestStore = storeOfRequest(store, (write) => {
    writes.push(write);
    onWrite(write);
  });
  const input = check(fields, store);
  const output = await new Promise<Output>((resolve, reject) => {
    act(requestStore, input, (error, answer = {}) => (error ? reject(error) : resolve(answer)));
  });
  return countIndexWrites(output, writes, input);
}

function countIndexWrites(output: Output, writes: Write[], { ReturnConsumedCapacity: detail }: Fields): Output {
  if (!output.ConsumedCapacity || writes.length === 0) return output;
  const consumed = consumedByWrites(writes, detail === 'INDEXES' ? 'INDEXES' : 'TOTAL');
  return { ...output, ConsumedCapacity: Array.isArray(output.ConsumedCapacity) ? consumed : consumed[0] };
}
