import { CustomResource, Duration } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { SupportFunction } from '../support-function';

interface ActivationProps {
  readonly ruleSet: ReceiptRuleSet;
  /** Another's active set, whose place ours may take. */
  readonly replaces: string | undefined;
}

/** Activates the rule set, which CloudFormation can't do, and puts back what it found when it goes. */
export class Activation extends Construct {
  constructor(scope: Construct, id: string, { ruleSet, replaces }: ActivationProps) {
    super(scope, id);
    const activate = new SupportFunction(this, 'activate-rule-set', {
      description: 'Activates the receipt rule set, if no other is active.',
      timeout: Duration.seconds(30),
    });
    Grant.addToPrincipal({
      grantee: activate,
      actions: ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'],
      resourceArns: ['*'],
    });
    new CustomResource(this, 'active', {
      resourceType: 'Custom::ActiveReceiptRuleSet',
      serviceToken: activate.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { ruleSet: ruleSet.receiptRuleSetName, replaces },
    });
  }
}
