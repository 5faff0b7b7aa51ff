import type { OpenPeriod } from './calendar';
import type { Basis, Commitment } from './commitment';
import { datesBetween } from './days';
import type { Instant, LocalDate } from './instant';
import type { Policy, Rule } from './policy';
import { calendarNamed, type DayOff, type PolicyCalendar } from './policy-calendar';
import { reckoningOf } from './reckoning';
import type { Words } from './say';
import { stepInWords } from './trace-in-words';

/** How the instants of a promise came about. */
export interface Trace {
  /** The policy's version. */
  readonly policy: string;
  readonly because: Basis['because'];
  readonly steps: readonly Step[];
}

export interface ClosedDay extends DayOff {
  readonly date: LocalDate;
}

export interface Step {
  readonly instant: 'beginTarget' | 'beginLatest' | 'managementAt';
  /** The row of the promise that the instant keeps: 'P6'. */
  readonly promise: string;
  /** The calendar's name in the policy. */
  readonly calendar: string;
  readonly from: Instant;
  /** What the rule gives. */
  readonly ruled: Instant;
  /** What is promised: the same, unless an earlier instant stood. */
  readonly to: Instant;
  /** The open periods that a sum of open time used up. */
  readonly counted: readonly OpenPeriod[];
  /** The closed days passed over, and why they were. */
  readonly closed: readonly ClosedDay[];
  /** The step in a sentence. */
  readonly words: Words;
}

interface Planned extends Pick<Step, 'instant' | 'promise' | 'calendar' | 'to'> {
  readonly rule: Rule;
}

/** Works out again how a promise came about; the policy is the one that it was made by. */
export function traceOf(commitment: Commitment, policy: Policy): Trace {
  const { basis } = commitment;
  const steps = plannedOf(commitment, policy).map((planned) => stepOf(planned, basis, policy));
  return { policy: basis.policy, because: basis.because, steps };
}

function plannedOf({ kind, beginTarget, beginLatest, managementAt }: Commitment, policy: Policy): Planned[] {
  const { promise: spoken, begunAs: promise = spoken, calendar, target, latest, management } = policy.kinds[kind];
  const begin: Planned[] = [
    { instant: 'beginTarget', promise, calendar, rule: target, to: beginTarget },
    { instant: 'beginLatest', promise, calendar, rule: latest, to: beginLatest },
  ];
  if (!management || managementAt === undefined) return begin;
  const { openTime: within, ...lifted } = management;
  return [...begin, { instant: 'managementAt', ...lifted, rule: { within }, to: managementAt }];
}

function stepOf({ rule, ...planned }: Planned, { from, because }: Basis, policy: Policy): Step {
  const named = calendarNamed(planned.calendar, policy);
  const { calendar } = named;
  const ruled = reckoningOf(rule, calendar)(from);
  const counted = 'within' in rule ? [...calendar.periodsBetween(from, ruled)] : [];
  const step = { ...planned, from, ruled, counted, closed: closedDays(from, ruled, named) };
  return { ...step, words: stepInWords(step, rule, because, policy) };
}

function closedDays(from: Instant, to: Instant, { calendar, dayOff }: PolicyCalendar): ClosedDay[] {
  return datesBetween(calendar.dateOf(from), calendar.dateOf(to)).flatMap((date) => {
    const off = dayOff(date);
    return off ? [{ date, ...off }] : [];
  });
}
