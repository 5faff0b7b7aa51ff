import type { Calendar, OpenPeriod } from './calendar';
import { datesBetween, dayOf, WEEKDAYS, weekdayOf } from './days';
import { DAY, type Instant, type LocalDate } from './instant';
import { yearAndWeekOf } from './iso-week';
import type { Policy } from './policy';
import { calendarNamed, type DayOff, isClosure } from './policy-calendar';
import { remembered } from './remembered';
import type { Words } from './say';
import { clockOf } from './zone';

/** A date as a calendar of the policy has it. */
export type CalendarDay = { readonly date: LocalDate } & (
  | { readonly is: 'open' }
  /** Open, with hours or breaks of its own. */
  | { readonly is: 'other-hours'; readonly hours: readonly OpenPeriod[]; readonly isShorter: boolean }
  | {
      readonly is: 'closed';
      readonly because: DayOff['because'];
      readonly name: Words;
      readonly weeks?: Words;
      /** Whether its weekday is open in an ordinary week. */
      readonly isWeekday: boolean;
    }
);

/** Closed from the first date to the last: every day in between that is otherwise open. */
export interface ClosedDays {
  readonly is: 'closed';
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly because: Exclude<DayOff['because'], 'weekday'>;
  /** 'langfredag', 'sommerferien', 'romjulen'; for special hours only that it is closed. */
  readonly name: Words;
  /** 'uke 29 og 30', where the closure is set by week. */
  readonly weeks?: Words;
}

export type OtherHours = Extract<CalendarDay, { is: 'other-hours' }>;

/** Whether we can be reached; `until` is missing where no close is in sight. */
export type OpenOrClosed =
  | { readonly open: true; readonly until?: Instant }
  /** `because` names holidays and closures up to the opening; a night, a lunch or a weekend needs no reason. */
  | { readonly open: false; readonly opensAt: Instant; readonly because: readonly Words[] };

/** Every date of a year. */
export const daysOf = (year: number, calendar: string, policy: Policy): readonly CalendarDay[] =>
  daysIn(policy)(calendar)(year);

const daysIn = remembered(
  (policy: Policy) =>
    remembered((calendar: string) =>
      remembered((year: number) => daysBetween(`${year}-01-01`, `${year}-12-31`, calendar, policy)),
    ),
  new WeakMap(),
);

const daysBetween = (first: LocalDate, last: LocalDate, calendar: string, policy: Policy): CalendarDay[] =>
  datesBetween(first, last).map((date) => dayOn(date, calendar, policy));

/** Whether a calendar is open at an instant, and until when it is so. */
export function openNow(policy: Policy, calendar: string, now: Instant): OpenOrClosed {
  const named = calendarNamed(calendar, policy).calendar;
  if (named.isOpen(now)) return openUntil(named, now);
  const opensAt = named.nextOpen(now);
  const days = daysBetween(named.dateOf(now), named.dateOf(opensAt), calendar, policy);
  const because = exceptionsAmong(days).flatMap((found) =>
    found.is === 'closed' && found.because !== 'special-hours' ? [found.name] : [],
  );
  return { open: false, opensAt, because };
}

const DAYS_IN_SIGHT = 14;

// Where one day ends at midnight and the next begins, nothing closes.
function openUntil(calendar: Calendar, now: Instant): OpenOrClosed {
  for (const { end } of calendar.periodsBetween(now, now + DAYS_IN_SIGHT * DAY)) {
    if (!calendar.isOpen(end)) return { open: true, until: end };
  }
  return { open: true };
}

function dayOn(date: LocalDate, calendar: string, policy: Policy): CalendarDay {
  const named = calendarNamed(calendar, policy);
  const { dayOff, isWeekday } = named;
  const off = dayOff(date);
  if (off) {
    const { because } = off;
    return { date, is: 'closed', because, ...namesOf(off, date, policy, calendar), isWeekday: isWeekday(date) };
  }
  const { breaks = {}, specialHours = {} } = policy.calendars[calendar] ?? {};
  if (!Object.hasOwn(specialHours, date) && !Object.hasOwn(breaks, date)) return { date, is: 'open' };
  const hours = named.calendar.periodsOn(date);
  return { date, is: 'other-hours', hours, isShorter: openTime(hours) < ordinaryOpenTime(date, calendar, policy) };
}

export const CLOSED: Words = { nb: 'stengt', en: 'closed' };

function namesOf({ because, nb, en }: DayOff, date: LocalDate, policy: Policy, calendar: string) {
  if (because === 'special-hours') return { name: CLOSED };
  const words: Words = { nb, en };
  return because === 'weeks' ? { name: closureByWeek(date, policy, calendar) ?? words, weeks: words } : { name: words };
}

function closureByWeek(date: LocalDate, policy: Policy, calendar: string): Words | undefined {
  const { year, week } = yearAndWeekOf(dayOf(date));
  const closures = (policy.calendars[calendar]?.closures ?? []).map((key) => policy.closures[key]);
  return closures.find((closure) => closure && 'weeks' in closure && closure.weeks[year]?.includes(week))?.name;
}

const openTime = (periods: readonly OpenPeriod[]): number =>
  periods.reduce((sum, { start, end }) => sum + end - start, 0);

function ordinaryOpenTime(date: LocalDate, calendar: string, policy: Policy): number {
  const weekday = WEEKDAYS[weekdayOf(dayOf(date))] ?? 'sun';
  const hours = policy.calendars[calendar]?.hours[weekday] ?? [];
  return openTime(hours.map(([open, close]) => ({ start: clockOf(open), end: clockOf(close) })));
}

type ClosedDay = Extract<CalendarDay, { is: 'closed' }>;

/** What is unlike an ordinary week, in order: closed stretches and days with hours of their own. */
export function exceptionsAmong(days: readonly CalendarDay[]): (ClosedDays | OtherHours)[] {
  return runsOf(days).flatMap((run): (ClosedDays | OtherHours)[] => (Array.isArray(run) ? stretchesOf(run) : [run]));
}

/** Closed days that no open day parts, and the days with other hours between them. */
function runsOf(days: readonly CalendarDay[]): (ClosedDay[] | OtherHours)[] {
  let run: ClosedDay[] = [];
  const runs: (ClosedDay[] | OtherHours)[] = [run];
  for (const day of days) {
    if (day.is === 'closed') run.push(day);
    else run = [];
    if (day.is === 'open') runs.push(run);
    if (day.is === 'other-hours') runs.push(day, run);
  }
  return runs;
}

function stretchesOf(days: readonly ClosedDay[]): ClosedDays[] {
  const stretches: ClosedDays[] = [];
  for (const { date, is, because, name, isWeekday, ...rest } of days) {
    if (!isWeekday || because === 'weekday') continue;
    const i = stretches.findLastIndex((stretch) => stretch.because === because && stretch.name.nb === name.nb);
    // A closure stays whole where a public holiday falls within it.
    const goesOn = i >= 0 && (isClosure(because) || i === stretches.length - 1) ? stretches[i] : undefined;
    const stretch = { is, first: goesOn?.first ?? date, last: date, because, name, ...rest };
    stretches.splice(goesOn ? i : stretches.length, 1, stretch);
  }
  return stretches;
}
