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
  readonly firstReceipt: string;
  readonly newFacts: string;
  readonly reopening: string;
  readonly within: (time: string, since: string) => string;
  readonly sameDay: string;
  readonly dayWasOver: string;
  readonly nextDay: (since: string) => string;
  readonly tooLate: (version: string) => string;
  readonly unknown: string;
  readonly used: (time: string, version: string) => string;
  readonly earlierStood: (ruled: string) => string;
  readonly doneStands: (ruled: string) => string;
  readonly goesOn: string;
  readonly paused: (from: string, to: string) => string;
  readonly standsStill: (from: string, left: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    label: { beginTarget: 'Normalt', beginLatest: 'Senest', managementAt: 'Ledelsen varsles' },
    receipt: 'mottak',
    firstReceipt: 'mottak av den første av sakene',
    newFacts: 'nye opplysninger',
    reopening: 'gjenåpning',
    within: (time, since) => `${time} åpen tid etter ${since}`,
    sameDay: 'stengetid samme dag',
    dayWasOver: 'stengetid neste åpne dag, siden dagen var over eller det var stengt',
    nextDay: (since) => `stengetid første åpne dag etter ${since}`,
    tooLate: (version) => `fristen var ute da versjon ${version} ble tatt i bruk`,
    unknown: 'ikke så lenge klokken står',
    used: (time, version) => ` Av tiden var ${time} alt brukt etter versjon ${version}.`,
    earlierStood: (ruled) => ` Regelen ga ${ruled}, men det tidligere tidspunktet var alt lovet og står ved lag.`,
    doneStands: (ruled) => ` Regelen ga ${ruled}, men det som alt var gjort eller brutt, står ved lag.`,
    goesOn: ' Klokken går videre som før gjenåpningen.',
    paused: (from, to) => ` Klokken sto fra ${from} til ${to}.`,
    standsStill: (from, left) => ` Klokken har stått siden ${from}; da gjensto ${left} åpen tid.`,
  },
  en: {
    label: { beginTarget: 'Normally', beginLatest: 'At the latest', managementAt: 'Management is told' },
    receipt: 'receipt',
    firstReceipt: 'receipt of the first of the cases',
    newFacts: 'the new facts',
    reopening: 'the reopening',
    within: (time, since) => `${time} of open time after ${since}`,
    sameDay: 'the close of the same day',
    dayWasOver: 'the close of the next open day, since the day was over or closed',
    nextDay: (since) => `the close of the first open day after ${since}`,
    tooLate: (version) => `the time was up when version ${version} was applied`,
    unknown: 'not while the clock stands still',
    used: (time, version) => ` Of that, ${time} had been used under version ${version}.`,
    earlierStood: (ruled) => ` The rule gave ${ruled}, but the earlier instant was promised already and stands.`,
    doneStands: (ruled) => ` The rule gave ${ruled}, but what was done or missed already stands.`,
    goesOn: ' The clock goes on as before the reopening.',
    paused: (from, to) => ` The clock stood still from ${from} to ${to}.`,
    standsStill: (from, left) => ` The clock has stood still since ${from}, when ${left} of open time were left.`,
  },
};

/** 'Senest (P6): stengetid første åpne dag etter mottak (vanlig arbeidstid), tirsdag 13. januar 2026 kl. 16.00.' */
export function stepInWords(step: Omit<Step, 'words'>, basis: Basis, policy: Policy): Words {
  const { name } = calendarNamed(step.calendar, policy);
  const sentence = (language: Language): string => {
    const { label, unknown } = MANNERS[language];
    const how = ruleInWords(step, basis, policy, language);
    const when = step.to === undefined ? unknown : sayInstant(step.to, policy, language);
    const first = `${label[step.instant]} (${step.promise}): ${how} (${name[language]}), ${when}.`;
    return first + changesInWords(step, basis, policy, language);
  };
  return { nb: sentence('nb'), en: sentence('en') };
}

function ruleInWords(step: Omit<Step, 'words'>, basis: Basis, policy: Policy, language: Language): string {
  const { within, sameDay, dayWasOver, nextDay, tooLate } = MANNERS[language];
  const { rule, goingOn, ruled } = step;
  const since = sinceWhen(step, basis, language);
  if ('within' in rule) return within(sayDuration(rule.within)[language], since);
  // The close had passed, and nothing becomes due before the version was applied.
  if (goingOn?.at === ruled) return tooLate(policy.version);
  switch (rule.closeOf) {
    case 'day-of-receipt':
      return isSameDay(step, policy) ? sameDay : dayWasOver;
    case 'next-open-day':
      return nextDay(since);
  }
}

function sinceWhen({ from }: Pick<Step, 'from'>, { because, beginFrom }: Basis, language: Language): string {
  const { receipt, firstReceipt, newFacts, reopening } = MANNERS[language];
  if (from === beginFrom) return reopening;
  if (because === 'first-receipt') return firstReceipt;
  return because === 'new-facts' ? newFacts : receipt;
}

type Ruled = Pick<Step, 'from' | 'ruled'>;

function isSameDay({ from, ruled }: Ruled, { timeZone }: Policy): boolean {
  const { dateOf } = zoneOf(timeZone);
  // A day may close at 24:00, when the next one has begun.
  return dateOf(from) === dateOf(ruled - 1);
}

/** What has moved the instant since the rule gave it. */
function changesInWords(step: Omit<Step, 'words'>, basis: Basis, policy: Policy, language: Language): string {
  const { goingOn, pauses, rule } = step;
  return [
    goingOn && 'within' in rule ? MANNERS[language].used(saySpan(goingOn.used)[language], goingOn.under) : '',
    stoodInWords(step, basis, policy, language),
    ...pauses.map((pause) => pauseInWords(pause, policy, language)),
  ].join('');
}

function stoodInWords(
  { instant, stood, ruled }: Omit<Step, 'words'>,
  { because, settled }: Basis,
  policy: Policy,
  language: Language,
): string {
  const { earlierStood, doneStands, goesOn } = MANNERS[language];
  if (because === 'reopened' && instant === 'managementAt') return goesOn;
  if (stood === undefined) return '';
  const said = sayInstant(ruled, policy, language);
  return settled?.[instant] === stood ? doneStands(said) : earlierStood(said);
}

function pauseInWords({ from, to, left }: TracedPause, policy: Policy, language: Language): string {
  const { paused, standsStill } = MANNERS[language];
  const say = (t: Instant) => sayInstant(t, policy, language);
  return to === undefined ? standsStill(say(from), saySpan(left)[language]) : paused(say(from), say(to));
}
