import type { OtherHours } from '../../shared/promises/closed-days';
import type { Instant } from '../../shared/promises/instant';
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

/** This year and the next, local time. */
export function yearsShown({ timeZone }: Policy, now: Instant): [thisYear: number, nextYear: number] {
  const year = Number(zoneOf(timeZone).dateOf(now).slice(0, 4));
  return [year, year + 1];
}

const AT: Readonly<Record<Language, string>> = { nb: 'åpent kl. ', en: 'open ' };

/** 'åpent kl. 09.00–12.00', 'open 09:00–12:00'. */
export function hoursOfDayInWords({ hours }: OtherHours, policy: Policy, language: Language): string {
  const clock = (t: Instant) => sayClock(t, policy, language);
  const periods = hours.map(({ start, end }) => `${clock(start)}–${clock(end)}`);
  return `${AT[language]}${sayList(periods, language)}`;
}

/** As it begins a line: names in a policy are in lower case where they are so within a sentence. */
export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
