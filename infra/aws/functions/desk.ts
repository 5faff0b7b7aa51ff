import { randomBytes } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { oneOf } from '../../../functions/edge/identify';
import { deskOn } from '../../../shared/adapters/desk';
import { integrationKeys } from '../../../shared/adapters/integration-keys';
import { oidcIdentity } from '../../../shared/adapters/oidc-identity';
import { oneTryEach } from '../../../shared/adapters/ses-mailer';
import { tableOf } from '../../../shared/adapters/table';
import type { Desk, Log } from '../../../shared/desk/ports';
import { cannedAnswers } from '../../canned-answers';
import { machineSenders } from '../../machine-senders';
import { policies } from '../../policies';

/**
 * How long services may keep us waiting, for each of the three times that the SDK asks. Between the claim of a letter and
 * its end lie the staff, the secrets, its words (from S3) and the 20 seconds of SES: 9 + 9 + 15 + 20 of the 60 of its lease.
 */
const patience = (requestTimeout: number) => ({
  requestHandler: { connectionTimeout: 1_000, requestTimeout, throwOnRequestTimeout: true },
});
const SOON = patience(3_000);

/** The composition root on AWS: clients and settings from the function's environment, the system's clock and chance. */
const dynamodb = new DynamoDBClient(SOON);

export const desk: Desk = deskOn(
  {
    table: setting('TABLE'),
    bucket: setting('BUCKET'),
    site: () => setting('SITE'),
    supportAddress: setting('SUPPORT_ADDRESS'),
    managementAddress: setting('MANAGEMENT_ADDRESS'),
    secretsPrefix: setting('SECRETS_PREFIX'),
    machineSenders,
    cannedAnswers,
    chatReplyUrl: setting('CHAT_REPLY_URL'),
    configurationSet: setting('CONFIGURATION_SET'),
    smsSender: process.env['SMS_SENDER'],
    alarms: {
      group: setting('ALARM_GROUP'),
      functionArn: setting('WAKE_TICKET_ARN'),
      roleArn: setting('ALARM_ROLE_ARN'),
      deadLetterArn: setting('ALARM_DEAD_LETTERS_ARN'),
    },
  },
  {
    dynamodb,
    s3: new S3Client(patience(5_000)),
    ses: new SESClient(oneTryEach),
    sns: new SNSClient(oneTryEach),
    scheduler: new SchedulerClient(SOON),
    ssm: new SSMClient(SOON),
  },
  { now: Date.now, randomBytes, log: logTo(new Logger()) },
  policies,
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
