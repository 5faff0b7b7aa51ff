import { type Day, dateOf, dayOf } from './days';
import type { LocalDate } from './instant';
import { remembered } from './remembered';
import type { Words } from './say';

export interface Holiday {
  readonly date: LocalDate;
  readonly name: Words;
}

/** The public holidays of a year, in order. Two may fall on one date, as on 17 May 2027. */
export type Holidays = (year: number) => readonly Holiday[];

const FIXED: readonly (readonly [date: string, nb: string, en: string])[] = [
  ['01-01', '1. nyttårsdag', "New Year's Day"],
  ['05-01', 'arbeidernes dag', 'Labour Day'],
  ['05-17', 'grunnlovsdagen', 'Constitution Day'],
  ['12-25', '1. juledag', 'Christmas Day'],
  ['12-26', '2. juledag', 'Boxing Day'],
];

const FROM_EASTER: readonly (readonly [days: number, nb: string, en: string])[] = [
  [-3, 'skjærtorsdag', 'Maundy Thursday'],
  [-2, 'langfredag', 'Good Friday'],
  [0, '1. påskedag', 'Easter Sunday'],
  [1, '2. påskedag', 'Easter Monday'],
  [39, 'Kristi himmelfartsdag', 'Ascension Day'],
  [49, '1. pinsedag', 'Whit Sunday'],
  [50, '2. pinsedag', 'Whit Monday'],
];

/** The twelve of lov om helligdager og helligdagsfred § 2 and lov om 1 og 17 mai som høgtidsdager. */
export const norwegianHolidays: Holidays = remembered((year: number) => {
  const easter = easterOf(year);
  const fixed = FIXED.map(([date, nb, en]) => ({ date: `${year}-${date}`, name: { nb, en } }));
  const moving = FROM_EASTER.map(([days, nb, en]) => ({ date: dateOf(easter + days), name: { nb, en } }));
  return [...fixed, ...moving].sort((a, b) => dayOf(a.date) - dayOf(b.date));
});

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
