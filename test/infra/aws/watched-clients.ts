import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { Clients } from '../../../shared/adapters/desk';

/** Clients on the stand-ins that tell which rights each call would need on AWS: `dynamodb:Query byQueue`. */
export function watchedClients(needs: (right: string) => void): Clients {
  const clients = {
    dynamodb: new DynamoDBClient({}),
    s3: new S3Client({ forcePathStyle: true }),
    ses: new SESClient({ maxAttempts: 1 }),
    sns: new SNSClient({ maxAttempts: 1 }),
    scheduler: new SchedulerClient({}),
    ssm: new SSMClient({}),
  };
  for (const client of Object.values(clients) as Watchable[]) {
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          for (const right of rightsFor(commandName, args.input)) needs(right);
          return next(args).catch((error: unknown) => {
            if (isMissing(error)) needs('s3:ListBucket bucket');
            throw error;
          });
        },
      { step: 'initialize' },
    );
  }
  return clients;
}

type Input = Readonly<Record<string, unknown>>;
type Next = (args: { readonly input: Input }) => Promise<unknown>;

interface Watchable {
  readonly middlewareStack: {
    add(
      middleware: (next: Next, context: { readonly commandName: string }) => Next,
      options: { step: 'initialize' },
    ): void;
  };
}

// Without the right to list, S3 says “access denied” instead, and the code would not know.
const isMissing = (error: unknown): boolean => error instanceof Error && /^(NoSuchKey|NotFound)$/.test(error.name);

function rightsFor(command: string, input: Input): string[] {
  const rights = RIGHTS[command.replace(/Command$/, '')];
  if (!rights) throw new Error(`No right is known for ${command}.`);
  return rights(input);
}

const onTable = (act: string) => () => [`dynamodb:${act} table`];
const onAlarms = (act: string) => () => [`scheduler:${act} alarms`];
const settingAlarms = (act: string) => () => [`scheduler:${act} alarms`, 'iam:PassRole alarm-role'];
const folderOf = (key: unknown) => /^[\w-]+\//.exec(String(key))?.[0];
const folderOfSource = (source: unknown) => folderOf(decodeURIComponent(String(source)).replace(/^[^/]+\//, ''));

/** What AWS asks for before it does what it is told; a copy reads and writes. */
const RIGHTS: Readonly<Record<string, (input: Input) => string[]>> = {
  GetItem: onTable('GetItem'),
  BatchGetItem: onTable('BatchGetItem'),
  PutItem: onTable('PutItem'),
  UpdateItem: onTable('UpdateItem'),
  Query: ({ IndexName }) => [`dynamodb:Query ${IndexName ?? 'table'}`],
  GetObject: ({ Key }) => [`s3:GetObject ${folderOf(Key)}`],
  HeadObject: ({ Key }) => [`s3:GetObject ${folderOf(Key)}`],
  PutObject: ({ Key }) => [`s3:PutObject ${folderOf(Key)}`],
  DeleteObject: ({ Key }) => [`s3:DeleteObject ${folderOf(Key)}`],
  CopyObject: ({ CopySource, Key }) => [`s3:GetObject ${folderOfSource(CopySource)}`, `s3:PutObject ${folderOf(Key)}`],
  ListObjectsV2: () => ['s3:ListBucket bucket'],
  SendRawEmail: () => ['ses:SendRawEmail identity', 'ses:SendRawEmail configuration-set'],
  Publish: () => ['sns:Publish *'],
  CreateSchedule: settingAlarms('CreateSchedule'),
  UpdateSchedule: settingAlarms('UpdateSchedule'),
  DeleteSchedule: onAlarms('DeleteSchedule'),
  ListSchedules: () => ['scheduler:ListSchedules schedules'],
  GetParameter: ({ Name }) => [
    `ssm:GetParameter ${String(Name).replace(/^\/responstid\/(chat\/)?(.*)$/, (_, chat, name) => chat ?? name)}`,
  ],
};
