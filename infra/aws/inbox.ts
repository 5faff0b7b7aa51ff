import { Duration } from 'aws-cdk-lib';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { INBOX } from '../../shared/desk/receive-mail';
import { Activation } from './activation/activation';
import { DeadLetters } from './dead-letters';
import { type Desk, environmentOf } from './desk';
import { named } from './named';
import { SupportFunction } from './support-function';

/** Mail to the support address is stored as it came, then read: whatever happens after, it is not lost. */
export class Inbox extends Construct {
  constructor(scope: Construct, id: string, desk: Desk) {
    super(scope, id);
    const ruleSet = new ReceiptRuleSet(this, 'rule-set', { receiptRuleSetName: named(this, 'inbox') });
    const rule = new ReceiptRule(this, 'rule', {
      ruleSet,
      receiptRuleName: named(this, 'support'),
      // SES takes the plus forms of an address for the address itself.
      recipients: [desk.settings.supportAddress],
      scanEnabled: true,
      // A customer whose server knows no TLS is heard as well; what we send asks for it (`Sending`).
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [
        new S3({ bucket: desk.files.bucket, objectKeyPrefix: INBOX }),
        new Lambda({ function: this.receiveMail(desk), invocationType: LambdaInvocationType.EVENT }),
      ],
    });
    const activation = new Activation(this, 'activation', { ruleSet, replaces: desk.settings.replacesRuleSet });
    activation.node.addDependency(rule);
  }

  private receiveMail(desk: Desk): SupportFunction {
    const receiveMail = new SupportFunction(this, 'receive-mail', {
      description: 'SES has stored a mail: it becomes a ticket, or lands on one.',
      timeout: Duration.minutes(2),
      environment: environmentOf(desk),
      deadLetters: new DeadLetters(this, 'dead-letters', 'inbox'),
    });
    desk.tickets.allow(receiveMail, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    desk.files.allow(receiveMail, 'read', INBOX);
    desk.files.allow(receiveMail, 'write', 'mail/', 'html/', 'words/', 'attachments/');
    desk.files.allow(receiveMail, 'remove', INBOX);
    desk.files.allowList(receiveMail);
    desk.secrets.allow(receiveMail, 'reply-secrets');
    return receiveMail;
  }
}
