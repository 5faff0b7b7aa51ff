import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SESClient } from '@aws-sdk/client-ses';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { rememberingReplies } from '../desk/own-replies';
import type { Desk, Log } from '../desk/ports';
import { type BreakerLimit, LIMITS } from '../mail/breaker-limits';
import type { CannedAnswer } from '../mail/letters/canned-answer';
import type { MachineSender } from '../mail/machine-senders';
import type { Instant } from '../promises/instant';
import { isoWeekOf } from '../promises/iso-week';
import type { Policies } from '../promises/policies';
import { ticketIdFrom } from '../ticket/ids';
import { chatReplies } from './chat/chat-replies';
import { dynamoBreakers } from './dynamo-breakers';
import { dynamoCannedAnswers } from './dynamo-canned-answers';
import { dynamoClaims } from './dynamo-claims';
import { dynamoContacts } from './dynamo-contacts';
import { dynamoCustomers } from './dynamo-customers';
import { dynamoDigests } from './dynamo-digests';
import { dynamoFeedback } from './dynamo-feedback';
import { dynamoLists } from './dynamo-lists';
import { dynamoMaintenance } from './dynamo-maintenance';
import { dynamoOutbox } from './dynamo-outbox';
import { dynamoReleases } from './dynamo-releases';
import { dynamoReports } from './dynamo-reports';
import { dynamoPeople } from './dynamo-staff';
import { dynamoStatus } from './dynamo-status';
import { dynamoTickets } from './dynamo-tickets';
import { s3Files } from './s3-files';
import { type AlarmTarget, schedulerAlarms } from './scheduler-alarms';
import { sesMailer } from './ses-mailer';
import { snsTexts } from './sns-texts';
import { ssmSecrets } from './ssm-secrets';
import { tableOf } from './table';

/** Where this desk's things are. */
export interface Settings {
  readonly table: string;
  readonly bucket: string;
  readonly supportAddress: string;
  readonly managementAddress: string;
  readonly secretsPrefix: string;
  readonly chatReplyUrl: string;
  readonly alarms: AlarmTarget;
  readonly configurationSet?: string;
  /** Whom an SMS is shown to be from; without it, it is for SNS to say. */
  readonly smsSender?: string | undefined;
  readonly machineSenders: readonly MachineSender[];
  /** The answers that the desk begins with. */
  readonly cannedAnswers: readonly CannedAnswer[];
  /** Those of the rule, unless a desk has others. */
  readonly limits?: readonly BreakerLimit[] | undefined;
  /** Where the desk's pages are; on one machine that is known when it listens. */
  readonly site?: () => string;
}

/** Clients of the services. `ses` and `sns` must not retry by themselves: they take nothing idempotently. */
export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sns: SNSClient;
  readonly scheduler: SchedulerClient;
  readonly ssm: SSMClient;
}

/** Time and chance, and where to write the log. */
export interface World {
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: Log;
}

/** The desk on its services: the same on AWS, on one machine and in the tests. */
export function deskOn(settings: Settings, clients: Clients, world: World, policies: Policies): Desk {
  const { now, randomBytes, log } = world;
  const table = tableOf(clients.dynamodb, settings.table);
  const people = dynamoPeople(table, now);
  const releases = dynamoReleases(table, now);
  const claims = dynamoClaims(table);
  const secrets = ssmSecrets(clients.ssm, settings.secretsPrefix, now);
  const newMark = () => Buffer.from(randomBytes(16)).toString('base64url');
  return {
    circumstances: async () => {
      const [workforce, planned] = await Promise.all([people.known(), releases.all()]);
      return { now: now(), policies, ...workforce, releases: planned };
    },
    addresses: { support: settings.supportAddress, management: settings.managementAddress },
    machineSenders: settings.machineSenders,
    site: () => settings.site?.() ?? '',
    tickets: dynamoTickets(table, (at) => isoWeekOf(at, policies.inForce(at).timeZone)),
    claims,
    lists: dynamoLists(table),
    outbox: dynamoOutbox(table, newMark),
    feedback: dynamoFeedback(table),
    contacts: dynamoContacts(table),
    customers: dynamoCustomers(table, now),
    alarms: schedulerAlarms(clients.scheduler, settings.alarms, now),
    files: s3Files(clients.s3, settings.bucket, now),
    mailer: sesMailer(clients.ses, now, settings.configurationSet),
    texts: snsTexts(clients.sns, settings.smsSender),
    chats: rememberingReplies(chatReplies(settings.chatReplyUrl, secrets), { claims, log }),
    reports: dynamoReports(table),
    digests: dynamoDigests(table),
    breakers: dynamoBreakers(table, settings.limits ?? LIMITS),
    maintenance: dynamoMaintenance(table),
    statusPage: dynamoStatus(table),
    people,
    releases,
    cannedAnswers: dynamoCannedAnswers(table, settings.cannedAnswers),
    secrets,
    newTicketId: () => ticketIdFrom(randomBytes(5)),
    newMark,
    log,
  };
}
