import type { ReactNode } from 'react';
import { type CalendarDay, CLOSED } from '../../shared/promises/closed-days';
import type { LocalDate } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { type Language, sayDate } from '../../shared/promises/say';
import { hoursOfDayInWords } from './service-level';

/** How a day is drawn. Colour is never all that tells two apart: each has a shape of its own. */
export const LOOKS = ['open', 'short', 'weekend', 'holiday', 'closure'] as const;
export type Look = (typeof LOOKS)[number];

/** The side of a day, in the units of the picture. */
export const SIZE = 17;

/** What days are shown by, besides themselves. */
export interface Showing {
  readonly policy: Policy;
  readonly today: LocalDate;
  readonly language: Language;
}

export function lookOf(day: CalendarDay): Look {
  switch (day.is) {
    case 'open':
      return 'open';
    case 'other-hours':
      return day.isShorter ? 'short' : 'open';
    case 'closed':
      return closedLook(day);
  }
}

// A weekend within a closure stays a weekend: nobody would have answered anyway.
function closedLook({ because, isWeekday }: Extract<CalendarDay, { is: 'closed' }>): Look {
  if (because === 'holiday') return 'holiday';
  return isWeekday ? 'closure' : 'weekend';
}

interface DayProps {
  readonly day: CalendarDay;
  readonly x: number;
  readonly y: number;
  readonly showing: Showing;
}

export function Day({ day, x, y, showing }: DayProps): ReactNode {
  const look = lookOf(day);
  const name = nameOf(day, showing);
  return (
    <g className={look} transform={`translate(${x} ${y})`}>
      {name && <title>{name}</title>}
      <Shape look={look} />
      {day.date === showing.today && <Ring />}
      <DayNumber number={Number(day.date.slice(8))} />
    </g>
  );
}

/** A day as the legend shows it. */
export const Sample = ({ look }: { readonly look: Look | 'today' }): ReactNode => (
  <g className={look}>
    {look === 'today' ? <Ring /> : <Shape look={look} />}
    <DayNumber number={7} />
  </g>
);

const TODAY: Readonly<Record<Language, string>> = { nb: 'i dag', en: 'today' };

/** 'torsdag 2. april: skjærtorsdag'; an ordinary open day says nothing, unless it is today. */
function nameOf(day: CalendarDay, { policy, today, language }: Showing): string {
  const date = sayDate(day.date, language, { relativeTo: day.date });
  const said = day.date === today ? `${TODAY[language]}, ${date}` : date;
  switch (day.is) {
    case 'open':
      return day.date === today ? said : '';
    case 'other-hours':
      return `${said}: ${hoursOfDayInWords(day, policy, language)}`;
    case 'closed':
      return `${said}: ${day.because === 'weekday' ? CLOSED[language] : day.name[language]}`;
  }
}

const SQUARE = <rect width={SIZE} height={SIZE} rx={4} />;

/** A square for an open day, filled at its foot alone for a short one, struck out for a closure; a disc for a holiday. */
function Shape({ look }: { readonly look: Look }): ReactNode {
  const [middle, inset] = [SIZE / 2, SIZE - 3];
  switch (look) {
    case 'open':
      return SQUARE;
    case 'short':
      return withMark(`M0 ${inset - 1.4}H${SIZE}V${inset - 1}a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4z`);
    case 'weekend':
      return <circle cx={middle} cy={middle} r={1.6} />;
    case 'holiday':
      return <circle cx={middle} cy={middle} r={middle} />;
    case 'closure':
      return withMark(`M3 ${inset}L${inset} 3`);
  }
}

const withMark = (path: string): ReactNode => (
  <>
    {SQUARE}
    <path d={path} />
  </>
);

const Ring = (): ReactNode => <rect className="ring" x={-1.5} y={-1.5} width={SIZE + 3} height={SIZE + 3} rx={5.5} />;

const DayNumber = ({ number }: { readonly number: number }): ReactNode => (
  <text className="number" x={SIZE / 2} y={11.8} textAnchor="middle">
    {number}
  </text>
);
