import { Duration, TimeZone } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Policies } from '../../shared/promises/policies';
import type { Policy } from '../../shared/promises/policy';
import { triageReminderTimes } from '../../shared/promises/triage-duty';
import { policies } from '../policies';
import { type Desk, environmentOf } from './desk';
import type { FunctionName } from './handlers';
import type { Rounds } from './rounds';
import { SupportFunction } from './support-function';

/**
 * Management reads how the week went (P20), level 2 what is parked, and whoever is on duty what nobody has triaged, at
 * the hours that the policy names, by its clock. Which days are working days is the function's to say: a schedule knows no holidays.
 */
export class Reporting extends Construct {
  constructor(scope: Construct, id: string, desk: Desk, rounds: Rounds) {
    super(scope, id);
    const { report, digest, timeZone } = newestOf(policies);
    const sendReport = this.sender(desk, rounds, 'send-weekly-report', {
      description: 'Makes and mails the report of each week that is due.',
      // A minute for the letter of each week that was missed, of which thirteen are looked back on.
      timeout: Duration.minutes(15),
    });
    desk.tickets.allowList(sendReport, 'byWeek');
    rounds.add('weekly-report', { at: cron(report.at, timeZone, report.weekday), invokes: sendReport });

    const sendDigest = this.sender(desk, rounds, 'send-digest', {
      description: 'Makes and mails the digest of a working day, and the reminder of what nobody has triaged.',
      timeout: Duration.minutes(3),
    });
    desk.tickets.allowList(sendDigest, 'byQueue');
    rounds.add('daily-digest', { at: cron(digest.at, timeZone), invokes: sendDigest });
    for (const at of triageReminderTimes(newestOf(policies)))
      rounds.add(`triage-reminder-${at.replace(':', '')}`, { at: cron(at, timeZone), invokes: sendDigest });
  }

  /** A function that makes a letter out of what the table holds, keeps it there, and mails it. */
  private sender(
    desk: Desk,
    { deadLetters }: Rounds,
    name: FunctionName,
    props: { readonly description: string; readonly timeout: Duration },
  ): SupportFunction {
    const send = new SupportFunction(this, name, { ...props, environment: environmentOf(desk), deadLetters });
    desk.tickets.allow(send, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    desk.secrets.allow(send, 'reply-secrets');
    desk.sending.allow(send);
    return send;
  }
}

/** A template knows no day: whatever is deployed last says when people read. */
const newestOf = (policies: Policies): Policy => policies.inForce(Infinity);

function cron(at: string, timeZone: string, weekday?: Policy['report']['weekday']): ScheduleExpression {
  const [hour, minute] = at.split(':').map(Number);
  return ScheduleExpression.cron({
    ...(weekday && { weekDay: weekday.toUpperCase() }),
    hour: `${hour}`,
    minute: `${minute}`,
    // Not TimeZone.EUROPE_OSLO, which is missing here and would silently be UTC.
    timeZone: TimeZone.of(timeZone),
  });
}
