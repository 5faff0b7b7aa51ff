import type { ReactNode } from 'react';
import type { CalendarDay } from '../../shared/promises/closed-days';
import { dayOf, weekdayOf } from '../../shared/promises/days';
import type { LocalDate } from '../../shared/promises/instant';
import { type Language, sayMonth } from '../../shared/promises/say';
import { capitalized } from './service-level';
import { Day, type Look, lookOf, type Showing, SIZE } from './year-day';

interface YearPlotProps extends Showing {
  readonly year: number;
  /** Every date of the year. */
  readonly days: readonly CalendarDay[];
}

interface Manner {
  readonly title: (year: number) => string;
  readonly description: (open: number, holidays: number, closed: number) => string;
}

const MANNERS: Readonly<Record<Language, Manner>> = {
  nb: {
    title: (year) => `Året ${year} dag for dag`,
    description: (open, holidays, closed) =>
      `Tolv måneder, med et merke for hver dag. Åpne dager: ${open}. Helligdager: ${holidays}. Andre stengte dager utenom helgene: ${closed}.`,
  },
  en: {
    title: (year) => `The year ${year} day by day`,
    description: (open, holidays, closed) =>
      `Twelve months, with a mark for each day. Open days: ${open}. Public holidays: ${holidays}. Other closed days besides weekends: ${closed}.`,
  },
};

const PITCH = 20;
const COLUMNS = 3;
const HEAD = 26;
const MONTH = { width: 7 * PITCH, height: HEAD + 6 * PITCH };
const GAP = { x: 24, y: 18 };
const WIDTH = COLUMNS * (MONTH.width + GAP.x) - GAP.x;
const HEIGHT = (12 / COLUMNS) * (MONTH.height + GAP.y) - GAP.y;
const MARGIN = 3;

/**
 * A year as twelve months of days, to be seen at a glance: three months abreast, so that a day can still be told from
 * its neighbours on the narrowest screens. Its colours are the stylesheet's.
 */
export function YearPlot({ year, days, ...showing }: YearPlotProps): ReactNode {
  const [title, description] = [`year-${year}-title`, `year-${year}-description`];
  return (
    <svg
      className="year"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-MARGIN} 0 ${WIDTH + 2 * MARGIN} ${HEIGHT}`}
    >
      <title id={title}>{MANNERS[showing.language].title(year)}</title>
      <desc id={description}>{described(days, showing.language)}</desc>
      {MONTHS.map((month) => (
        <Month key={month} month={month} days={daysIn(month, days)} showing={showing} />
      ))}
    </svg>
  );
}

function described(days: readonly CalendarDay[], language: Language): string {
  const looks = days.map(lookOf);
  const count = (...wanted: Look[]) => looks.filter((look) => wanted.includes(look)).length;
  return MANNERS[language].description(count('open', 'short'), count('holiday'), count('closure'));
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

const daysIn = (month: number, days: readonly CalendarDay[]): CalendarDay[] =>
  days.filter(({ date }) => Number(date.slice(5, 7)) === month);

interface MonthProps {
  /** 1 is January. */
  readonly month: number;
  readonly days: readonly CalendarDay[];
  readonly showing: Showing;
}

function Month({ month, days, showing }: MonthProps): ReactNode {
  const [column, row] = [(month - 1) % COLUMNS, Math.floor((month - 1) / COLUMNS)];
  return (
    <g transform={`translate(${column * (MONTH.width + GAP.x)} ${row * (MONTH.height + GAP.y)})`}>
      <text className="month" y={15}>
        {capitalized(sayMonth(month, showing.language))}
      </text>
      {days.map((day) => (
        <Day key={day.date} day={day} {...placeOf(day.date)} showing={showing} />
      ))}
    </g>
  );
}

/** Weeks are rows, Mondays are on the left. */
function placeOf(date: LocalDate): { x: number; y: number } {
  const first = weekdayOf(dayOf(`${date.slice(0, 8)}01`));
  const place = first + Number(date.slice(8)) - 1;
  const margin = (PITCH - SIZE) / 2;
  return { x: (place % 7) * PITCH + margin, y: HEAD + Math.floor(place / 7) * PITCH + margin };
}
