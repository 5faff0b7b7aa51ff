import { managementDue } from '../promises/change';
import { dateOf, dayOf } from '../promises/days';
import { millisecondsOf } from '../promises/duration';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed, closeOfWorkingDayAfter } from '../promises/policy-calendar';
import { zoneOf } from '../promises/zone';
import { isReachable } from './customer';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { type Crew, callChain, calledNow } from './roster';
import { isForSeniors } from './seniors';

/** What the clock is read with: the instant, the promise, and who could be called. */
export interface Clock extends Crew {
  readonly now: Instant;
}

/** Something that is to happen to a ticket by itself, at an instant that follows from how it stands. */
export interface Duty {
  /** When it is due; nothing where there is nothing to wait for. */
  readonly at: (ticket: OpenedTicket, policy: Policy) => Instant | undefined;
  /** What its having come due is, in the words of the history. */
  readonly brings: (ticket: OpenedTicket, clock: Clock, at: Instant) => TicketEvent[];
  /** Whether each ticket of an incident has it, as what its own customer was told, and not the one alone that leads it. */
  readonly ofEach?: true;
}

const waitingOver: Duty = {
  at: ({ status }) => (status.is === 'waiting' ? status.until : undefined),
  brings: (ticket, clock) => [afterWaiting(ticket, clock)],
  ofEach: true,
};

// Work that was begun is late all the same when triage uncovers that it should have begun sooner.
const missed: Duty = {
  at: ({ begun, commitment: { beginLatest }, missed }) =>
    missed.includes(beginLatest) || (begun && begun.at < beginLatest) ? undefined : beginLatest,
  brings: (_, { now: at }, latest) => [{ type: 'promise-missed', at, latest }],
};

// Of what nobody has triaged the person on duty reads every day, and what is for seniors has its alarm.
const stillMissed: Duty = {
  at: (ticket, policy) => {
    const { begun, kind, missToldAt } = ticket;
    if (begun || !kind || missToldAt === undefined || isForSeniors(ticket, policy)) return undefined;
    return openingAfter(zoneOf(policy.timeZone).dateOf(missToldAt), policy);
  },
  brings: ({ commitment }, { now: at }) => [{ type: 'promise-still-missed', at, latest: commitment.beginLatest }],
};

const warned: Duty = {
  at: ({ begun, warned, commitment }) => (begun || warned ? undefined : commitment.warnAt),
  brings: ({ commitment }, { now: at }) => [{ type: 'promise-warned', at, latest: commitment.beginLatest }],
};

const managementTold: Duty = {
  at: managementAhead,
  brings: (_, { now: at }, dueAt) => [{ type: 'management-told', at, dueAt }],
};

// P8: what was lifted stays with them until somebody says that it has been seen.
const managementToldAgain: Duty = {
  at: toldAgainAt,
  brings: (_, { now: at }, dueAt) => [{ type: 'management-told', at, dueAt, again: true }],
};

const seniorCalled: Duty = { at: nextCallAt, brings: (ticket, clock) => call(ticket, clock) };

const answerOverdue: Duty = {
  at: ({ answerDue }) => (answerDue && !answerDue.overdue ? answerDue.latest : undefined),
  brings: (_, { now: at }, latest) => [{ type: 'answer-overdue', at, latest }],
  ofEach: true,
};

const chatKeptWaiting: Duty = {
  at: chatWaitsUntil,
  brings: (ticket, { now: at }) => [{ type: 'chat-kept-waiting', at, since: awaitedSince(ticket) ?? at }],
};

// P14: whoever has to come back hears of it in time, where there is that much time.
const comingBackNear: Duty = {
  at: comingBackNearAt,
  brings: ({ comingBack }, { now: at }) => [{ type: 'coming-back-near', at, until: comingBack?.at ?? at }],
  ofEach: true,
};

const comingBackDue: Duty = {
  at: ({ comingBack }) => comingBack?.at,
  brings: (_, { now: at }) => [{ type: 'coming-back-due', at }],
  ofEach: true,
};

const callBackDue: Duty = {
  at: ({ callBackAt, callBackTold }) => (callBackTold ? undefined : callBackAt),
  brings: (_, { now: at }) => [{ type: 'call-back-due', at }],
  ofEach: true,
};

const versionOverdue: Duty = {
  at: versionAt,
  brings: ({ fixIn }, { now: at }) => [{ type: 'version-overdue', at, version: fixIn?.version ?? '' }],
  ofEach: true,
};

const lookDue: Duty = {
  at: lookAt,
  brings: (_, { now: at }) => [{ type: 'look-due', at }],
  ofEach: true,
};

/**
 * What is kept or broken, whoever could be called or reminded. In this order: a wait that is over lets the clock to
 * management go on, a miss makes its own warning needless.
 */
export const PROMISES: readonly Duty[] = [
  waitingOver,
  missed,
  warned,
  managementTold,
  answerOverdue,
  comingBackDue,
  callBackDue,
];

/** All that happens by itself. */
export const DUTIES: readonly Duty[] = [
  ...PROMISES,
  stillMissed,
  managementToldAgain,
  seniorCalled,
  chatKeptWaiting,
  comingBackNear,
  versionOverdue,
  // Whatever else is due is a look at it.
  lookDue,
];

/** When management is told (P8): undefined where the kind has no such clock, and while it stands still. */
export const managementAt = ({ commitment, pauses }: OpenedTicket, policy: Policy): Instant | undefined =>
  managementDue(commitment, pauses, policy);

/** The same until they have been. */
export function managementAhead(ticket: OpenedTicket, policy: Policy): Instant | undefined {
  return ticket.managementTold ? undefined : managementAt(ticket, policy);
}

/**
 * When somebody looks again at a ticket on which nothing has happened: some working days after the last event. One that
 * was begun and waits for a version is looked at when that should be out.
 */
export function lookAt({ quietSince, begun, fixIn }: OpenedTicket, policy: Policy): Instant | undefined {
  if (begun && fixIn && !fixIn.overdue) return undefined;
  return closeOfWorkingDayAfter(quietSince, policy.lookAgainAfterWorkingDays, policy);
}

/** When the version that is to bring the fix should have been out: as work begins on the day after it. */
export function versionAt({ fixIn }: OpenedTicket, policy: Policy): Instant | undefined {
  return fixIn && !fixIn.overdue ? openingAfter(fixIn.date, policy) : undefined;
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

/** When the working day begins that follows a date. */
function openingAfter(date: LocalDate, policy: Policy): Instant {
  const { calendar } = calendarNamed(policy.workingDays, policy);
  return calendar.nextOpen(zoneOf(policy.timeZone).instantOf(date, '24:00'));
}

// Asked and reminded in vain, a customer is not left with an open ticket. What is for seniors is never closed by itself:
// there the clock to management goes on; nor is what nobody has begun, and so nobody has asked about.
function afterWaiting(ticket: OpenedTicket, { now: at, policy }: Clock): TicketEvent {
  const { status, customer, incident } = ticket;
  const { reminders, everyWorkingDays } = policy.waiting;
  const reminds = status.is === 'waiting' && status.remind === true && isReachable(customer);
  const isLeading = incident !== undefined && incident.tickets.length > 0;
  if (!reminds || isLeading || !ticket.begun || isForSeniors(ticket, policy) || reminders === 0)
    return { type: 'waiting-ended', at, why: 'time-is-up', ...(reminds && { remind: true }) };
  const count = (status.reminded ?? 0) + 1;
  if (count > reminders) return { type: 'ticket-resolved', at, by: 'desk', because: 'no-answer' };
  const until = closeOfWorkingDayAfter(at, everyWorkingDays, policy);
  return { type: 'customer-reminded', at, count, until, last: count === reminders };
}

function toldAgainAt({ escalation }: OpenedTicket, policy: Policy): Instant | undefined {
  if (!escalation || escalation.acknowledgedBy) return undefined;
  return openingAfter(zoneOf(policy.timeZone).dateOf(escalation.toldAt), policy);
}

// The first call is due as soon as there is a kind that needs a senior.
function nextCallAt(ticket: OpenedTicket, policy: Policy): Instant | undefined {
  const { kind, seniorHasIt, seniorAlarm, receivedAt } = ticket;
  if (!kind || !isForSeniors(ticket, policy) || seniorHasIt) return undefined;
  if (!seniorAlarm) return receivedAt;
  const { alarm } = policy.kinds[kind];
  if (!alarm) return undefined;
  const every = millisecondsOf(seniorAlarm.calls < alarm.times ? alarm.every : alarm.afterwards);
  return alarm.calendar === undefined
    ? seniorAlarm.lastAt + every
    : calendarNamed(alarm.calendar, policy).calendar.add(seniorAlarm.lastAt, every);
}

// Management hears of it once, when there is nobody to call, or nobody of those who were called has taken it.
function call({ seniorAlarm, assignee }: OpenedTicket, clock: Clock): TicketEvent[] {
  const { now: at } = clock;
  // Whoever it has been given to, first.
  const chain = callChain(at, clock).toSorted((a, b) => Number(b.id === assignee) - Number(a.id === assignee));
  const attempt = seniorAlarm?.calls ?? 0;
  const agents = calledNow(chain, attempt).map(({ id }) => id);
  const called: TicketEvent = { type: 'senior-called', at, agents, attempt };
  const isLeftAlone = attempt >= chain.length && !seniorAlarm?.managementTold;
  return isLeftAlone ? [called, { type: 'management-told', at, dueAt: at, why: 'no-senior' }] : [called];
}

/** Since when a visitor of a chat has had no answer. */
function awaitedSince({ messages }: OpenedTicket): Instant | undefined {
  const answered = messages.findLastIndex(({ from }) => from !== 'customer');
  return messages[answered + 1]?.at;
}

function chatWaitsUntil(ticket: OpenedTicket, policy: Policy): Instant | undefined {
  const { chat, status } = ticket;
  const since = awaitedSince(ticket);
  if (!chat || chat.ended || chat.keptWaiting || status.is !== 'open' || since === undefined) return undefined;
  const { calendar } = calendarNamed(policy.chat.calendar, policy);
  return calendar.add(since, millisecondsOf(policy.chat.waitsAtMost));
}

function comingBackNearAt({ comingBack }: OpenedTicket, policy: Policy): Instant | undefined {
  if (!comingBack || comingBack.at === undefined || comingBack.reminded) return undefined;
  const { calendar, remindBefore } = policy.comingBack;
  const near = calendarNamed(calendar, policy).calendar.subtract(comingBack.at, millisecondsOf(remindBefore));
  return near > comingBack.promisedAt ? near : undefined;
}
