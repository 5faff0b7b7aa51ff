import type { PlannedDowntime } from '../../shared/desk/ports';
import { type ClosedDays, exceptionsAmong, type OtherHours } from '../../shared/promises/closed-days';
import type { Instant } from '../../shared/promises/instant';
import type { Policies } from '../../shared/promises/policies';
import type { Policy } from '../../shared/promises/policy';
import type { Language } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import { type ContentLine, dayAfter, escaped, icalendar, writeDate, writeInstant } from './icalendar';
import { hoursOfDayInWords, yearsShown } from './service-level';

/** Planned maintenance, in the words of whoever planned it. */
export type AnnouncedDowntime = Pick<PlannedDowntime, 'id' | 'startsAt' | 'endsAt' | 'what'>;

const nb = {
  calendar: (vendor: string) => `${vendor}: stengte dager og vedlikehold`,
  closed: (vendor: string, why?: string) => (why ? `Stengt hos ${vendor}: ${why}` : `Stengt hos ${vendor}`),
  otherHours: (vendor: string, hours: string) => `Andre åpningstider hos ${vendor}: ${hours}`,
  maintenance: (vendor: string, what: string) => `Planlagt vedlikehold hos ${vendor}: ${what}`,
};

const en: typeof nb = {
  calendar: (vendor) => `${vendor}: closed days and maintenance`,
  closed: (vendor, why) => (why ? `${vendor} is closed: ${why}` : `${vendor} is closed`),
  otherHours: (vendor, hours) => `${vendor} has other hours: ${hours}`,
  maintenance: (vendor, what) => `Planned maintenance at ${vendor}: ${what}`,
};

const WORDS: Readonly<Record<Language, typeof nb>> = { nb, en };

interface Feeding {
  readonly policy: Policy;
  readonly language: Language;
}

/**
 * The closed days of this and the next year, and planned downtime, as iCalendar. The same versions in the same
 * year give the same octets, so that whoever subscribes fetches nothing anew.
 */
export function calendarFeed(
  policies: Policies,
  now: Instant,
  language: Language,
  maintenance: readonly AnnouncedDowntime[] = [],
): string {
  const policy = policies.inForce(now);
  const feeding = { policy, language };
  const exceptions = yearsShown(policies, now).flatMap(({ days }) => exceptionsAmong(days));
  return icalendar({
    product: `-//${policy.vendor.name}//${policy.version}//${language.toUpperCase()}`,
    name: WORDS[language].calendar(policy.vendor.name),
    language,
    events: [
      ...exceptions.map((found) => exceptionEvent(found, feeding)),
      ...maintenance.map((downtime) => downtimeEvent(downtime, feeding)),
    ],
  });
}

function exceptionEvent(found: ClosedDays | OtherHours, { policy, language }: Feeding): ContentLine[] {
  const words = WORDS[language];
  const { name: vendor } = policy.vendor;
  if (found.is === 'other-hours') {
    const summary = words.otherHours(vendor, hoursOfDayInWords(found, policy, language));
    return allDay(`hours-${found.date}`, found.date, found.date, summary, policy);
  }
  const { first, last, because, name } = found;
  const summary = words.closed(vendor, because === 'special-hours' ? undefined : name[language]);
  return allDay(`closed-${first}`, first, last, summary, policy);
}

// The end of an event is not part of it: it is the day after the last.
const allDay = (id: string, first: string, last: string, summary: string, policy: Policy): ContentLine[] => [
  ...headOf(id, policy),
  `DTSTART;VALUE=DATE:${writeDate(first)}`,
  `DTEND;VALUE=DATE:${writeDate(dayAfter(last))}`,
  ...tailOf(summary),
];

const downtimeEvent = (
  { id, startsAt, endsAt, what }: AnnouncedDowntime,
  { policy, language }: Feeding,
): ContentLine[] => [
  ...headOf(`maintenance-${id}`, policy),
  `DTSTART:${writeInstant(startsAt)}`,
  `DTEND:${writeInstant(endsAt)}`,
  ...tailOf(WORDS[language].maintenance(policy.vendor.name, what)),
];

function headOf(id: string, { effectiveFrom, timeZone, vendor }: Policy): ContentLine[] {
  const stampedAt = zoneOf(timeZone).instantOf(effectiveFrom, '00:00');
  return [`UID:${escaped(`${id}@${slug(vendor.name)}`)}`, `DTSTAMP:${writeInstant(stampedAt)}`];
}

// Nobody's appointment is taken up by our closed days.
const tailOf = (summary: string): ContentLine[] => [`SUMMARY:${escaped(summary)}`, 'TRANSP:TRANSPARENT'];

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
