import { receiveMailFunction } from '../../../functions/receive-mail';
import { desk } from './desk';

export const handler = receiveMailFunction(desk);
