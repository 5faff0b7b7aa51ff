import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { sendDueDigest } from '../shared/desk/send-digest';
import { sendDueReminder } from '../shared/desk/send-reminder';
import { onEvent } from './edge/on-event';

/**
 * The morning of a working day: level 2 reads what is parked. Before its close: whoever is on duty is reminded of what
 * nobody has triaged. Each once, however often a schedule fires.
 */
export const sendDigestFunction = (desk: Desk) =>
  onEvent(desk.log, z.unknown(), async () => {
    await Promise.all([sendDueDigest(desk)(), sendDueReminder(desk)()]);
  });
