import * as z from 'zod';
import { givenAddress } from '../../shared/mail/given-address';
import { date } from '../../shared/promises/calendar-definition';
import { WEEKDAYS } from '../../shared/promises/days';
import { agentId } from '../../shared/ticket/ids';
import { TOPICS } from '../../shared/ticket/wants';
import { phoneNumber } from './phone-number';

/** What the API takes in about the people at work. Dates are `2026-01-12`, of the promise's time zone. */
const absence = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, 'An absence ends on the date on which it begins, or later.');

export const agentChange = z
  .strictObject({
    phone: phoneNumber.nullable().exactOptional(),
    workingDays: z
      .array(z.enum(WEEKDAYS))
      .min(1, 'Name at least one weekday, or null for every working day.')
      .nullable()
      .exactOptional(),
    absences: z.array(absence).max(100, 'At most 100 absences; leave out those that are over.').exactOptional(),
    name: z.string().trim().min(1, 'Write a name.').max(255).exactOptional(),
    email: givenAddress.exactOptional(),
    works: z
      .union([z.literal(2), z.literal(3), z.literal('management')], 'Works at 2, 3 or “management”.')
      .exactOptional(),
    senior: z.boolean().exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Say what has changed.');

export const notifications = z.strictObject({
  muted: z.array(z.enum(TOPICS, `Topics are: ${TOPICS.join(', ')}.`)).max(TOPICS.length),
});

const agent = z.string().trim().min(1, 'Name an agent.').max(40).transform(agentId);

const shift = z.strictObject({
  from: date,
  to: date,
  duty: agent.describe('Level 2’s person on duty.'),
  senior: agent.describe('Who is given severe and critical errors.'),
  onCall: z.array(agent).max(50).describe('Seniors to call outside working hours, the first one first.'),
});

export const newShifts = z.strictObject({
  from: date.describe('What was set from this date on is replaced.'),
  shifts: z.array(shift).min(1, 'Name at least one shift.').max(200, 'At most 200 shifts at a time.'),
});
