import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { sendDueReports } from '../shared/desk/send-weekly-report';
import { onEvent } from './edge/on-event';

/** Monday morning: management reads how the week went (P20). Once, however often the schedule fires. */
export const sendWeeklyReportFunction = (desk: Desk) => onEvent(desk.log, z.unknown(), () => sendDueReports(desk)());
