import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms';
import { Deadlines } from './deadlines';
import { Feedback } from './feedback';
import { Files } from './files';
import { FrontDoor } from './front-door';
import { Inbox } from './inbox';
import { Relay } from './relay';
import { Reporting } from './reporting';
import { Rounds } from './rounds';
import { Secrets } from './secrets';
import { Sending } from './sending';
import type { Settings } from './settings';
import { Site } from './site';
import { Tickets } from './tickets';

/** The desk on AWS: what it keeps and shares, then its functions in the order in which a mail travels. */
export class SupportDeskStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Responstid: a support desk that keeps a published service promise.',
      terminationProtection: true,
    });
    const desk = {
      settings,
      tickets: new Tickets(this, 'tickets'),
      files: new Files(this, 'files'),
      site: new Site(this, 'site', settings),
      secrets: new Secrets(this, 'secrets'),
      sending: new Sending(this, 'sending', settings),
      alarms: new Alarms(this, 'alarms'),
    };
    const rounds = new Rounds(this, 'rounds');

    new Inbox(this, 'inbox', desk);
    new FrontDoor(this, 'front-door', desk);
    new Relay(this, 'relay', desk);
    new Feedback(this, 'feedback', desk);
    new Deadlines(this, 'deadlines', desk, rounds);
    new Reporting(this, 'reporting', desk, rounds);

    tell(this, {
      ApiUrl: desk.site.api.apiEndpoint,
      MxRecord: `${settings.domain} MX 10 inbound-smtp.${Aws.REGION}.amazonaws.com`,
      ...desk.sending.dnsRecords(),
      SecretsPrefix: desk.secrets.prefix,
      TableName: desk.tickets.table.tableName,
      BucketName: desk.files.bucket.bucketName,
    });
  }
}

/** What whoever runs the desk needs to know: records for the DNS, and where things are. */
function tell(stack: Stack, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}
