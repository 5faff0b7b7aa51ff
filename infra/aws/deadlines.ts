import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { INBOX } from '../../shared/desk/receive-mail';
import { SWEEP_RATES, SWEEPS } from '../../shared/desk/sweep';
import { type Desk, environmentOf } from './desk';
import type { Rounds } from './rounds';
import { SupportFunction } from './support-function';

/**
 * One alarm a ticket, and sweeps for each severity. An alarm wakes its ticket, the ticket decides what is late;
 * the sweeps wake whatever should have been woken.
 */
export class Deadlines extends Construct {
  constructor(scope: Construct, id: string, desk: Desk, rounds: Rounds) {
    super(scope, id);
    this.wakeTicket(desk);
    const sweep = this.sweep(desk, rounds);
    for (const severity of SWEEPS) {
      rounds.add(`sweep-${severity}`, {
        at: ScheduleExpression.expression(`rate(${SWEEP_RATES[severity]})`),
        invokes: sweep,
        input: ScheduleTargetInput.fromObject({ severity }),
      });
    }
  }

  private wakeTicket(desk: Desk): void {
    const wakeTicket = new SupportFunction(this, 'wake-ticket', {
      description: 'An alarm went off: its ticket looks at the clock.',
      timeout: Duration.minutes(1),
      environment: environmentOf(desk),
      deadLetters: desk.alarms.deadLetters,
    });
    desk.tickets.allow(wakeTicket, 'GetItem', 'Query', 'PutItem');
    desk.alarms.allow(wakeTicket);
  }

  private sweep(desk: Desk, { deadLetters }: Rounds): SupportFunction {
    const sweep = new SupportFunction(this, 'sweep', {
      description: 'The round that finds what alarms, streams and deliveries have missed.',
      // Four minutes in which letters are taken up, and eight for the last commit's; or six for left mail, and its own.
      timeout: Duration.minutes(14),
      environment: environmentOf(desk),
      deadLetters,
    });
    desk.tickets.allow(sweep, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    desk.tickets.allowList(sweep, 'byQueue', 'byWeek');
    desk.files.allow(sweep, 'read', INBOX, 'words/', 'attachments/');
    desk.files.allow(sweep, 'write', 'mail/', 'html/', 'words/', 'attachments/');
    desk.files.allow(sweep, 'remove', INBOX, 'mail/', 'html/', 'words/', 'attachments/');
    desk.files.allowList(sweep);
    desk.secrets.allow(sweep, 'reply-secrets', 'chat/*');
    desk.sending.allow(sweep);
    desk.sending.allowTexts(sweep);
    desk.alarms.allow(sweep);
    desk.alarms.allowList(sweep);
    return sweep;
  }
}
