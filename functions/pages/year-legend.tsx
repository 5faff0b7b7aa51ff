import type { ReactNode } from 'react';
import type { Policy } from '../../shared/promises/policy';
import type { Language } from '../../shared/promises/say';
import type { YearShown } from './service-level';
import { LOOKS, type Look, lookOf, Sample, SIZE } from './year-day';

type Meaning = Look | 'other-weekday' | 'today';

const NAMES: Readonly<Record<Language, Readonly<Record<Meaning, string>>>> = {
  nb: {
    open: 'Åpent',
    short: 'Kortere åpningstid',
    weekend: 'Helg',
    'other-weekday': 'Fast stengt',
    holiday: 'Helligdag',
    closure: 'Stengt',
    today: 'I dag',
  },
  en: {
    open: 'Open',
    short: 'Shorter hours',
    weekend: 'Weekend',
    'other-weekday': 'Regularly closed',
    holiday: 'Public holiday',
    closure: 'Closed',
    today: 'Today',
  },
};

export interface YearLegendProps {
  readonly years: readonly YearShown[];
  /** A calendar's name in the policy. */
  readonly calendar: string;
  readonly policy: Policy;
  readonly language: Language;
}

/** What the marks of the years mean; only those that occur. */
export function YearLegend({ years, calendar, policy, language }: YearLegendProps): ReactNode {
  const found = new Set<Look | 'today'>(years.flatMap(({ days }) => days).map(lookOf));
  const looks = [...LOOKS, 'today' as const].filter((look) => look === 'today' || found.has(look));
  return (
    <ul className="legend">
      {looks.map((look) => (
        <li key={look}>
          <svg className="year" viewBox={`-3 -3 ${SIZE + 6} ${SIZE + 6}`} aria-hidden="true">
            <Sample look={look} />
          </svg>
          {NAMES[language][meaningOf(look, policy.calendars[calendar])]}
        </li>
      ))}
    </ul>
  );
}

function meaningOf(look: Look | 'today', calendar: Policy['calendars'][string] | undefined): Meaning {
  const { mon, tue, wed, thu, fri } = calendar?.hours ?? {};
  const isOpenAllWeek = [mon, tue, wed, thu, fri].every((hours) => hours?.length);
  return look === 'weekend' && !isOpenAllWeek ? 'other-weekday' : look;
}
