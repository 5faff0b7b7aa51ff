import { type Day, dateOf, dayOf, firstDayOf, isDate, WEEKDAYS, type Weekday, weekdayOf } from './days';
import type { LocalDate } from './instant';
import { remembered } from './remembered';
import type { Words } from './say';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: Words;
}

/** The public holidays of a year, in order. Two may fall on one date, as on 17 May 2027. */
export type Holidays = (year: number) => readonly Holiday[];

/** A holiday of every year: on a date ('07-04'), so many days after Easter Sunday, or on a weekday of a month. */
export type HolidayRule = { readonly name: Words } & (
  | { readonly on: string }
  | { readonly daysAfterEaster: number }
  /** The n-th of the month; -1 is the last. */
  | { readonly nth: number; readonly weekday: Weekday; readonly month: number }
);

/** The holidays that the rules give; a rule gives none in a year without such a day (29 February, a fifth Monday). */
export const holidaysBy = (rules: readonly HolidayRule[]): Holidays =>
  remembered((year: number) =>
    rules
      .flatMap((rule) => datesOf(rule, year).map((date): Holiday => ({ date, name: rule.name })))
      .sort((a, b) => dayOf(a.date) - dayOf(b.date)),
  );

const fixed = (on: string, nb: string, en: string): HolidayRule => ({ on, name: { nb, en } });
const fromEaster = (daysAfterEaster: number, nb: string, en: string): HolidayRule => ({
  daysAfterEaster,
  name: { nb, en },
});

/** The twelve of lov om helligdager og helligdagsfred § 2 and lov om 1 og 17 mai som høgtidsdager. */
export const norwegianHolidays: Holidays = holidaysBy([
  fixed('01-01', '1. nyttårsdag', "New Year's Day"),
  fixed('05-01', 'arbeidernes dag', 'Labour Day'),
  fixed('05-17', 'grunnlovsdagen', 'Constitution Day'),
  fixed('12-25', '1. juledag', 'Christmas Day'),
  fixed('12-26', '2. juledag', 'Boxing Day'),
  fromEaster(-3, 'skjærtorsdag', 'Maundy Thursday'),
  fromEaster(-2, 'langfredag', 'Good Friday'),
  fromEaster(0, '1. påskedag', 'Easter Sunday'),
  fromEaster(1, '2. påskedag', 'Easter Monday'),
  fromEaster(39, 'Kristi himmelfartsdag', 'Ascension Day'),
  fromEaster(49, '1. pinsedag', 'Whit Sunday'),
  fromEaster(50, '2. pinsedag', 'Whit Monday'),
]);

function datesOf(rule: HolidayRule, year: number): LocalDate[] {
  if ('on' in rule) return [`${year}-${rule.on}`].filter(isDate);
  if ('daysAfterEaster' in rule) return [dateOf(easterOf(year) + rule.daysAfterEaster)];
  const days = weekdaysOf(rule.weekday, year, rule.month);
  const day = rule.nth > 0 ? days[rule.nth - 1] : days.at(rule.nth);
  return day === undefined ? [] : [dateOf(day)];
}

/** The days of a month that fall on a weekday. */
function weekdaysOf(weekday: Weekday, year: number, month: number): Day[] {
  const first = dayOf(`${year}-${String(month).padStart(2, '0')}-01`);
  const end = month === 12 ? firstDayOf(year + 1) : dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`);
  const until = (WEEKDAYS.indexOf(weekday) - weekdayOf(first) + 7) % 7;
  return Array.from({ length: Math.ceil((end - first - until) / 7) }, (_, i) => first + until + 7 * i);
}

/** Easter Sunday by the Gregorian computus, in Oudin's integer form. */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const late = Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const fullMoon = epact - late;
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7;
  return dayOf(`${year}-03-01`) + 27 + fullMoon - weekday;
}
