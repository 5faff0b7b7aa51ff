import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { named } from './named';
import type { Settings } from './settings';

/**
 * Mail goes out from our own domain, signed by DKIM, and over TLS only: letters tell of customers' affairs. One to a server
 * that knows none comes back as a bounce, which its ticket shows: what becomes of mail is told on the account's event bus.
 */
export class Sending extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly identity: EmailIdentity;
  private readonly from: string;

  constructor(scope: Construct, id: string, { domain, supportAddress }: Settings) {
    super(scope, id);
    this.from = supportAddress;
    this.configurationSet = new ConfigurationSet(this, 'configuration', {
      configurationSetName: named(this, 'letters'),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('feedback', {
      // SES tells no other bus than the account's own.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'bus', 'default')),
      events: TOLD,
    });
    this.identity = new EmailIdentity(this, 'identity', { identity: Identity.domain(domain) });
  }

  /** Sends mail from the support address, and no other. */
  allow(who: IGrantable): void {
    Grant.addToPrincipal({
      grantee: who,
      actions: ['ses:SendRawEmail'],
      resourceArns: [this.identity.emailIdentityArn, this.configurationSetArn()],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
  }

  /** Sends SMS to any telephone. To SNS those are no resource, and so all but topics and the like, which have ARNs. */
  allowTexts(who: IGrantable): void {
    who.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
    who.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['sns:Publish'],
        resources: [Stack.of(this).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
      }),
    );
  }

  /** By which others know that our mail is ours (DKIM). */
  dnsRecords(): Record<string, string> {
    const records = this.identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
    return Object.fromEntries(records.map((record, index) => [`DkimRecord${index + 1}`, record]));
  }

  private configurationSetArn(): string {
    const resourceName = this.configurationSet.configurationSetName;
    return Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
  }
}

const TOLD = [
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];
