import { sendWeeklyReportFunction } from '../../../functions/send-weekly-report';
import { desk } from './desk';

export const handler = sendWeeklyReportFunction(desk);
