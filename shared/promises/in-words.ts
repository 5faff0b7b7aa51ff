import { beginInWords } from './begin-in-words';
import type { Commitment } from './commitment';
import type { Instant } from './instant';
import type { Policy, Rule } from './policy';
import { type Language, sayClock, sayDate, sayInstant, sayTime } from './say';
import { whyInWords } from './why-in-words';
import { zoneOf } from './zone';

export { sayDate, sayInstant } from './say';

export interface PromiseInWords {
  readonly promise: string;
  /** What may surprise: that we had closed, or close in between. */
  readonly why?: string;
}

/**
 * A promise as a customer is told it. Only where the policy says so are instants printed: 'normalt' and 'senest'
 * are words of P6 and P16, and the minutes and hours that we decided ourselves are nobody else's.
 * @param saidAt is what 'today' means; a target that has passed by then is not told.
 */
export function promiseInWords(
  commitment: Commitment,
  receivedAt: Instant,
  policy: Policy,
  language: Language,
  saidAt: Instant = commitment.basis.beginFrom ?? commitment.basis.from,
): PromiseInWords {
  const kind = policy.kinds[commitment.kind];
  if (kind.said === 'none') return { promise: kind.sentence[language] };
  // An inquiry that is told of too late is promised nothing that has passed.
  if (commitment.beginLatest <= saidAt) return { promise: MANNERS[language].soon };
  const promise = instantsInWords(commitment, kind.target, { policy, language, saidAt });
  const why = whyInWords(commitment, receivedAt, policy, language);
  return { promise, ...(why && { why }) };
}

interface Manner {
  readonly soon: string;
  readonly today: string;
  readonly on: (date: string) => string;
  readonly by: (instant: string) => string;
  readonly byTime: (clock: string) => string;
}

const MANNERS: Record<Language, Manner> = {
  nb: {
    soon: 'Vi begynner så snart vi kan.',
    today: 'i dag',
    on: (date) => date,
    by: (instant) => instant,
    byTime: (clock) => `innen kl. ${clock}`,
  },
  en: {
    soon: 'We begin as soon as we can.',
    today: 'today',
    on: (date) => `on ${date}`,
    by: (instant) => `by ${instant}`,
    byTime: (clock) => `by ${clock}`,
  },
};

interface Saying {
  readonly policy: Policy;
  readonly language: Language;
  readonly saidAt: Instant;
}

function instantsInWords({ beginTarget, beginLatest }: Commitment, rule: Rule, saying: Saying): string {
  const isTold = beginTarget < beginLatest && beginTarget > saying.saidAt;
  const target = isTold ? targetInWords(beginTarget, rule, saying) : undefined;
  return beginInWords(target, latestInWords(beginLatest, saying), saying.language);
}

// A day's close needs no time: «i dag» says it. A target that is counted in hours does.
function targetInWords(target: Instant, rule: Rule, { policy, language, saidAt }: Saying): string {
  const { today, on, byTime } = MANNERS[language];
  const { dateOf } = zoneOf(policy.timeZone);
  // A day may close at 24:00, when the next one has begun.
  const date = dateOf('within' in rule ? target : target - 1);
  const relativeTo = dateOf(saidAt);
  const day = date === relativeTo ? today : on(sayDate(date, language, { relativeTo }));
  return 'within' in rule ? `${day} ${byTime(sayClock(target, policy, language))}` : day;
}

function latestInWords(latest: Instant, { policy, language, saidAt }: Saying): string {
  const { today, by } = MANNERS[language];
  const { dateOf } = zoneOf(policy.timeZone);
  if (dateOf(latest) === dateOf(saidAt)) return `${today} ${sayTime(latest, policy, language)}`;
  return by(sayInstant(latest, policy, language, { relativeTo: saidAt }));
}
