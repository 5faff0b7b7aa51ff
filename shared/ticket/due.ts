import { managementDue } from '../promises/change';
import { dateOf, dayOf } from '../promises/days';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed, closeOfWorkingDayAfter } from '../promises/policy-calendar';
import { zoneOf } from '../promises/zone';
import type { TicketEvent } from './events';
import { type OpenedTicket, replay, type Ticket } from './ticket';

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
  const { begun, commitment, answerDue, comeBackAt, status } = ticket;
  return Math.min(
    ...(begun ? [] : [commitment.beginLatest]),
    ...(answerDue ? [answerDue.latest] : []),
    ...(status.is === 'waiting' ? [status.until] : []),
    ...(comeBackAt === undefined ? [] : [comeBackAt]),
    ...managementAhead(ticket, policy),
    lookAt(ticket, policy),
  );
}

/** When management is told (P8): undefined where the kind has no such clock, and while it stands still. */
export const managementAt = ({ commitment, pauses }: OpenedTicket, policy: Policy): Instant | undefined =>
  managementDue(commitment, pauses, policy);

function managementAhead(ticket: OpenedTicket, policy: Policy): Instant[] {
  const at = managementAt(ticket, policy);
  return at === undefined || ticket.managementTold ? [] : [at];
}

/** When somebody looks again at a ticket on which nothing has happened: some working days after the last event. */
function lookAt({ quietSince }: OpenedTicket, policy: Policy): Instant {
  return closeOfWorkingDayAfter(quietSince, policy.lookAgainAfterWorkingDays, policy);
}

/** The last day on which a customer's mail reopens a resolved ticket. */
export function lastDayToReopen(resolvedAt: Instant, policy: Policy): LocalDate {
  const { calendar } = calendarNamed(policy.workingDays, policy);
  return calendar.openDayAfter(calendar.dateOf(resolvedAt), policy.reopenWithinWorkingDays);
}

/** Whether a customer's mail that arrived then still reopens a ticket resolved before; after that it opens a new one. */
export function reopens(receivedAt: Instant, resolvedAt: Instant, policy: Policy): boolean {
  const dayAfter = dateOf(dayOf(lastDayToReopen(resolvedAt, policy)) + 1);
  return receivedAt < zoneOf(policy.timeZone).instantOf(dayAfter, '00:00');
}

export const isUnderway = ({ status }: OpenedTicket): boolean => status.is === 'open' || status.is === 'waiting';

type Rule = (ticket: OpenedTicket, now: Instant, policy: Policy) => TicketEvent | undefined;

// In this order: a wait that is over lets the clock to management go on, a miss makes its own warning needless.
const RULES: readonly Rule[] = [waitingOver, missed, warned, managementTold, answerOverdue, comeBackDue, lookDue];

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

function managementTold(ticket: OpenedTicket, now: Instant, policy: Policy): TicketEvent | undefined {
  const [dueAt] = managementAhead(ticket, policy);
  return dueAt === undefined || now < dueAt ? undefined : { type: 'management-told', at: now, dueAt };
}

function answerOverdue({ answerDue }: OpenedTicket, now: Instant): TicketEvent | undefined {
  if (!answerDue || answerDue.overdue || now < answerDue.latest) return undefined;
  return { type: 'answer-overdue', at: now, latest: answerDue.latest };
}

function waitingOver({ status }: OpenedTicket, now: Instant): TicketEvent | undefined {
  if (status.is !== 'waiting' || now < status.until) return undefined;
  return { type: 'waiting-ended', at: now, why: 'time-is-up', ...(status.remind && { remind: true }) };
}

// P14: we come back as we have said.
function comeBackDue({ comeBackAt }: OpenedTicket, now: Instant): TicketEvent | undefined {
  return comeBackAt === undefined || now < comeBackAt ? undefined : { type: 'coming-back-due', at: now };
}

function lookDue(ticket: OpenedTicket, now: Instant, policy: Policy): TicketEvent | undefined {
  return now < lookAt(ticket, policy) ? undefined : { type: 'look-due', at: now };
}

function instantsAhead(ticket: OpenedTicket, policy: Policy): Instant[] {
  const { begun, warned, missed, commitment, answerDue, comeBackAt, status } = ticket;
  const { warnAt, beginLatest } = commitment;
  return [
    ...(begun || warned ? [] : [warnAt]),
    ...(begun || missed.includes(beginLatest) ? [] : [beginLatest]),
    ...(answerDue && !answerDue.overdue ? [answerDue.latest] : []),
    ...(status.is === 'waiting' ? [status.until] : []),
    ...(comeBackAt === undefined ? [] : [comeBackAt]),
    ...managementAhead(ticket, policy),
    lookAt(ticket, policy),
  ];
}
