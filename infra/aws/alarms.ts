import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters';
import { named } from './named';
import { SchedulerRole } from './scheduler-role';
import { functionArn } from './support-function';

/** Where the tickets' alarms stand: one schedule a ticket, made by the desk itself, that may wake it and no more. */
export class Alarms extends Construct {
  readonly group: ScheduleGroup;
  readonly deadLetters: DeadLetters;
  readonly role: SchedulerRole;
  readonly wakeTicketArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'group', { scheduleGroupName: named(this, 'alarms') });
    this.deadLetters = new DeadLetters(this, 'dead-letters', 'alarms');
    this.wakeTicketArn = functionArn(this, 'wake-ticket');
    this.role = new SchedulerRole(this, 'role', {
      group: this.group,
      functionArns: [this.wakeTicketArn],
      deadLetters: this.deadLetters,
    });
  }

  /** Sets and removes alarms; the role that they bear can be handed to Scheduler only. */
  allow(who: IGrantable): void {
    const actions = ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'];
    Grant.addToPrincipal({ grantee: who, actions, resourceArns: [this.schedules(this.group.scheduleGroupName)] });
    Grant.addToPrincipal({
      grantee: who,
      actions: ['iam:PassRole'],
      resourceArns: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    });
  }

  /** Lists the alarms. Scheduler checks this right against all groups, whichever is asked for (aws-cdk issue 38201). */
  allowList(who: IGrantable): void {
    Grant.addToPrincipal({ grantee: who, actions: ['scheduler:ListSchedules'], resourceArns: [this.schedules('*')] });
  }

  private schedules(group: string): string {
    return Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${group}/*` });
  }
}
