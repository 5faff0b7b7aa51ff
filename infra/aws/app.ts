import { App } from 'aws-cdk-lib';
import { bundleHandlers } from './handlers';
import { supportDesk } from './support-desk';

bundleHandlers();
supportDesk(new App());
