import { Fragment, type ReactNode } from 'react';
import { openNow } from '../../shared/promises/closed-days';
import { dateOf, dayOf } from '../../shared/promises/days';
import { closesForInWords, hoursInWords } from '../../shared/promises/hours-in-words';
import type { Instant } from '../../shared/promises/instant';
import { sayInstant, sayList, sayTime } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import { calendarsShown, capitalized, supportCalendar } from './service-level';
import { type InPage, type Pair, Pairs, Paragraphs, Section, type Shown } from './service-level-parts';

/** Whether we can be reached right now, and when again. */
export function OpenNow({ shown }: InPage): ReactNode {
  const { policy, now, language, words } = shown;
  const standing = openNow(policy, supportCalendar(policy), now);
  if (standing.open) {
    const { until } = standing;
    return (
      <p className="status open">{until === undefined ? words.open : words.openUntil(nearInWords(until, shown))}</p>
    );
  }
  const closed = sayList(
    standing.because.map((name) => name[language]),
    language,
  );
  return (
    <p className="status closed">
      {words.openAgain(nearInWords(standing.opensAt, shown))} {closed && <span>{words.meanwhile(closed)}</span>}
    </p>
  );
}

/** 'kl. 12.00', 'i morgen kl. 09.00', 'mandag 27. juli kl. 09.00'. */
function nearInWords(t: Instant, { policy, now, language, words }: Shown): string {
  const zone = zoneOf(policy.timeZone);
  const [date, today] = [zone.dateOf(t), zone.dateOf(now)];
  const time = sayTime(t, policy, language);
  if (date === today) return time;
  if (date === dateOf(dayOf(today) + 1)) return `${words.tomorrow} ${time}`;
  return words.on(sayInstant(t, policy, language, { relativeTo: now }));
}

export function HoursSection({ shown }: InPage): ReactNode {
  const { policy, language, words } = shown;
  return (
    <Section id="hours" title={words.hours}>
      <Paragraphs texts={policy.published.support} language={language} />
      {calendarsShown(policy).map((calendar) => (
        <CalendarHours key={calendar} calendar={calendar} shown={shown} />
      ))}
    </Section>
  );
}

function CalendarHours({ calendar, shown }: InPage & { readonly calendar: string }): ReactNode {
  const { policy, language, words } = shown;
  const written = policy.calendars[calendar];
  if (!written) return null;
  const closed = sayList(closesForInWords(written, policy, language), language);
  return (
    <Fragment>
      <h3>{capitalized(written.name[language])}</h3>
      <Pairs pairs={hoursInWords(written, language).map(({ days, times }): Pair => [capitalized(days), times])} />
      {closed && <p className="aside">{words.closedFor(closed)}</p>}
    </Fragment>
  );
}
