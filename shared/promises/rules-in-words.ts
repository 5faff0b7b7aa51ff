import { beginInWords } from './begin-in-words';
import { sayDuration } from './duration';
import { neverCloses } from './hours-in-words';
import type { KindPolicy, Policy, Rule } from './policy';
import { calendarNamed } from './policy-calendar';
import type { Language } from './say';

interface Manner {
  readonly within: (time: string) => string;
  readonly openTime: (time: string) => string;
  readonly closeOf: Record<Extract<Rule, { closeOf: unknown }>['closeOf'], string>;
  readonly noDowntime: string;
  readonly downtime: (atMost: string, perQuarter: string, outside: string) => string;
  readonly times: (count: number) => string;
  readonly locale: string;
  readonly price: (amount: string) => string;
  readonly reopening: (days: number) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    within: (time) => `innen ${time}`,
    openTime: (time) => `${time} åpen tid`,
    closeOf: { 'day-of-receipt': 'samme dag', 'next-open-day': 'i løpet av neste åpne dag' },
    noDowntime: 'Vi stanser aldri tjenesten for vedlikehold.',
    downtime: (atMost, perQuarter, outside) =>
      `Må vi stanse tjenesten for vedlikehold, varer det høyst ${atMost}. Det skjer ${perQuarter}, og alltid utenom ${outside}. Faste tider for dette har vi ikke.`,
    times: (count) => (count === 1 ? 'høyst én gang i kvartalet' : `høyst ${count} ganger i kvartalet`),
    locale: 'nb-NO',
    price: (amount) => `${amount}\u00a0kr i timen uten mva.`,
    reopening: (days) =>
      days === 1
        ? 'Skriver dere til oss igjen innen neste arbeidsdag er over, åpner vi saken på nytt. Senere blir det en ny sak.'
        : `Skriver dere til oss igjen innen ${days} arbeidsdager etter at en sak er løst, åpner vi den på nytt. Senere blir det en ny sak.`,
  },
  en: {
    within: (time) => `within ${time}`,
    openTime: (time) => `${time} of open time`,
    closeOf: { 'day-of-receipt': 'the same day', 'next-open-day': 'in the course of the next open day' },
    noDowntime: 'We never stop the service for maintenance.',
    downtime: (atMost, perQuarter, outside) =>
      `Where we have to stop the service for maintenance, it is for ${atMost} at the most. This happens ${perQuarter}, and always outside ${outside}. We have no fixed times for it.`,
    times: (count) => `at most ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`} a quarter`,
    locale: 'en-GB',
    price: (amount) => `NOK\u00a0${amount} an hour, excluding VAT`,
    reopening: (days) =>
      days === 1
        ? 'Write to us again before the next working day is over, and we open the case again. After that it becomes a new case.'
        : `Write to us again within ${days} working days after a case is solved, and we open it again. After that it becomes a new case.`,
  },
};

/**
 * When a kind is begun: by its rules where the policy says that target and latest are told (P6, P16), else the
 * policy's own sentence, since the minutes and hours that were decided besides are nobody else's.
 */
export function ruleInWords(kind: KindPolicy, policy: Policy, language: Language): string {
  if (kind.said === 'none') return kind.sentence[language];
  const said = (rule: Rule) => limitInWords(rule, kind.calendar, policy, language);
  const [target, latest] = [said(kind.target), said(kind.latest)];
  return beginInWords(target === latest ? undefined : target, latest, language);
}

/** The three limits of planned downtime (P4). */
export function maintenanceInWords(policy: Policy, language: Language): string {
  const { noDowntime, downtime } = MANNERS[language];
  if (!hasDowntime(policy)) return noDowntime;
  const { atMost, outside } = policy.maintenance;
  const { name } = calendarNamed(outside, policy);
  return downtime(sayDuration(atMost)[language], timesAQuarterInWords(policy, language), name[language]);
}

/** 'høyst én gang i kvartalet', 'at most twice a quarter' (P4). */
export const timesAQuarterInWords = ({ maintenance }: Policy, language: Language): string =>
  MANNERS[language].times(maintenance.perQuarter);

/** Whether the limits leave any time for planned downtime. */
export const hasDowntime = (policy: Policy): boolean =>
  policy.maintenance.perQuarter > 0 && !isAlwaysOpen(policy.maintenance.outside, policy);

/** The consultant price: '1 250 kr i timen uten mva.', 'NOK 1,250 an hour, excluding VAT'. */
export function priceInWords({ vendor }: Policy, language: Language): string {
  const { locale, price } = MANNERS[language];
  const kroner = vendor.consultantOrePerHour / 100;
  const minimumFractionDigits = Number.isInteger(kroner) ? 0 : 2;
  return price(new Intl.NumberFormat(locale, { minimumFractionDigits }).format(kroner));
}

export const reopeningInWords = ({ reopenWithinWorkingDays }: Policy, language: Language): string =>
  MANNERS[language].reopening(reopenWithinWorkingDays);

function limitInWords(rule: Rule, calendar: string, policy: Policy, language: Language): string {
  const { within, openTime, closeOf } = MANNERS[language];
  if ('closeOf' in rule) return closeOf[rule.closeOf];
  const time = sayDuration(rule.within)[language];
  return within(isAlwaysOpen(calendar, policy) ? time : openTime(time));
}

function isAlwaysOpen(calendar: string, policy: Policy): boolean {
  const written = policy.calendars[calendar];
  return written !== undefined && neverCloses(written, policy);
}
