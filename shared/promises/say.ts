import { dayOf, weekdayOf } from './days';
import type { Instant, LocalDate } from './instant';
import { zoneOf } from './zone';

export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same in every language; names are in lower case where they are so within a sentence. */
export type Words = Readonly<Record<Language, string>>;

interface Local {
  readonly timeZone: string;
}

/** The year is said unless it is the same as that of `relativeTo`. */
interface Near<T> {
  readonly relativeTo?: T | undefined;
}

interface Manner {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly and: string;
  readonly day: (number: number) => string;
  readonly at: string;
  readonly clock: (time: string) => string;
  readonly span: (first: string, last: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    weekdays: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
    months: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
    and: 'og',
    day: (number) => `${number}.`,
    at: 'kl.',
    clock: (time) => time.replace(':', '.'),
    span: (first, last) => `${first}–${last}`,
  },
  en: {
    weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    months: 'January February March April May June July August September October November December'.split(' '),
    and: 'and',
    day: (number) => `${number}`,
    at: 'at',
    clock: (time) => time,
    span: (first, last) => `${first} – ${last}`,
  },
};

/** 'mandag 19. januar kl. 15.00', 'Monday 19 January at 15:00', in the policy's time zone. */
export function sayInstant(
  t: Instant,
  { timeZone }: Local,
  language: Language,
  { relativeTo }: Near<Instant> = {},
): string {
  const { dateOf } = zoneOf(timeZone);
  const near = { relativeTo: relativeTo === undefined ? undefined : dateOf(relativeTo) };
  return `${sayDate(dateOf(t), language, near)} ${sayTime(t, { timeZone }, language)}`;
}

/** 'kl. 15.00', 'at 15:00'. */
export function sayTime(t: Instant, policy: Local, language: Language): string {
  return `${MANNERS[language].at} ${sayClock(t, policy, language)}`;
}

/** '15.00', '15:00'. */
export function sayClock(t: Instant, { timeZone }: Local, language: Language): string {
  return MANNERS[language].clock(zoneOf(timeZone).timeOf(t));
}

/** 'mandag 19. januar', 'Monday 19 January'. */
export function sayDate(date: LocalDate, language: Language, near: Near<LocalDate> = {}): string {
  return `${sayWeekday(date)[language]} ${sayDay(date, language, near)}`;
}

/** '19. januar', '19 January'. */
export function sayDay(date: LocalDate, language: Language, { relativeTo }: Near<LocalDate> = {}): string {
  const dayAndMonth = `${dayInMonth(date, language)} ${sayMonth(Number(date.slice(5, 7)), language)}`;
  return relativeTo && yearIn(date) === yearIn(relativeTo) ? dayAndMonth : `${dayAndMonth} ${yearIn(date)}`;
}

/** From the first date to the last: '13.–24. juli', '13–24 July', '30 June – 3 July'. */
export function sayDates(first: LocalDate, last: LocalDate, language: Language, near: Near<LocalDate> = {}): string {
  const end = sayDay(last, language, near);
  if (first === last) return end;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayInMonth(first, language)}–${end}`;
  const start = sayDay(first, language, yearIn(first) === yearIn(last) ? { relativeTo: last } : near);
  return MANNERS[language].span(start, end);
}

export function sayWeekday(date: LocalDate): Words {
  const name = (language: Language) => MANNERS[language].weekdays[weekdayOf(dayOf(date))] ?? date;
  return { nb: name('nb'), en: name('en') };
}

/** 'januar', 'January'; the first is 1. */
export const sayMonth = (month: number, language: Language): string => MANNERS[language].months[month - 1] ?? '';

/** 'uke 30', 'weeks 29 and 30'. */
export function sayWeeks(weeks: readonly number[]): Words {
  const list = (language: Language) => sayList(weeks.map(String), language);
  return { nb: `uke ${list('nb')}`, en: `${weeks.length === 1 ? 'week' : 'weeks'} ${list('en')}` };
}

/** 'a, b og c', 'a, b and c'. */
export function sayList(names: readonly string[], language: Language): string {
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${MANNERS[language].and} ${last}`;
}

const yearIn = (date: LocalDate): string => date.slice(0, 4);
const dayInMonth = (date: LocalDate, language: Language): string => MANNERS[language].day(Number(date.slice(8)));
