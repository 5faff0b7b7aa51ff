import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { supportDesk } from '../../../infra/aws/support-desk';

const { context } = JSON.parse(readFileSync(join(__dirname, '../../../cdk.json'), 'utf8'));

/** An app as `cdk synth` makes it, but for the bundles and for CloudFormation's own checks, which take their time. */
export const appWith = (settings: Readonly<Record<string, string>> = {}): App =>
  new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [], ...settings },
    builtinCloudFormationValidation: false,
  });

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** The template, which is not made while a finding has no reason. */
export function templateOf(app: App): Template {
  return Template.fromStack(supportDesk(app));
}

export const resourcesOf = (template: Template, type: string): Resource[] =>
  Object.values(template.findResources(type) as Record<string, Resource>);
