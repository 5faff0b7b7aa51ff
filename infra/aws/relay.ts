import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters';
import { type Desk, environmentOf } from './desk';
import { SupportFunction } from './support-function';

/**
 * A commit was written: what it owes is carried out at once. The stream only makes the desk quick; what it misses,
 * the sweep finds.
 */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, desk: Desk) {
    super(scope, id);
    const relay = new SupportFunction(this, 'relay-effects', {
      description: 'A commit was written: carry out what it owes.',
      timeout: Duration.minutes(2),
      environment: environmentOf(desk),
    });
    relay.addEventSource(commitsOf(desk, new DeadLetters(this, 'dead-letters', 'relay')));
    desk.tickets.allow(relay, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    desk.files.allow(relay, 'read', 'words/');
    desk.secrets.allow(relay, 'reply-secrets', 'chat/*');
    desk.sending.allow(relay);
    desk.alarms.allow(relay);
  }
}

// Records of one ticket share a shard and a lane, so its effects keep their order, however many lanes there are.
const commitsOf = ({ tickets }: Desk, deadLetters: DeadLetters) =>
  new DynamoEventSource(tickets.table, {
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('C#') } } },
      }),
    ],
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    parallelizationFactor: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 3,
    onFailure: new SqsDlq(deadLetters),
  });
