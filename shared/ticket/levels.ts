import type { Instant } from '../promises/instant';
import { endedBy } from '../promises/pauses';
import type { Policy } from '../promises/policy';
import { calendarNamed } from '../promises/policy-calendar';
import type { Level } from './message';
import type { OpenedTicket } from './opened-ticket';

/** How long a ticket has been with each level, in milliseconds of working time, and how often it was handed over. */
export type TimeAtLevels = Readonly<Record<Level, number>> & { readonly handovers: number };

/** By the working calendar, without the time for which it stood still: waiting for the customer, resolved, or merged. */
export function timeAtLevels(ticket: OpenedTicket, now: Instant, policy: Policy): TimeAtLevels {
  const { spells, pauses, status, quietSince } = ticket;
  const until = status.is === 'merged' ? quietSince : now;
  const { between } = calendarNamed(policy.workingDays, policy).calendar;
  // No two pauses overlap: one begins only while the ticket is open.
  const pausedIn = (start: Instant, end: Instant): number =>
    sum(endedBy(pauses, until).map(({ from, to }) => between(Math.max(start, from), Math.min(end, to))));
  const workedIn = (start: Instant, end: Instant): number => between(start, end) - pausedIn(start, end);
  const at = (wanted: Level): number =>
    sum(spells.map(({ level, from }, i) => (level === wanted ? workedIn(from, spells[i + 1]?.from ?? until) : 0)));
  return { 2: at(2), 3: at(3), handovers: spells.length - 1 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
