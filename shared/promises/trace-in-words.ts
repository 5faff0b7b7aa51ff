import type { Basis } from './commitment';
import { sayDuration } from './duration';
import type { Instant } from './instant';
import type { Policy, Rule } from './policy';
import { calendarNamed } from './policy-calendar';
import { type Language, sayInstant, type Words } from './say';
import type { Step } from './trace';
import { zoneOf } from './zone';

interface Manner {
  readonly label: Record<Step['instant'], string>;
  readonly receipt: string;
  readonly newFacts: string;
  readonly within: (time: string, since: string) => string;
  readonly sameDay: string;
  readonly dayWasOver: string;
  readonly nextDay: (since: string) => string;
  readonly earlierStood: (ruled: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    label: { beginTarget: 'Normalt', beginLatest: 'Senest', managementAt: 'Ledelsen varsles' },
    receipt: 'mottak',
    newFacts: 'nye opplysninger',
    within: (time, since) => `${time} åpen tid etter ${since}`,
    sameDay: 'stengetid samme dag',
    dayWasOver: 'stengetid neste åpne dag, siden dagen var over eller det var stengt',
    nextDay: (since) => `stengetid første åpne dag etter ${since}`,
    earlierStood: (ruled) => ` Regelen ga ${ruled}, men det tidligere tidspunktet var alt lovet og står ved lag.`,
  },
  en: {
    label: { beginTarget: 'Normally', beginLatest: 'At the latest', managementAt: 'Management is told' },
    receipt: 'receipt',
    newFacts: 'the new facts',
    within: (time, since) => `${time} of open time after ${since}`,
    sameDay: 'the close of the same day',
    dayWasOver: 'the close of the next open day, since the day was over or closed',
    nextDay: (since) => `the close of the first open day after ${since}`,
    earlierStood: (ruled) => ` The rule gave ${ruled}, but the earlier instant was promised already and stands.`,
  },
};

/** 'Senest (P6): stengetid første åpne dag etter mottak (vanlig arbeidstid), tirsdag 13. januar 2026 kl. 16.00.' */
export function stepInWords(step: Omit<Step, 'words'>, rule: Rule, because: Basis['because'], policy: Policy): Words {
  const { name } = calendarNamed(step.calendar, policy);
  const sentence = (language: Language): string => {
    const { label, receipt, newFacts, earlierStood } = MANNERS[language];
    const say = (t: Instant) => sayInstant(t, policy, language);
    const how = ruleInWords(step, rule, because === 'new-facts' ? newFacts : receipt, policy, language);
    const first = `${label[step.instant]} (${step.promise}): ${how} (${name[language]}), ${say(step.to)}.`;
    return step.to < step.ruled ? first + earlierStood(say(step.ruled)) : first;
  };
  return { nb: sentence('nb'), en: sentence('en') };
}

type Reckoned = Pick<Step, 'from' | 'ruled'>;

function ruleInWords(step: Reckoned, rule: Rule, since: string, policy: Policy, language: Language): string {
  const manner = MANNERS[language];
  if ('within' in rule) return manner.within(sayDuration(rule.within)[language], since);
  switch (rule.closeOf) {
    case 'day-of-receipt':
      return isSameDay(step, policy) ? manner.sameDay : manner.dayWasOver;
    case 'next-open-day':
      return manner.nextDay(since);
  }
}

function isSameDay({ from, ruled }: Reckoned, { timeZone }: Policy): boolean {
  const { dateOf } = zoneOf(timeZone);
  return dateOf(from) === dateOf(ruled);
}
