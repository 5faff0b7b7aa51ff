import { Duration, TimeZone } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Policies } from '../../shared/promises/policies';
import type { Policy } from '../../shared/promises/policy';
import { policies } from '../policies';
import { type Desk, environmentOf } from './desk';
import type { Rounds } from './rounds';
import { SupportFunction } from './support-function';

/** Management reads how the week went (P20), at the hour that the policy names, by its clock. */
export class Reporting extends Construct {
  constructor(scope: Construct, id: string, desk: Desk, rounds: Rounds) {
    super(scope, id);
    const send = new SupportFunction(this, 'send-weekly-report', {
      description: 'Makes and mails the report of each week that is due.',
      // A minute for the letter of each week that was missed, of which thirteen are looked back on.
      timeout: Duration.minutes(15),
      environment: environmentOf(desk),
      deadLetters: rounds.deadLetters,
    });
    desk.tickets.allow(send, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    desk.tickets.allowList(send, 'byWeek');
    desk.secrets.allow(send, 'reply-secrets');
    desk.sending.allow(send);
    rounds.add('weekly-report', { at: weekly(newestOf(policies)), invokes: send });
  }
}

/** A template knows no day: whatever is deployed last says when management reads. */
const newestOf = (policies: Policies): Policy => policies.inForce(Infinity);

function weekly({ report, timeZone }: Policy): ScheduleExpression {
  const [hour, minute] = report.at.split(':').map(String);
  return ScheduleExpression.cron({
    weekDay: report.weekday.toUpperCase(),
    hour: `${Number(hour)}`,
    minute: `${Number(minute)}`,
    // Not TimeZone.EUROPE_OSLO, which is missing here and would silently be UTC.
    timeZone: TimeZone.of(timeZone),
  });
}
