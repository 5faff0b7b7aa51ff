import { sendDigestFunction } from '../../../functions/send-digest';
import { desk } from './desk';

export const handler = sendDigestFunction(desk);
