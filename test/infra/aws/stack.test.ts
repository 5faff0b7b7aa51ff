import { Match, type Template } from 'aws-cdk-lib/assertions';
import { TABLE } from '../../../shared/adapters/table';
import { appWith, type Resource, resourcesOf, templateOf } from './synthesized';

let template: Template;
beforeAll(() => {
  template = templateOf(appWith());
});

const ASYNCHRONOUS = ['receive-mail', 'receive-feedback', 'wake-ticket', 'sweep', 'send-weekly-report', 'send-digest'];

describe('what customers have told us', () => {
  it('is in one table that outlives the stack, can be put back to any second, and is not deleted by mistake', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
  });

  it('goes by itself only where it says when, which no history does', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TimeToLiveSpecification: { AttributeName: TABLE.expires, Enabled: true },
    });
  });

  it('is found by the indexes that the adapters ask for', () => {
    const [table] = resourcesOf(template, 'AWS::DynamoDB::GlobalTable');
    expect(table?.Properties).toMatchObject({
      KeySchema: keysOf(TABLE),
      GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({ IndexName: index.name, KeySchema: keysOf(index) })),
    });
    expect(carriedBy(table)).toEqual(TABLE.indexes.map(({ carries }) => [...carries]));
  });

  it('is in files that outlive the stack and do not expire, in the inbox least of all', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: Match.absent(), ExpirationDate: Match.absent() }] },
      },
    });
  });

  it('is written over TLS only', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
  });
});

describe('a mail', () => {
  it('to the support address is scanned, stored, and then read', () => {
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        Recipients: ['support@desk.example'],
        Actions: [
          { S3Action: { ObjectKeyPrefix: 'inbound/' } },
          {
            LambdaAction: {
              InvocationType: 'Event',
              FunctionArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('receivemail'), 'Arn'] },
            },
          },
        ],
      },
    });
  });

  it('is received once the rule is there to be activated', () => {
    template.hasResource('Custom::ActiveReceiptRuleSet', { DependsOn: [Match.stringLikeRegexp('inboxrule')] });
  });
});

describe('what becomes of a letter', () => {
  it('is told by SES to the bus of the account', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
        MatchingEventTypes: ['delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
      },
    });
  });

  it('is handed to its function, of our own letters alone, and what can not be handed over is put aside', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': Match.arrayWith(['Email Delivered', 'Email Bounced', 'Email Complaint Received']),
        detail: {
          mail: { tags: { 'ses:configuration-set': [{ Ref: Match.stringLikeRegexp('^sendingconfiguration') }] } },
        },
      },
      Targets: [
        {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('receivefeedback'), 'Arn'] },
          DeadLetterConfig: { Arn: Match.anyValue() },
        },
      ],
    });
  });
});

describe('every function', () => {
  it('runs on nodejs24.x and arm64', () => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(10);
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('that is not waited for leaves what it could not do to a person', () => {
    const names = template.findResources('AWS::Lambda::Function') as Record<string, Resource>;
    const left = resourcesOf(template, 'AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties);
    const nameOf = ({ FunctionName }: Resource['Properties']) =>
      names[(FunctionName as { Ref: string }).Ref]?.Properties['FunctionName'];
    expect(left.map(nameOf).sort()).toEqual(ASYNCHRONOUS.map((name) => `responstid-test-${name}`).sort());
    for (const { DestinationConfig } of left)
      expect(DestinationConfig).toMatchObject({ OnFailure: { Destination: expect.anything() } });
  });
});

describe('an SMS', () => {
  const senders = (settings: Readonly<Record<string, string>>) =>
    resourcesOf(templateOf(appWith(settings)), 'AWS::Lambda::Function').map(({ Properties }) => senderOf(Properties));
  const senderOf = ({ Environment }: Resource['Properties']) =>
    (Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables['SMS_SENDER'];

  it('is shown to be from the sender that is set, and else from whom SNS says', () => {
    expect(new Set(senders({ smsSender: 'Support' }))).toContain('Support');
    expect(new Set(senders({}))).toEqual(new Set([undefined]));
  });
});

describe('the relay', () => {
  it('is told of new commits by their keys, and of nothing else', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          { Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'C#' }] } } } }) },
        ],
      },
    });
  });

  it('has time for all the letters of a commit, each with the minute of its lease', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { BatchSize: 1 });
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'responstid-test-relay-effects',
      Timeout: 8 * 60,
    });
  });

  it('tries the commit that broke again, and leaves it to a person in the end', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

describe('what comes round', () => {
  const schedules = () => resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
  const round = (name: string) => schedules().find(({ Name }) => Name === name);

  it('is the report on Monday at seven by the clock of Oslo', () => {
    expect(round('weekly-report')).toMatchObject({
      ScheduleExpression: 'cron(0 7 ? * MON *)',
      ScheduleExpressionTimezone: 'Europe/Oslo',
    });
  });

  it('is the digest of parked mail every morning at eight: the function knows which are working days', () => {
    expect(round('daily-digest')).toMatchObject({
      ScheduleExpression: 'cron(0 8 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Oslo',
    });
  });

  it('is the reminder of what nobody has triaged, an hour before the working day closes', () => {
    expect(round('triage-reminder-1500')).toMatchObject({
      ScheduleExpression: 'cron(0 15 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Oslo',
    });
  });

  it.each([
    ['critical', 'rate(5 minutes)'],
    ['severe', 'rate(15 minutes)'],
    ['minor', 'rate(1 hour)'],
  ])('is a sweep for what is %s at %s', (severity, rate) => {
    expect(round(`sweep-${severity}`)).toMatchObject({
      ScheduleExpression: rate,
      Target: { Input: JSON.stringify({ severity }) },
    });
  });

  it('is put aside when it can not be delivered', () => {
    for (const { Target } of schedules())
      expect(Target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
  });
});

const keysOf = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

function carriedBy(table: Resource | undefined): string[][] {
  const indexes = table?.Properties['GlobalSecondaryIndexes'] as { Projection: { NonKeyAttributes?: string[] } }[];
  return indexes.map(({ Projection }) => Projection.NonKeyAttributes ?? []);
}
