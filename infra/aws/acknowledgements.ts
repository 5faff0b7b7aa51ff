import { CfnElement, type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { LINKED_PAGES } from '../../functions/pages/links';
import { OPEN_PAGES } from '../../functions/pages/routes';

interface Acknowledgement {
  readonly finding: string;
  /** Paths of constructs within the stack; the whole stack where the finding itself names the resource. */
  readonly at?: readonly string[];
  readonly reason: string;
}

/** Says of each finding of AwsSolutions that stays why it does. One that is not here fails synthesis. */
export function acknowledgeFindings(stack: Stack): void {
  for (const { finding, at = [''], reason } of acknowledgements(stack)) {
    for (const path of at)
      Validations.of(constructAt(stack, path)).acknowledge({ id: `AwsSolutions-${finding}`, reason });
  }
}

const acknowledgements = (stack: Stack): Acknowledgement[] => [
  {
    finding: 'APIG4',
    at: ['site/http/ANY--api--{proxy+}'],
    reason:
      'The function verifies every token itself, in the same wrapper as on one machine; there is no route without.',
  },
  {
    finding: 'APIG4',
    at: ['site/http/POST--chat--{provider}', 'site/http/HEAD--chat--{provider}'],
    reason:
      'A webhook is signed over the bytes of its body, which an authorizer is not shown; the function verifies them.' +
      ' A HEAD brings nothing and is told nothing.',
  },
  {
    finding: 'APIG4',
    at: OPEN_PAGES.map(({ path }) => `site/http/GET--${path.slice(1)}`),
    reason: 'The published promise and the status are for anybody to read: they know no customer.',
  },
  {
    finding: 'APIG4',
    at: LINKED_PAGES.flatMap(({ path, submit }) =>
      ['GET', ...(submit ? ['POST'] : [])].map((method) => `site/http/${method}--${path.slice(1)}`),
    ),
    reason: 'A link in a letter is followed by people without a token: it is signed itself, for a time.',
  },
  {
    finding: 'SQS3',
    at: [
      'inbox/dead-letters',
      'relay/dead-letters',
      'feedback/dead-letters',
      'alarms/dead-letters',
      'rounds/dead-letters',
    ],
    reason: 'It is a dead-letter queue itself: what lies there has been tried in vain, and waits for a person.',
  },
  ...['inbound', 'mail', 'html', 'words', 'attachments'].map((prefix) => ({
    finding: `IAM5[Resource::<${logicalIdAt(stack, 'files/bucket/Resource')}.Arn>/${prefix}/*]`,
    reason: 'Keys are made of ids and hashes as mail comes in; the prefix is what a function may reach, for one act.',
  })),
  {
    finding: `IAM5[Resource::${arn('ssm', `parameter/${stack.stackName}/chat/*`)}]`,
    reason: 'One webhook secret for each chat provider; which there are is for whoever runs the desk to say.',
  },
  {
    finding: `IAM5[Resource::${arn('scheduler', `schedule/${stack.stackName}-alarms/*`)}]`,
    reason: 'Alarms are named after tickets, and tickets come; Scheduler grants by the group.',
  },
  {
    finding: `IAM5[Resource::${arn('scheduler', 'schedule/*/*')}]`,
    at: ['deadlines/sweep-role'],
    reason:
      'To list a group is a right that Scheduler checks against all groups. It tells names; the sweep alone has it.',
  },
  {
    finding: 'IAM5[Resource::*]',
    at: ['inbox/activation/activate-rule-set-role'],
    reason: 'Which rule set is active belongs to the account and region: SES knows no resource for it.',
  },
  {
    finding: 'IAM5[Resource::*]',
    at: ['relay/relay-effects-role', 'deadlines/sweep-role'],
    reason: 'A telephone is no resource of SNS, so that an SMS can be granted by * alone; topics are denied beside it.',
  },
];

const arn = (service: string, resource: string) =>
  `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${resource}`;

const constructAt = (stack: Stack, path: string): IConstruct =>
  path
    .split('/')
    .filter(Boolean)
    .reduce<IConstruct>((construct, id) => construct.node.findChild(id), stack);

function logicalIdAt(stack: Stack, path: string): string {
  const construct = constructAt(stack, path);
  if (CfnElement.isCfnElement(construct)) return stack.getLogicalId(construct);
  throw new Error(`The template has nothing at ${path}.`);
}
