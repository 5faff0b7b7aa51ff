import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { sendDueDigest } from '../shared/desk/send-digest';
import { onEvent } from './edge/on-event';

/** The morning of a working day: level 2 reads what is parked. Once, however often the schedule fires. */
export const sendDigestFunction = (desk: Desk) => onEvent(desk.log, z.unknown(), () => sendDueDigest(desk)());
