import { receiveFeedbackFunction } from '../../../functions/receive-feedback';
import { desk } from './desk';

export const handler = receiveFeedbackFunction(desk);
