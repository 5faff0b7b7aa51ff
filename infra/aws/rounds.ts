import { Schedule, type ScheduleExpression, ScheduleGroup, type ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters';
import { named } from './named';
import { SchedulerRole } from './scheduler-role';
import { functionArn, type SupportFunction } from './support-function';

const INVOKED = ['sweep', 'send-weekly-report', 'send-digest'] as const;

interface Round {
  readonly at: ScheduleExpression;
  readonly invokes: SupportFunction;
  readonly input?: ScheduleTargetInput;
}

/** What comes round by itself, the sweeps, the weekly report and the digest, apart from the alarms that the desk sets. */
export class Rounds extends Construct {
  readonly deadLetters: DeadLetters;
  private readonly group: ScheduleGroup;
  private readonly role: SchedulerRole;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'group', { scheduleGroupName: named(this, 'rounds') });
    this.deadLetters = new DeadLetters(this, 'dead-letters', 'rounds');
    this.role = new SchedulerRole(this, 'role', {
      group: this.group,
      functionArns: INVOKED.map((name) => functionArn(this, name)),
      deadLetters: this.deadLetters,
    });
  }

  add(name: string, { at: schedule, invokes, input }: Round): void {
    // The target would add every version of the function to what the role may invoke.
    const role = this.role.withoutPolicyUpdates();
    const target = new LambdaInvoke(invokes, { role, deadLetterQueue: this.deadLetters, ...(input && { input }) });
    new Schedule(this, name, { scheduleName: name, scheduleGroup: this.group, schedule, target });
  }
}
