import { managementLeft, managementResumed } from '../promises/change';
import type { Instant } from '../promises/instant';
import type { Kind, Policy } from '../promises/policy';
import { closeOfWorkingDayAfter } from '../promises/policy-calendar';
import type { TicketEvent } from './events';
import { type OpenedTicket, type Paused, replay, type Ticket } from './ticket';

/**
 * What has come due by `now`, as events. Whether a promise is late is read off the clock before anything
 * else is decided, so an alarm is only a hint: early, late or repeated, it does no harm.
 */
export function comeDue(ticket: Ticket, now: Instant, policy: Policy): TicketEvent[] {
  const due: TicketEvent[] = [];
  let current = ticket;
  for (const rule of RULES) {
    if (current.state === 'unopened' || !isUnderway(current)) return due;
    const event = rule(current, now, policy);
    if (!event) continue;
    due.push(event);
    current = replay([event], current);
  }
  return due;
}

/** The next instant at which the ticket needs a look; every open or waiting ticket has one. */
export function wakeAt(ticket: Ticket, policy: Policy): Instant | undefined {
  if (ticket.state === 'unopened' || !isUnderway(ticket)) return undefined;
  return Math.min(...instantsAhead(ticket, policy));
}

/** The next promised instant, by which queues are sorted (P13): a missed one stays on top until it is kept. */
export function promisedAt(ticket: OpenedTicket, policy: Policy): Instant {
  const { begun, commitment, answerDue, managementAt, managementTold, status } = ticket;
  return Math.min(
    ...(begun ? [] : [commitment.beginLatest]),
    ...(answerDue ? [answerDue.latest] : []),
    ...(status.is === 'waiting' ? [status.until] : []),
    ...(managementAt !== undefined && !managementTold ? [managementAt] : []),
    lookAt(ticket, policy),
  );
}

/** When somebody looks again at a ticket on which nothing has happened: some working days after the last event. */
export function lookAt({ lastActivityAt }: OpenedTicket, policy: Policy): Instant {
  return closeOfWorkingDayAfter(lastActivityAt, policy.lookAgainAfterWorkingDays, policy);
}

/** Until when a customer's mail reopens a resolved ticket; after that it opens a new one. */
export function reopensUntil(resolvedAt: Instant, policy: Policy): Instant {
  return closeOfWorkingDayAfter(resolvedAt, policy.reopenWithinWorkingDays, policy);
}

export const isUnderway = ({ status }: OpenedTicket): boolean => status.is === 'open' || status.is === 'waiting';

type Rule = (ticket: OpenedTicket, now: Instant, policy: Policy) => TicketEvent | undefined;

// In this order: a miss makes its own warning needless.
const RULES: readonly Rule[] = [missed, warned, managementTold, answerOverdue, waitingOver, lookDue];

// Work that was begun is late all the same when triage uncovers that it should have begun sooner.
function missed({ begun, commitment, missed }: OpenedTicket, now: Instant): TicketEvent | undefined {
  const { beginLatest } = commitment;
  if ((begun?.at ?? now) < beginLatest || missed.includes(beginLatest)) return undefined;
  return { type: 'promise-missed', at: now, latest: beginLatest };
}

function warned({ begun, warned, commitment }: OpenedTicket, now: Instant): TicketEvent | undefined {
  if (begun || warned || now < commitment.warnAt) return undefined;
  return { type: 'promise-warned', at: now, latest: commitment.beginLatest };
}

function managementTold({ managementAt, managementTold }: OpenedTicket, now: Instant): TicketEvent | undefined {
  if (managementAt === undefined || managementTold || now < managementAt) return undefined;
  return { type: 'management-told', at: now, dueAt: managementAt };
}

function answerOverdue({ answerDue }: OpenedTicket, now: Instant): TicketEvent | undefined {
  if (!answerDue || answerDue.overdue || now < answerDue.latest) return undefined;
  return { type: 'answer-overdue', at: now, latest: answerDue.latest };
}

function waitingOver({ status, commitment }: OpenedTicket, now: Instant, policy: Policy): TicketEvent | undefined {
  if (status.is !== 'waiting' || now < status.until) return undefined;
  return { type: 'waiting-ended', at: now, why: 'time-is-up', ...clockGoesOn(status, commitment.kind, now, policy) };
}

function lookDue(ticket: OpenedTicket, now: Instant, policy: Policy): TicketEvent | undefined {
  return now < lookAt(ticket, policy) ? undefined : { type: 'look-due', at: now };
}

/** The clock to management (P8) goes on with the open time that was left when it was stopped. */
export function clockGoesOn({ managementLeft }: Paused, kind: Kind, now: Instant, policy: Policy) {
  return managementLeft === undefined ? {} : { managementAt: managementResumed(managementLeft, now, policy, kind) };
}

/** The clock to management (P8) stops; what is left of it is counted in open time. */
export function clockStops(
  { managementAt, managementTold, commitment }: OpenedTicket,
  now: Instant,
  policy: Policy,
): Paused {
  if (managementAt === undefined || managementTold) return {};
  return { managementLeft: managementLeft(managementAt, now, policy, commitment.kind) };
}

function instantsAhead(ticket: OpenedTicket, policy: Policy): Instant[] {
  const { begun, warned, missed, commitment, answerDue, status, managementAt, managementTold } = ticket;
  const { warnAt, beginLatest } = commitment;
  return [
    ...(begun || warned ? [] : [warnAt]),
    ...(begun || missed.includes(beginLatest) ? [] : [beginLatest]),
    ...(answerDue && !answerDue.overdue ? [answerDue.latest] : []),
    ...(status.is === 'waiting' ? [status.until] : []),
    ...(managementAt === undefined || managementTold ? [] : [managementAt]),
    lookAt(ticket, policy),
  ];
}
