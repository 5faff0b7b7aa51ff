import { managementDue } from '../promises/change';
import { dateOf, dayOf } from '../promises/days';
import { millisecondsOf } from '../promises/duration';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed, closeOfWorkingDayAfter } from '../promises/policy-calendar';
import { zoneOf } from '../promises/zone';
import { awaitedSince } from './awaited';
import type { Duty } from './duty';
import type { OpenedTicket } from './opened-ticket';
import { call, nextCallAt } from './senior-alarm';
import { isForSeniors } from './seniors';
import { afterWaiting } from './waiting';

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
  brings: (ticket, { now: at }) => [{ type: 'chat-kept-waiting', at, since: awaitedSince(ticket.messages) ?? at }],
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

function toldAgainAt({ escalation }: OpenedTicket, policy: Policy): Instant | undefined {
  if (!escalation || escalation.acknowledgedBy) return undefined;
  return openingAfter(zoneOf(policy.timeZone).dateOf(escalation.toldAt), policy);
}

function chatWaitsUntil(ticket: OpenedTicket, policy: Policy): Instant | undefined {
  const { chat, status } = ticket;
  const since = awaitedSince(ticket.messages);
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
