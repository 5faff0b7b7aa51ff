import type { ReactNode } from 'react';
import { type ClosedDays, exceptionsAmong, type OtherHours } from '../../shared/promises/closed-days';
import type { LocalDate } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { type Language, sayDate, sayDates } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import { capitalized, feedPath, hoursOfDayInWords, supportCalendar, type YearShown } from './service-level';
import { type InPage, type Pair, Pairs, Section, type Shown } from './service-level-parts';
import { YearLegend } from './year-legend';
import { YearPlot } from './year-plot';

/** Whether this or the next year has a day that is unlike an ordinary week. */
export const hasClosedDays = ({ years }: Shown): boolean => years.some(({ days }) => exceptionsAmong(days).length > 0);

/** This and the next year as pictures and as dates. */
export function ClosedDaysSection({ shown }: InPage): ReactNode {
  const { policy, years, language, words } = shown;
  return (
    <Section id="closed-days" title={words.closedDays}>
      <YearLegend years={years} calendar={supportCalendar(policy)} policy={policy} language={language} />
      <div className="years">
        {years.map((year) => (
          <Year key={year.year} of={year} shown={shown} />
        ))}
      </div>
      <Subscribe shown={shown} />
    </Section>
  );
}

export const Subscribe = ({ shown: { policy, language, words } }: InPage): ReactNode => (
  <p className="subscribe">
    <a href={feedPath(policy, language)}>{words.subscribe}</a> <span>{words.subscribeHow}</span>
  </p>
);

function Year({ of: { year, days }, shown }: InPage & { readonly of: YearShown }): ReactNode {
  const { policy, now, language, words } = shown;
  const pairs = exceptionsAmong(days).map((found) => exceptionInWords(found, policy, language));
  const today = zoneOf(policy.timeZone).dateOf(now);
  return (
    <div>
      <h3>{year}</h3>
      <YearPlot year={year} days={days} policy={policy} today={today} language={language} />
      {pairs.length > 0 ? <Pairs pairs={pairs} /> : <p>{words.noClosedDays}</p>}
    </div>
  );
}

/** ['Torsdag 2. april', 'Skjærtorsdag'], ['13.–24. juli', 'Sommerferien (uke 29 og 30)']. */
function exceptionInWords(found: ClosedDays | OtherHours, policy: Policy, language: Language): Pair {
  if (found.is === 'other-hours') {
    return [datesInWords(found.date, found.date, language), capitalized(hoursOfDayInWords(found, policy, language))];
  }
  const { first, last, name, weeks } = found;
  const named = capitalized(name[language]);
  return [datesInWords(first, last, language), weeks ? `${named} (${weeks[language]})` : named];
}

function datesInWords(first: LocalDate, last: LocalDate, language: Language): string {
  const near = { relativeTo: first };
  return capitalized(first === last ? sayDate(first, language, near) : sayDates(first, last, language, near));
}
