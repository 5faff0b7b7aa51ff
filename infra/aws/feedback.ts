import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { FEEDBACK_TYPES } from '../../functions/receive-feedback';
import { DeadLetters } from './dead-letters';
import { type Desk, environmentOf } from './desk';
import { named } from './named';
import { SupportFunction } from './support-function';

/** What became of our letters comes back through EventBridge: a bounce, a complaint, a delivery. */
export class Feedback extends Construct {
  constructor(scope: Construct, id: string, desk: Desk) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'dead-letters', 'feedback');
    const receiveFeedback = new SupportFunction(this, 'receive-feedback', {
      description: 'SES tells what became of a letter: it is marked, and its ticket is told.',
      timeout: Duration.minutes(1),
      environment: environmentOf(desk),
      deadLetters,
    });
    desk.tickets.allow(receiveFeedback, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    new Rule(this, 'rule', {
      ruleName: named(this, 'feedback'),
      description: 'What SES tells of the mail of this desk.',
      eventPattern: {
        source: ['aws.ses'],
        detailType: [...FEEDBACK_TYPES],
        // Whatever else SES tells of in this account is not about our letters.
        detail: { mail: { tags: { 'ses:configuration-set': [desk.sending.configurationSet.configurationSetName] } } },
      },
      // A day of tries, which is all that EventBridge gives; the function's own failures go the same way.
      targets: [new LambdaFunction(receiveFeedback, { deadLetterQueue: deadLetters, maxEventAge: Duration.days(1) })],
    });
  }
}
