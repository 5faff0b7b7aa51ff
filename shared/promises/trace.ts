import type { Calendar, OpenPeriod } from './calendar';
import { type Basis, type Commitment, goingOnFrom } from './commitment';
import { datesBetween } from './days';
import type { Instant, LocalDate } from './instant';
import { type EndedPause, type Pause, pausesAfter } from './pauses';
import type { Policy, Rule } from './policy';
import { calendarNamed, type DayOff, type PolicyCalendar } from './policy-calendar';
import { type GoingOn, reckoningOf } from './reckoning';
import type { Words } from './say';
import { stepInWords } from './trace-in-words';

/** How the instants of a promise came about: enough to work each of them out again, by hand if need be. */
export interface Trace {
  /** The policy's version. */
  readonly policy: string;
  readonly because: Basis['because'];
  /** When it was decided: at receipt, or by a change since. */
  readonly at: Instant;
  readonly steps: readonly Step[];
}

export interface ClosedDay extends DayOff {
  readonly date: LocalDate;
}

/**
 * One instant, in this order: what the rule gives (`ruled`, where the last period that was counted ends, or `goingOn.at`
 * where that is later); pauses that were over when it was decided; what stood already (`stood`); pauses since.
 */
export interface Step {
  readonly instant: 'beginTarget' | 'beginLatest' | 'managementAt';
  /** The row of the promise that the instant keeps: 'P6'. */
  readonly promise: string;
  /** The calendar's name in the policy. */
  readonly calendar: string;
  readonly rule: Rule;
  /** From where the rule counts. */
  readonly from: Instant;
  /** A version that was applied later: it counts on from then, and so many open milliseconds were used before. */
  readonly goingOn?: GoingOn & { readonly under: string };
  readonly ruled: Instant;
  /** An instant that stands in its place: promised already and earlier, or of what was done already. */
  readonly stood?: Instant;
  /** What is promised; nobody knows while the clock stands still. */
  readonly to?: Instant;
  /** The open periods that a sum of open time used up; of a day's close, the day's. */
  readonly counted: readonly OpenPeriod[];
  /** The closed days passed over, and why they were. */
  readonly closed: readonly ClosedDay[];
  readonly pauses: readonly TracedPause[];
  /** The step in a sentence. */
  readonly words: Words;
}

/** A pause, the open milliseconds that were left when it began, and the open periods that used them up after it. */
export interface TracedPause extends Pause {
  readonly left: number;
  readonly counted: readonly OpenPeriod[];
}

/** Works out again how a promise came about. The policy is the one that it was made by; pauses are the ticket's. */
export function traceOf(commitment: Commitment, policy: Policy, pauses: readonly Pause[] = []): Trace {
  const { basis } = commitment;
  const { policy: version, because, from, at = from } = basis;
  const steps = plannedOf(commitment, policy, pausesAfter(pauses, at)).map((planned) => stepOf(planned, basis, policy));
  return { policy: version, because, at, steps };
}

interface Planned extends Pick<Step, 'instant' | 'promise' | 'calendar' | 'rule'> {
  readonly clock: 'begin' | 'management';
  /** The instant as the commitment has it, without the pauses since. */
  readonly made: Instant;
  readonly pausesBefore: readonly EndedPause[];
  readonly pausesSince: readonly Pause[];
}

function plannedOf(commitment: Commitment, policy: Policy, pausesSince: readonly Pause[]): Planned[] {
  const { kind, beginTarget, beginLatest, managementAt, basis } = commitment;
  const { promise: spoken, begunAs: promise = spoken, calendar, target, latest, management } = policy.kinds[kind];
  const begin = { clock: 'begin', promise, calendar, pausesBefore: [], pausesSince: [] } as const;
  const steps: Planned[] = [
    { ...begin, instant: 'beginTarget', rule: target, made: beginTarget },
    { ...begin, instant: 'beginLatest', rule: latest, made: beginLatest },
  ];
  if (!management || managementAt === undefined) return steps;
  const { openTime: within, ...row } = management;
  const { pauses: pausesBefore = [] } = basis;
  const clock = {
    clock: 'management',
    instant: 'managementAt',
    made: managementAt,
    pausesBefore,
    pausesSince,
  } as const;
  return [...steps, { ...row, ...clock, rule: { within } }];
}

function stepOf({ clock, made, pausesBefore, pausesSince, ...planned }: Planned, basis: Basis, policy: Policy): Step {
  const named = calendarNamed(planned.calendar, policy);
  const { calendar } = named;
  const { used } = basis;
  const from = clock === 'begin' ? (basis.beginFrom ?? basis.from) : basis.from;
  const goingOn = goingOnFrom(basis, clock);
  const ruled = reckoningOf(planned.rule, calendar)(from, goingOn);
  const counted = countedBy(planned.rule, goingOn?.at ?? from, ruled, calendar);
  const before = pausedBy(pausesBefore, { due: ruled, counted }, calendar);
  const since = pausedBy(pausesSince, { due: made, counted: before.counted }, calendar);
  const step = {
    ...planned,
    from,
    ...(goingOn && used && { goingOn: { ...goingOn, under: used.under } }),
    ruled,
    ...(made !== before.due && { stood: made }),
    ...(since.due !== undefined && { to: since.due }),
    counted,
    closed: closedDays(from, Math.max(ruled, since.due ?? ruled), named),
    pauses: [...before.pauses, ...since.pauses],
  };
  return { ...step, words: stepInWords(step, basis, policy) };
}

function countedBy(rule: Rule, from: Instant, ruled: Instant, calendar: Calendar): OpenPeriod[] {
  if ('within' in rule) return [...calendar.periodsBetween(from, ruled)];
  // A day may close at 24:00, when the next one has begun.
  return calendar.periodsOn(calendar.dateOf(ruled - 1)).filter(({ end }) => end <= ruled);
}

interface Paused {
  /** Nobody knows while a pause lasts. */
  readonly due?: Instant;
  readonly counted: readonly OpenPeriod[];
  readonly pauses: readonly TracedPause[];
}

function pausedBy(pauses: readonly Pause[], start: Omit<Paused, 'pauses'>, calendar: Calendar): Paused {
  return pauses.reduce<Paused>((paused, pause) => after(pause, paused, calendar), { ...start, pauses: [] });
}

function after(pause: Pause, paused: Paused, { add, between, periodsBetween }: Calendar): Paused {
  const { due, counted, pauses } = paused;
  const { from, to } = pause;
  const left = due === undefined ? 0 : between(from, due);
  if (left === 0) return paused;
  if (to === undefined) return { counted, pauses: [...pauses, { ...pause, left, counted: [] }] };
  const resumed = add(to, left);
  const goesOn = [...periodsBetween(to, resumed)];
  return { due: resumed, counted: goesOn, pauses: [...pauses, { ...pause, left, counted: goesOn }] };
}

function closedDays(from: Instant, to: Instant, { calendar, dayOff }: PolicyCalendar): ClosedDay[] {
  return datesBetween(calendar.dateOf(from), calendar.dateOf(to - 1)).flatMap((date) => {
    const off = dayOff(date);
    return off ? [{ date, ...off }] : [];
  });
}
