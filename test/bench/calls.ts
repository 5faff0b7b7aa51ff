import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Clients } from '../../shared/adapters/desk';
import { tableOf } from '../../shared/adapters/table';
import { remembered } from '../../shared/promises/remembered';

/** A call of the SDK as a client sent it, and the error by which it was refused, if it was. */
export interface Call {
  readonly operation: string;
  readonly input: object;
  readonly refusal?: string;
}

/** Notes all that the clients are told while the work is done, in the order in which the calls were made. */
export async function callsDuring(clients: Clients, work: () => Promise<unknown>): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const { middlewareStack } of Object.values(clients) as Watchable[]) {
    middlewareStack.add(noting(calls), { step: 'initialize', priority: 'low', name: NAME });
  }
  await work();
  for (const { middlewareStack } of Object.values(clients) as Watchable[]) middlewareStack.remove(NAME);
  return calls;
}

/** Makes the calls again, one after the other. Throws if one comes out otherwise than it did. */
export async function makeAgain(calls: readonly Call[], clients: Clients): Promise<void> {
  for (const { operation, input, refusal } of calls) {
    const outcome = await sendTo(clients, operation, input).then(() => undefined, nameOf);
    if (outcome !== refusal) throw new Error(`Bare, ${operation} came out as ${outcome}, not as ${refusal}.`);
  }
}

const NAME = 'noting';

type Next = (args: { readonly input: object }) => Promise<unknown>;
type Middleware = (next: Next, context: { readonly commandName: string }) => Next;

interface Watchable {
  readonly middlewareStack: {
    add(middleware: Middleware, options: { step: 'initialize'; priority: 'low'; name: string }): void;
    remove(name: string): boolean;
  };
}

function noting(calls: Call[]): Middleware {
  return (next, { commandName }) =>
    (args) => {
      const place = calls.push({ operation: commandName.replace(/Command$/, ''), input: args.input }) - 1;
      return next(args).catch((error: unknown) => {
        calls.splice(place, 1, {
          operation: commandName.replace(/Command$/, ''),
          input: args.input,
          refusal: nameOf(error),
        });
        throw error;
      });
    };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

function sendTo(clients: Clients, operation: string, input: object): Promise<unknown> {
  const send = SENDERS[operation];
  if (!send) throw new Error(`The bench does not know how to make ${operation} bare.`);
  return send(clients, input as never);
}

// The desk's own client of documents: inputs are noted as it is given them.
const documents = remembered((client: Clients['dynamodb']) => tableOf(client, '').client, new WeakMap());

const SENDERS: Readonly<Record<string, (clients: Clients, input: never) => Promise<unknown>>> = {
  GetItem: ({ dynamodb }, input) => documents(dynamodb).send(new GetCommand(input)),
  BatchGetItem: ({ dynamodb }, input) => documents(dynamodb).send(new BatchGetCommand(input)),
  Query: ({ dynamodb }, input) => documents(dynamodb).send(new QueryCommand(input)),
  PutItem: ({ dynamodb }, input) => documents(dynamodb).send(new PutCommand(input)),
  UpdateItem: ({ dynamodb }, input) => documents(dynamodb).send(new UpdateCommand(input)),
  PutObject: ({ s3 }, input) => s3.send(new PutObjectCommand(input)),
  GetObject: async ({ s3 }, input) => (await s3.send(new GetObjectCommand(input))).Body?.transformToByteArray(),
  CopyObject: ({ s3 }, input) => s3.send(new CopyObjectCommand(input)),
  DeleteObject: ({ s3 }, input) => s3.send(new DeleteObjectCommand(input)),
  CreateSchedule: ({ scheduler }, input) => scheduler.send(new CreateScheduleCommand(input)),
  UpdateSchedule: ({ scheduler }, input) => scheduler.send(new UpdateScheduleCommand(input)),
  SendRawEmail: ({ ses }, input) => ses.send(new SendRawEmailCommand(input)),
};
