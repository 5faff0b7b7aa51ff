import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { INBOX } from '../../shared/desk/receive-mail';
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
      timeout: A_COMMIT,
      environment: environmentOf(desk),
    });
    relay.addEventSource(commitsOf(desk, new DeadLetters(this, 'dead-letters', 'relay')));
    desk.tickets.allow(relay, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    desk.files.allow(relay, 'read', 'words/', 'attachments/');
    // What was redacted is erased wherever it lies.
    desk.files.allow(relay, 'remove', INBOX, 'mail/', 'html/', 'words/', 'attachments/');
    desk.secrets.allow(relay, 'reply-secrets', 'chat/*');
    desk.sending.allow(relay);
    desk.sending.allowTexts(relay);
    desk.alarms.allow(relay);
  }
}

// A letter that is cut off may go out twice. A commit owes seven at the most (the answer or acknowledgement, the alert, and
// what may have come due beside it), and each has the minute of its lease.
const A_COMMIT = Duration.minutes(8);

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
    // One commit at a time, so that the sum above holds.
    batchSize: 1,
    parallelizationFactor: 10,
    reportBatchItemFailures: true,
    retryAttempts: 3,
    onFailure: new SqsDlq(deadLetters),
  });
