import { receiveChatFunction } from '../../../functions/receive-chat';
import { desk } from './desk';

export const handler = receiveChatFunction(desk);
