import { Match, type Template } from 'aws-cdk-lib/assertions';
import { rightsOf } from './rights';
import { rightsNeeded } from './story';
import { appWith, templateOf } from './synthesized';

const FUNCTIONS = [
  'receive-mail',
  'receive-chat',
  'receive-feedback',
  'web',
  'relay-effects',
  'wake-ticket',
  'sweep',
  'send-weekly-report',
  'send-digest',
];

// Log, dead letters and the stream are what Lambda itself uses in the function's name.
const LAMBDAS_OWN = /^(logs|sqs):| stream$/;

// A telephone has no ARN; who may send to one is looked at by itself.
const TO_PHONES = 'sns:Publish *';

let template: Template;
let needed: ReadonlyMap<string, string[]>;

beforeAll(async () => {
  template = templateOf(appWith());
  needed = await rightsNeeded();
});

it.each(FUNCTIONS)('%s may do what it does, and nothing else', (name) => {
  const own = rightsOf(template, name).filter((right) => !LAMBDAS_OWN.test(right));
  expect(own.filter(besidesPhones)).toEqual(needed.get(name)?.filter(besidesPhones));
});

it.each(FUNCTIONS)('%s may not scan, nor do whatever it likes, nor reach whatever there is', (name) => {
  for (const right of rightsOf(template, name).filter(besidesPhones)) expect(right).not.toMatch(/\*|Scan/);
});

describe('an SMS', () => {
  const TEXTING = ['relay-effects', 'sweep'];

  it('is sent by those who carry out what a ticket owes, and by nobody else', () => {
    expect(FUNCTIONS.filter((name) => rightsOf(template, name).includes(TO_PHONES))).toEqual(TEXTING);
  });

  it.each(TEXTING)('goes from %s to telephones, and to no topic', (name) => {
    const Resource = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sns:*:*:*']] };
    template.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp(name.replace('-', '')) }],
      PolicyDocument: { Statement: Match.arrayWith([{ Effect: 'Deny', Action: 'sns:Publish', Resource }]) },
    });
  });
});

it('the one other right without a resource is to activate rule sets, which SES keeps for the whole account', () => {
  expect(rightsOf(template, 'activate-rule-set').filter((right) => right.endsWith(' *'))).toEqual([
    'ses:DescribeActiveReceiptRuleSet *',
    'ses:SetActiveReceiptRuleSet *',
  ]);
});

describe('an alarm', () => {
  it('may wake a ticket, and no more', () => {
    expect(rightsOf(template, 'alarms')).toEqual(['lambda:InvokeFunction wake-ticket', 'sqs:SendMessage dead-letters']);
  });

  it("lends its role to schedules of our own group, and to no one else's", () => {
    const own = {
      'aws:SourceAccount': { Ref: 'AWS::AccountId' },
      'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^alarmsgroup'), 'Arn'] },
    };
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ Principal: { Service: 'scheduler.amazonaws.com' }, Condition: { StringEquals: own } }],
      },
    });
  });

  it.each(['relay-effects', 'wake-ticket', 'sweep'])('is given its role by %s for Scheduler only', (name) => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp(name.replace('-', '')) }],
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: 'iam:PassRole', Condition: TO_SCHEDULER })]),
      },
    });
  });
});

it.each(['relay-effects', 'sweep', 'send-weekly-report', 'send-digest'])(
  '%s sends mail from the support address only',
  (name) => {
    const Condition = { StringEquals: { 'ses:FromAddress': 'support@desk.example' } };
    template.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp(name.replaceAll('-', '')) }],
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'ses:SendRawEmail', Condition })]) },
    });
  },
);

const besidesPhones = (right: string) => right !== TO_PHONES;

const TO_SCHEDULER = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } };
