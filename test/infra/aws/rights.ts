import type { Template } from 'aws-cdk-lib/assertions';
import { type Resource, resourcesOf } from './synthesized';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: unknown;
  readonly Resource: unknown;
}

/** What the role of a function, or of a group of schedules, may do, one right a line: `dynamodb:Query byQueue`. */
export function rightsOf(template: Template, name: string): string[] {
  const role = `${name.replaceAll('-', '')}role`;
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) => listOf(Properties['Roles']).some((ref) => flat(ref).includes(role)))
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((act) => listOf(Resource).map((what) => `${act} ${wordFor(what)}`)),
    )
    .sort();
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const statementsOf = ({ Properties }: Resource) =>
  (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement;

function wordFor(resource: unknown): string {
  const arn = flat(resource);
  const [pattern, word] = WORDS.find(([known]) => known.test(arn)) ?? [arn, arn];
  return arn.replace(pattern, word);
}

/** Short words for resources of the template. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^<tickets\w+\.Arn>\/index\/(\w+)$/, '$1'],
  [/^<tickets\w+\.Arn>$/, 'table'],
  [/^<tickets\w+\.StreamArn>$/, 'stream'],
  [/^<filesbucket\w+\.Arn>\/(\w+\/)\*$/, '$1'],
  [/^<filesbucket\w+\.Arn>$/, 'bucket'],
  [/^.*:parameter\/responstid-test\/(.*?)\*?$/, '$1'],
  [/^.*:schedule\/responstid-test-alarms\/\*$/, 'alarms'],
  [/^.*:schedule\/\*\/\*$/, 'schedules'],
  [/^.*:function:responstid-test-(.*)$/, '$1'],
  [/^.*:(identity|configuration-set)\/.*$/, '$1'],
  [/^<alarmsrole\w+\.Arn>$/, 'alarm-role'],
  [/^<\w+log\w+\.Arn>$/, 'log'],
  [/^<\w+deadletters\w+\.Arn>$/, 'dead-letters'],
];

// Fn::Join, Fn::GetAtt and Ref, as far as they come in an ARN: <table.Arn>/index/byQueue.
function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, readonly unknown[]>>;
  if (join) return listOf(join[1]).map(flat).join('');
  return `<${attribute ? attribute.join('.') : Ref}>`;
}
