import { Aws } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

interface Reach {
  readonly group: ScheduleGroup;
  readonly functionArns: readonly string[];
  readonly deadLetters: IQueue;
}

/**
 * What schedules of one group may do: invoke these functions, and put aside what they could not. No schedule of
 * anybody else can borrow it.
 */
export class SchedulerRole extends Role {
  constructor(scope: Construct, id: string, { group, functionArns, deadLetters }: Reach) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.scheduleGroupArn } },
      }),
    });
    Grant.addToPrincipal({ grantee: this, actions: ['lambda:InvokeFunction'], resourceArns: [...functionArns] });
    Grant.addToPrincipal({ grantee: this, actions: ['sqs:SendMessage'], resourceArns: [deadLetters.queueArn] });
  }
}
