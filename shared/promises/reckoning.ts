import type { Calendar } from './calendar';
import { millisecondsOf } from './duration';
import type { Instant } from './instant';
import type { Kind, Policy, Rule } from './policy';
import { calendarNamed, type PolicyCalendar } from './policy-calendar';
import { remembered } from './remembered';

/** A rule of the policy, ready to be applied to the instant from which it counts. */
export type Reckoning = (from: Instant) => Instant;

/** How the instants of a kind are worked out. */
export interface Reckonings {
  readonly calendar: PolicyCalendar;
  readonly target: Reckoning;
  readonly latest: Reckoning;
  readonly management?: Reckoning;
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
    ...(management && {
      management: reckoningOf({ within: management.openTime }, calendarNamed(management.calendar, policy).calendar),
    }),
  };
}

export function reckoningOf(rule: Rule, calendar: Calendar): Reckoning {
  if ('within' in rule) {
    const ms = millisecondsOf(rule.within);
    return (from) => calendar.add(from, ms);
  }
  switch (rule.closeOf) {
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
