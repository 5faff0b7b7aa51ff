import type { Calendar } from './calendar';
import { millisecondsOf } from './duration';
import type { Instant } from './instant';
import type { Kind, Management, Policy, Rule } from './policy';
import { calendarNamed, type PolicyCalendar } from './policy-calendar';
import { remembered } from './remembered';

/** A rule of the policy, ready to be applied to the instant from which it counts. */
export type Reckoning = (from: Instant, goingOn?: GoingOn) => Instant;

/** A rule that takes over at an instant, when so many open milliseconds have been used: it gives nothing before then. */
export interface GoingOn {
  readonly at: Instant;
  readonly used: number;
}

/** How the instants of a kind are worked out. */
export interface Reckonings {
  readonly calendar: PolicyCalendar;
  readonly target: Reckoning;
  readonly latest: Reckoning;
  readonly management?: ManagementClock;
}

export interface ManagementClock {
  readonly reckoning: Reckoning;
  readonly calendar: Calendar;
}

const reckoningsIn = remembered(
  (policy: Policy) => remembered((kind: Kind) => reckoningsFrom(policy, kind)),
  new WeakMap(),
);

export const reckoningsOf = (kind: Kind, policy: Policy): Reckonings => reckoningsIn(policy)(kind);

function reckoningsFrom(policy: Policy, kind: Kind): Reckonings {
  const { calendar: name, target, latest, management } = policy.kinds[kind];
  const calendar = calendarNamed(name, policy);
  return {
    calendar,
    target: reckoningOf(target, calendar.calendar),
    latest: reckoningOf(latest, calendar.calendar),
    ...(management && { management: managementFrom(management, policy) }),
  };
}

function managementFrom({ openTime, calendar: name }: Management, policy: Policy): ManagementClock {
  const { calendar } = calendarNamed(name, policy);
  return { reckoning: reckoningOf({ within: openTime }, calendar), calendar };
}

export function reckoningOf(rule: Rule, calendar: Calendar): Reckoning {
  if ('within' in rule) {
    const ms = millisecondsOf(rule.within);
    return (from, goingOn) =>
      goingOn ? calendar.add(goingOn.at, Math.max(0, ms - goingOn.used)) : calendar.add(from, ms);
  }
  const close = closeBy(rule.closeOf, calendar);
  return (from, goingOn) => (goingOn ? Math.max(close(from), goingOn.at) : close(from));
}

function closeBy(rule: Extract<Rule, { closeOf: unknown }>['closeOf'], calendar: Calendar): (from: Instant) => Instant {
  switch (rule) {
    case 'day-of-receipt':
      return (from) => closeOfDay(from, calendar);
    case 'next-open-day':
      return (from) => calendar.closeAfter(calendar.dateOf(from));
  }
}

// At the close the day is over, and a closed day has none: then the next open day's close is meant.
function closeOfDay(from: Instant, { dateOf, closeOn, closeAfter }: Calendar): Instant {
  const date = dateOf(from);
  const close = closeOn(date);
  return close !== undefined && from < close ? close : closeAfter(date);
}
