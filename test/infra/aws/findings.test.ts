import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { settingsOf } from '../../../infra/aws/settings';
import { SupportDeskStack } from '../../../infra/aws/stack';
import { supportDesk } from '../../../infra/aws/support-desk';
import { appWith } from './synthesized';

const findingsIn = (stack: SupportDeskStack): string[] =>
  new AwsSolutionsChecks()
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );

describe('a finding of AwsSolutions', () => {
  it('has a reason, or there is none', () => {
    expect(findingsIn(supportDesk(appWith()))).toEqual([]);
  });

  it('that is new fails, whatever was acknowledged elsewhere', () => {
    const stack = supportDesk(appWith());
    new Bucket(stack, 'open', { enforceSSL: false });
    expect(findingsIn(stack)).toContain('AwsSolutions-S10 responstid-test/open/Resource');
  });

  it('that is acknowledged is still there', () => {
    const app = appWith();
    const stack = new SupportDeskStack(app, 'responstid-test', settingsOf(app.node));
    const rules = new Set(findingsIn(stack).map((finding) => finding.split(' ')[0]));
    expect([...acknowledgedIn(supportDesk(appWith()))].sort()).toEqual([...rules].sort());
  });
});

const acknowledgedIn = (stack: SupportDeskStack): Set<string> =>
  new Set(
    stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:acknowledged-rules'))
      .flatMap(({ data }) => Object.keys(data))
      .map((id) => id.replace(/^\w+::/, ''))
      .filter((id) => id.startsWith('AwsSolutions-')),
  );
