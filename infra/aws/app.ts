import { App } from 'aws-cdk-lib';
import { supportDesk } from './support-desk';

supportDesk(new App());
