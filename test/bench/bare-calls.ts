import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand } from '@aws-sdk/client-sns';
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Clients } from '../../shared/adapters/desk';
import { tableOf } from '../../shared/adapters/table';
import { remembered } from '../../shared/promises/remembered';
import { type Call, refusalOf } from './calls';

/** Makes calls over again, one after the other. Throws if one comes out otherwise than it did. */
export async function makeAgain(calls: readonly Call[], clients: Clients): Promise<void> {
  for (const { operation, input, refusal } of calls) {
    const outcome = await refusalOf(senderOf(operation)(clients, input as never));
    if (outcome !== refusal) throw new Error(`Bare, ${operation} ended in ${outcome}, and not in ${refusal}.`);
  }
}

type Sender = (clients: Clients, input: never) => Promise<unknown>;

function senderOf(operation: string): Sender {
  const sender = SENDERS[operation];
  if (sender) return sender;
  throw new Error(`The bench does not know how to make ${operation} bare.`);
}

// The desk's own kind of client: inputs were noted as it was given them.
const documents = remembered((client: Clients['dynamodb']) => tableOf(client, '').client, new WeakMap());

const SENDERS: Readonly<Record<string, Sender>> = {
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
  Publish: ({ sns }, input) => sns.send(new PublishCommand(input)),
};
