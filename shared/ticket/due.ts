import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { DUTIES, lookAt, managementAhead, PROMISES, versionAt } from './duties';
import type { Clock, Duty } from './duty';
import type { TicketEvent } from './events';
import type { Workforce } from './roster';
import { type OpenedTicket, replay, type Ticket } from './ticket';

export { lastDayToReopen, managementAt, reopens } from './duties';

/**
 * What has come due by `now`, as events. Whether a promise is late is read off the clock before anything
 * else is decided, so an alarm is only a hint: early, late or repeated, it does no harm.
 */
export function comeDue(ticket: Ticket, clock: Clock, duties: readonly Duty[] = DUTIES): TicketEvent[] {
  const due: TicketEvent[] = [];
  let current = ticket;
  for (const duty of duties) {
    if (current.state === 'unopened' || !isUnderway(current)) return due;
    const at = dueAt(duty, current, clock.policy);
    if (at === undefined || clock.now < at) continue;
    const events = duty.brings(current, clock, at);
    due.push(...events);
    current = replay(events, current);
  }
  return due;
}

/** The same of the promises alone: those are kept or broken whoever could be called. */
export const promisesDue = (ticket: Ticket, now: Instant, policy: Policy): TicketEvent[] =>
  comeDue(ticket, { now, policy, ...NOBODY }, PROMISES);

const NOBODY: Workforce = { staff: [], roster: { shifts: [] } };

/** The next instant at which the ticket needs a look; every open or waiting ticket has one. */
export function wakeAt(ticket: Ticket, policy: Policy): Instant | undefined {
  if (ticket.state === 'unopened' || !isUnderway(ticket)) return undefined;
  return Math.min(...DUTIES.map((duty) => dueAt(duty, ticket, policy) ?? Number.POSITIVE_INFINITY));
}

/** The next promised instant, by which queues are sorted (P13): a missed one stays on top until it is kept. */
export function promisedAt(ticket: OpenedTicket, policy: Policy): Instant {
  const { begun, commitment, answerDue, comingBack, callBackAt, status, partOf } = ticket;
  return Math.min(
    ...(begun || partOf ? [] : [commitment.beginLatest]),
    ...(answerDue ? [answerDue.latest] : []),
    ...(status.is === 'waiting' ? [status.until] : []),
    ...[
      comingBack?.at,
      callBackAt,
      partOf ? undefined : managementAhead(ticket, policy),
      versionAt(ticket, policy),
    ].filter((at) => at !== undefined),
    lookAt(ticket, policy) ?? Number.POSITIVE_INFINITY,
  );
}

export const isUnderway = ({ status }: OpenedTicket): boolean => status.is === 'open' || status.is === 'waiting';

// An incident has one clock, that of the ticket which leads it.
const dueAt = (duty: Duty, ticket: OpenedTicket, policy: Policy): Instant | undefined =>
  ticket.partOf && !duty.ofEach ? undefined : duty.at(ticket, policy);
