import type { TicketEvent } from './events';

/** What reminds staff of a ticket, and can wait for the digest of the first open morning where support is closed. */
const REMINDERS = [
  'promise-warned',
  'promise-still-missed',
  'answer-overdue',
  'customer-reminded',
  'waiting-ended',
  'version-overdue',
  'look-due',
] as const satisfies readonly TicketEvent['type'][];

export type Reminder = Extract<TicketEvent, { type: (typeof REMINDERS)[number] }>;

export const isReminder = (event: TicketEvent): event is Reminder => REMINDERS.some((type) => type === event.type);
