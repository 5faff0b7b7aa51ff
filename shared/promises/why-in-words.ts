import type { Commitment } from './commitment';
import { datesBetween, dayOf } from './days';
import type { Instant, LocalDate } from './instant';
import { yearAndWeekOf } from './iso-week';
import type { Policy } from './policy';
import { calendarNamed, type DayOff, isClosure, type PolicyCalendar } from './policy-calendar';
import { type Language, sayDate, sayDates, sayDay, sayList, sayTime, sayWeeks } from './say';

interface Manner {
  readonly afterClose: (time: string) => string;
  readonly closedOn: (date: string) => string;
  readonly during: (closed: string) => string;
  readonly between: (closed: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    afterClose: (time) => `Vi fikk henvendelsen etter stengetid ${time}.`,
    closedOn: (date) => `Vi fikk henvendelsen ${date}, og da har vi stengt.`,
    during: (closed) => `Vi fikk henvendelsen mens vi har stengt: ${closed}.`,
    between: (closed) => `Stengt i mellomtiden: ${closed}.`,
  },
  en: {
    afterClose: (time) => `Your message reached us after we had closed ${time}.`,
    closedOn: (date) => `Your message reached us on ${date}, when we are closed.`,
    during: (closed) => `Your message reached us while we are closed: ${closed}.`,
    between: (closed) => `Closed in the meantime: ${closed}.`,
  },
};

/** Closed days of one reason, one after the other but for days that are never open. */
interface Closed {
  readonly off: DayOff;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** Why a promise is not sooner, where that may surprise; else nothing. Weekends in between surprise nobody. */
export function whyInWords(commitment: Commitment, receivedAt: Instant, policy: Policy, language: Language): string {
  const { basis, beginLatest, kind } = commitment;
  const named = calendarNamed(policy.kinds[kind].calendar, policy);
  const { dateOf } = named.calendar;
  const { beginFrom: from = basis.from } = basis;
  // A day may close at 24:00, when the next one has begun.
  const closed = closedBetween(dateOf(from), dateOf(beginLatest - 1), named);
  const list = sayList(
    closed.map((days) => closedInWords(days, language, dateOf(from))),
    language,
  );
  const { during, between } = MANNERS[language];
  const isReceipt = from === receivedAt;
  if (isReceipt && closed[0]?.first === dateOf(receivedAt)) return during(list);
  const receipt = isReceipt ? receiptInWords(receivedAt, named, policy, language) : [];
  return [...receipt, ...(list ? [between(list)] : [])].join(' ');
}

function receiptInWords(
  receivedAt: Instant,
  { calendar, dayOff }: PolicyCalendar,
  policy: Policy,
  language: Language,
): string[] {
  const { afterClose, closedOn } = MANNERS[language];
  const date = calendar.dateOf(receivedAt);
  const off = dayOff(date);
  if (off) return [closedOn(dayOffInWords(off, date, language))];
  const close = calendar.closeOn(date);
  return close !== undefined && receivedAt >= close ? [afterClose(sayTime(close, policy, language))] : [];
}

// The day of receipt is told of on its own, unless it lies in a closure: that is told of as a whole.
function closedBetween(first: LocalDate, last: LocalDate, named: PolicyCalendar): Closed[] {
  const off = named.dayOff(first);
  const dates = datesBetween(first, last);
  return closedAmong(off && isClosure(off.because) ? dates : dates.slice(1), named);
}

function closedAmong(dates: readonly LocalDate[], { dayOff, isWeekday }: PolicyCalendar): Closed[] {
  const closed: Closed[] = [];
  let before: DayOff | undefined;
  for (const date of dates.filter(isWeekday)) {
    const off = dayOff(date);
    const goesOn = off && off.nb === before?.nb ? closed.pop() : undefined;
    if (off) closed.push({ off, first: goesOn?.first ?? date, last: date });
    before = off;
  }
  return closed;
}

/** 'langfredag 3. april', 'uke 29 og 30 (13.–24. juli)', 'uke 30 (20.–24. juli)', 'romjulen 28.–31. desember'. */
function closedInWords({ off, first, last }: Closed, language: Language, relativeTo: LocalDate): string {
  const dates = sayDates(first, last, language, { relativeTo });
  switch (off.because) {
    case 'weeks':
      return `${sayWeeks(weeksFrom(first, last))[language]} (${dates})`;
    case 'holiday':
    case 'dates':
      return `${off[language]} ${dates}`;
    case 'weekday':
    case 'special-hours':
      return dates;
  }
}

const weeksFrom = (first: LocalDate, last: LocalDate): number[] => [
  ...new Set(datesBetween(first, last).map((date) => yearAndWeekOf(dayOf(date)).week)),
];

function dayOffInWords(off: DayOff, date: LocalDate, language: Language): string {
  const near = { relativeTo: date };
  return off.because === 'holiday' ? `${off[language]} ${sayDay(date, language, near)}` : sayDate(date, language, near);
}
