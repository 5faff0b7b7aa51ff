import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/**
 * Secrets are SecureStrings of SSM beneath one prefix. CloudFormation can't make those, and should not see them:
 * whoever runs the desk puts them there by hand (`reply-secrets`, and `chat/<provider>` for each chat: what that holds
 * is in `shared/chat/access.ts`).
 */
export class Secrets extends Construct {
  readonly prefix = `/${Stack.of(this).stackName}`;

  /** Reads the named ones. They are under the key that SSM manages, which needs no grant of its own. */
  allow(who: IGrantable, ...names: readonly ('reply-secrets' | 'chat/*')[]): void {
    const resourceArns = names.map((name) => this.arn(name));
    Grant.addToPrincipal({ grantee: who, actions: ['ssm:GetParameter'], resourceArns });
  }

  private arn(name: string): string {
    return Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: `${this.prefix.slice(1)}/${name}`,
    });
  }
}
