import { type CalendarDay, daysOf, type OtherHours } from '../../shared/promises/closed-days';
import type { Instant } from '../../shared/promises/instant';
import type { Policies } from '../../shared/promises/policies';
import type { Policy } from '../../shared/promises/policy';
import { type Language, sayClock, sayList } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';

/** Where the published promise is found, in each language, with its stylesheet. */
export const PAGES: Readonly<Record<Language, string>> = { nb: '/tjenesteniva', en: '/service-level' };
export const STYLESHEET = '/service-level.css';
export const FEED = '/calendar.ics';

/** The feed speaks the policy's first language unless it is asked for another. */
export const feedPath = ({ languages }: Policy, language: Language): string =>
  language === languages[0] ? FEED : `${FEED}?language=${language}`;

/** The calendar by which customers are answered. */
export const supportCalendar = ({ answers, kinds }: Policy): string => kinds[answers].calendar;

/** Every calendar that the page speaks of, that of support first. */
export function calendarsShown(policy: Policy): string[] {
  const ofKinds = Object.values(policy.kinds).map(({ calendar }) => calendar);
  return [...new Set([supportCalendar(policy), ...ofKinds, policy.maintenance.outside])];
}

/** A year of the calendar by which customers are answered, each date by the version that is in force on it. */
export interface YearShown {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** This year and the next. */
export function yearsShown(policies: Policies, now: Instant): YearShown[] {
  const year = yearNow(policies.inForce(now), now);
  return [year, year + 1].map((year) => ({ year, days: supportDaysOf(year, policies) }));
}

/** The year that it is where the vendor is. */
export const yearNow = ({ timeZone }: Policy, now: Instant): number => Number(zoneOf(timeZone).dateOf(now).slice(0, 4));

// Before the first version has taken effect, it is in force all the same.
const supportDaysOf = (year: number, { versions }: Policies): CalendarDay[] =>
  versions.flatMap((policy, i) => {
    const from = i === 0 ? '' : policy.effectiveFrom;
    const until = versions[i + 1]?.effectiveFrom ?? `${year + 1}`;
    return daysOf(year, supportCalendar(policy), policy).filter(({ date }) => from <= date && date < until);
  });

const AT: Readonly<Record<Language, string>> = { nb: 'åpent kl. ', en: 'open ' };

/** 'åpent kl. 09.00–12.00', 'open 09:00–12:00'. */
export function hoursOfDayInWords({ hours }: OtherHours, policy: Policy, language: Language): string {
  const clock = (t: Instant) => sayClock(t, policy, language);
  const periods = hours.map(({ start, end }) => `${clock(start)}–${clock(end)}`);
  return `${AT[language]}${sayList(periods, language)}`;
}

/** As it begins a line: names in a policy are in lower case where they are so within a sentence. */
export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
