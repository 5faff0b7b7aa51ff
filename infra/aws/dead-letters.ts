import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { named } from './named';

/** What was tried in vain, kept for as long as SQS can, for a person to look at. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, of: string) {
    super(scope, id, {
      queueName: named(scope, `${of}-dead-letters`),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
  }
}
