import { randomBytes } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { deskOn } from '../../../shared/adapters/desk';
import { integrationKeys, oidcIdentity, oneOf } from '../../../shared/adapters/identity';
import { oneTryEach } from '../../../shared/adapters/ses-mailer';
import { tableOf } from '../../../shared/adapters/table';
import type { Desk, Log } from '../../../shared/desk/ports';
import { defaultPolicy } from '../../../shared/promises/policy';

/** The composition root on AWS: clients and settings from the function's environment, the system's clock and chance. */
const dynamodb = new DynamoDBClient({});

export const desk: Desk = deskOn(
  {
    table: setting('TABLE'),
    bucket: setting('BUCKET'),
    supportAddress: setting('SUPPORT_ADDRESS'),
    managementAddress: setting('MANAGEMENT_ADDRESS'),
    secretsPrefix: setting('SECRETS_PREFIX'),
    chatReplyUrl: setting('CHAT_REPLY_URL'),
    configurationSet: setting('CONFIGURATION_SET'),
    alarms: {
      group: setting('ALARM_GROUP'),
      functionArn: setting('WAKE_TICKET_ARN'),
      roleArn: setting('ALARM_ROLE_ARN'),
      deadLetterArn: setting('ALARM_DEAD_LETTERS_ARN'),
    },
  },
  {
    dynamodb,
    s3: new S3Client({}),
    ses: new SESClient(oneTryEach),
    scheduler: new SchedulerClient({}),
    ssm: new SSMClient({}),
  },
  { now: Date.now, randomBytes, log: logTo(new Logger()) },
  defaultPolicy,
);

/** Who may use the API: the provider's users by their verified address, and integrations by their keys. */
export const identify = () =>
  oneOf(
    oidcIdentity(setting('OIDC_ISSUER'), setting('OIDC_AUDIENCE'), staff),
    integrationKeys(tableOf(dynamodb, setting('TABLE')), staff),
  );

const staff = async () => (await desk.circumstances()).staff;

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

function logTo(logger: Logger): Log {
  return {
    info: (message, details = {}) => logger.info(message, details),
    error: (message, details = {}) => logger.error(message, details),
  };
}
