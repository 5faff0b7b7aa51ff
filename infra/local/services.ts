import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { Clients } from '../../shared/adapters/desk';
import { oneTryEach } from '../../shared/adapters/ses-mailer';
import { pointSdkAt } from './aws-environment';
import { startChatProvider } from './chat-provider';
import type { Clock } from './clock';
import { tellAddress } from './desk-table';
import { startDynamoDb, type WrittenItem } from './dynamodb';
import { type EventBus, eventBus } from './event-bus';
import { type Faults, faultsOf } from './faults';
import { orLetGo } from './or-let-go';
import { startS3 } from './s3';
import { startScheduler } from './scheduler';
import { openScheduler, type Scheduler } from './scheduler-fire';
import { openSent, type Sent } from './sent';
import { startSes } from './ses';
import { type Mailboxes, mailboxes as worldsMailboxes } from './ses-mailboxes';
import { startSns } from './sns';
import { startSsm } from './ssm';
import { openKeyValueStore, type Store } from './store';

/** The stand-ins of the AWS services, with the SDK's own clients on them. */
export interface Services {
  readonly clients: Clients;
  readonly chatReplyUrl: string;
  readonly faults: Faults;
  readonly scheduler: Scheduler;
  readonly sent: Sent;
  readonly mailboxes: Mailboxes;
  readonly events: EventBus;
  /** What the table's stream would tell. */
  follow(onWritten: (write: WrittenItem) => void): void;
  stop(): Promise<void>;
}

interface Circumstances {
  /** A folder, or `:memory:`. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly parameters: Readonly<Record<string, string>>;
  /** Those that tell how the chat providers that are played here are reached. */
  readonly chatParameters?: (url: string) => Readonly<Record<string, string>>;
  /** Where the chat provider passes replies on to, if anywhere. */
  readonly chatForwardTo: string | undefined;
  newId(): string;
}

export async function startServices(circumstances: Circumstances): Promise<Services> {
  const store = await openKeyValueStore(within(circumstances.dataDir, 'services'));
  return orLetGo(servicesWith(store, circumstances), store.close);
}

async function servicesWith(
  store: Store,
  { dataDir, clock, parameters, chatParameters, chatForwardTo: forwardTo, newId }: Circumstances,
): Promise<Services> {
  const followers: ((write: WrittenItem) => void)[] = [];
  const onWritten = (write: WrittenItem) => {
    for (const follow of followers) follow(write);
  };
  const faults = faultsOf();
  const sent = await openSent(store);
  const mailboxes = worldsMailboxes();
  const events = eventBus();
  const scheduler = await openScheduler(store, clock);
  const intercept = (operation: string) => faults.take('dynamodb', operation);
  // By itself, and first: another process may hold its folder, while the others take any port that is free.
  const dynamodb = await startDynamoDb({ location: within(dataDir, 'dynamodb'), intercept, onWritten });
  await tellAddress(dataDir, dynamodb.url);
  const chat = await startChatProvider({ sent, clock, faults, forwardTo });
  const [s3, ses, sns, schedules, ssm] = await Promise.all([
    startS3({ store, clock, faults }),
    startSes({ sent, clock, mailboxes, events, newId, faults }),
    startSns({ sent, clock, newId, faults }),
    startScheduler({ schedules: scheduler.schedules, clock, faults }),
    startSsm({ parameters: { ...parameters, ...chatParameters?.(chat.url) } }),
  ]);
  pointSdkAt({
    DYNAMODB: dynamodb.url,
    S3: s3.url,
    SES: ses.url,
    SNS: sns.url,
    SCHEDULER: schedules.url,
    SSM: ssm.url,
  });
  const clients = newClients();
  return {
    clients,
    chatReplyUrl: chat.url,
    faults,
    scheduler,
    sent,
    mailboxes,
    events,
    follow: (follower) => void followers.push(follower),
    async stop() {
      for (const client of Object.values(clients)) client.destroy();
      await Promise.all([dynamodb, s3, ses, sns, schedules, ssm, chat].map((server) => server.stop()));
      await store.close();
    },
  };
}

const within = (dataDir: string, name: string) => (dataDir === ':memory:' ? dataDir : `${dataDir}/${name}`);

const newClients = (): Clients => ({
  dynamodb: new DynamoDBClient({}),
  s3: new S3Client({ forcePathStyle: true }),
  ses: new SESClient(oneTryEach),
  sns: new SNSClient(oneTryEach),
  scheduler: new SchedulerClient({}),
  ssm: new SSMClient({}),
});
