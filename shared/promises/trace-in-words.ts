import type { Basis } from './commitment';
import { sayDuration, saySpan } from './duration';
import type { Instant } from './instant';
import type { Policy } from './policy';
import { calendarNamed } from './policy-calendar';
import { type Language, sayInstant, type Words } from './say';
import type { Step, TracedPause } from './trace';
import { zoneOf } from './zone';

interface Manner {
  readonly label: Record<Step['instant'], string>;
  readonly receipt: string;
  readonly newFacts: string;
  readonly reopening: string;
  readonly within: (time: string, since: string) => string;
  readonly sameDay: string;
  readonly dayWasOver: string;
  readonly nextDay: (since: string) => string;
  readonly unknown: string;
  readonly used: (time: string, version: string) => string;
  readonly earlierStood: (ruled: string) => string;
  readonly doneStands: (ruled: string) => string;
  readonly paused: (from: string, to: string) => string;
  readonly standsStill: (from: string, left: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    label: { beginTarget: 'Normalt', beginLatest: 'Senest', managementAt: 'Ledelsen varsles' },
    receipt: 'mottak',
    newFacts: 'nye opplysninger',
    reopening: 'gjenåpning',
    within: (time, since) => `${time} åpen tid etter ${since}`,
    sameDay: 'stengetid samme dag',
    dayWasOver: 'stengetid neste åpne dag, siden dagen var over eller det var stengt',
    nextDay: (since) => `stengetid første åpne dag etter ${since}`,
    unknown: 'ikke så lenge klokken står',
    used: (time, version) => ` Av tiden var ${time} alt brukt etter versjon ${version}.`,
    earlierStood: (ruled) => ` Regelen ga ${ruled}, men det tidligere tidspunktet var alt lovet og står ved lag.`,
    doneStands: (ruled) => ` Regelen ga ${ruled}, men det som alt var gjort eller brutt, står ved lag.`,
    paused: (from, to) => ` Klokken sto fra ${from} til ${to}.`,
    standsStill: (from, left) => ` Klokken har stått siden ${from}; da gjensto ${left} åpen tid.`,
  },
  en: {
    label: { beginTarget: 'Normally', beginLatest: 'At the latest', managementAt: 'Management is told' },
    receipt: 'receipt',
    newFacts: 'the new facts',
    reopening: 'the reopening',
    within: (time, since) => `${time} of open time after ${since}`,
    sameDay: 'the close of the same day',
    dayWasOver: 'the close of the next open day, since the day was over or closed',
    nextDay: (since) => `the close of the first open day after ${since}`,
    unknown: 'not while the clock stands still',
    used: (time, version) => ` Of that, ${time} had been used under version ${version}.`,
    earlierStood: (ruled) => ` The rule gave ${ruled}, but the earlier instant was promised already and stands.`,
    doneStands: (ruled) => ` The rule gave ${ruled}, but what was done or missed already stands.`,
    paused: (from, to) => ` The clock stood still from ${from} to ${to}.`,
    standsStill: (from, left) => ` The clock has stood still since ${from}, when ${left} of open time were left.`,
  },
};

/** 'Senest (P6): stengetid første åpne dag etter mottak (vanlig arbeidstid), tirsdag 13. januar 2026 kl. 16.00.' */
export function stepInWords(step: Omit<Step, 'words'>, basis: Basis, policy: Policy): Words {
  const { name } = calendarNamed(step.calendar, policy);
  const sentence = (language: Language): string => {
    const { label, unknown } = MANNERS[language];
    const how = ruleInWords(step, basis.because, policy, language);
    const when = step.to === undefined ? unknown : sayInstant(step.to, policy, language);
    const first = `${label[step.instant]} (${step.promise}): ${how} (${name[language]}), ${when}.`;
    return first + changesInWords(step, basis, policy, language);
  };
  return { nb: sentence('nb'), en: sentence('en') };
}

function ruleInWords(step: Omit<Step, 'words'>, because: Basis['because'], policy: Policy, language: Language): string {
  const { within, sameDay, dayWasOver, nextDay } = MANNERS[language];
  const { rule } = step;
  const since = sinceWhen(because, language);
  if ('within' in rule) return within(sayDuration(rule.within)[language], since);
  switch (rule.closeOf) {
    case 'day-of-receipt':
      return isSameDay(step, policy) ? sameDay : dayWasOver;
    case 'next-open-day':
      return nextDay(since);
  }
}

function sinceWhen(because: Basis['because'], language: Language): string {
  const { receipt, newFacts, reopening } = MANNERS[language];
  if (because === 'new-facts') return newFacts;
  return because === 'reopened' ? reopening : receipt;
}

type Ruled = Pick<Step, 'from' | 'ruled'>;

function isSameDay({ from, ruled }: Ruled, { timeZone }: Policy): boolean {
  const { dateOf } = zoneOf(timeZone);
  return dateOf(from) === dateOf(ruled);
}

/** What has moved the instant since the rule gave it. */
function changesInWords(step: Omit<Step, 'words'>, { settled }: Basis, policy: Policy, language: Language): string {
  const { used, earlierStood, doneStands } = MANNERS[language];
  const { goingOn, stood, ruled, pauses, rule } = step;
  const said = sayInstant(ruled, policy, language);
  const isSettled = stood !== undefined && settled?.[step.instant] === stood;
  return [
    goingOn && 'within' in rule ? used(saySpan(goingOn.used)[language], goingOn.under) : '',
    ...(stood === undefined ? [] : [isSettled ? doneStands(said) : earlierStood(said)]),
    ...pauses.map((pause) => pauseInWords(pause, policy, language)),
  ].join('');
}

function pauseInWords({ from, to, left }: TracedPause, policy: Policy, language: Language): string {
  const { paused, standsStill } = MANNERS[language];
  const say = (t: Instant) => sayInstant(t, policy, language);
  return to === undefined ? standsStill(say(from), saySpan(left)[language]) : paused(say(from), say(to));
}
