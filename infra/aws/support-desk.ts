import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledgements';
import { settingsOf } from './settings';
import { SupportDeskStack } from './stack';

/** One support desk, as the app's context wants it. A finding of AwsSolutions that has no reason fails synthesis. */
export function supportDesk(app: App): SupportDeskStack {
  const settings = settingsOf(app.node);
  const stack = new SupportDeskStack(app, `responstid-${settings.stage}`, settings);
  Tags.of(stack).add('application', 'responstid');
  Tags.of(stack).add('stage', settings.stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledgeFindings(stack);
  return stack;
}
