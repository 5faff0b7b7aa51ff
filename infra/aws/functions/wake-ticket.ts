import { wakeTicketFunction } from '../../../functions/wake-ticket';
import { desk } from './desk';

export const handler = wakeTicketFunction(desk);
