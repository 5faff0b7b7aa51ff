import type { MailClass } from '../ticket/events';
import { AS_MESSAGE, type Landing } from './classification';
import { classificationRules } from './classification-rules';
import type { Ourselves } from './loop-signals';
import type { Mail } from './read';
import type { Receipt } from './receipt';

export type { Ourselves } from './loop-signals';
export type { Receipt, Verdict } from './receipt';

export interface Classification {
  readonly class: MailClass;
  /** Why, in words for an agent. */
  readonly reason: string;
  readonly lands: Landing;
  /** Whether an acknowledgement may be sent, if it opens a ticket. */
  readonly acknowledge: boolean;
  /** The numbers of all rules that apply, the one that says the class first. */
  readonly rules: readonly number[];
}

/** A machine that we know says by its headers that it is one; whoever speaks through it is a person. */
export const SPOKEN_THROUGH = {
  class: 'human',
  reason: 'a machine that we know speaks for somebody',
  lands: AS_MESSAGE,
} as const satisfies Partial<Classification>;

/**
 * What kind of mail arrived. The first rule that applies says the class; each that applies can keep the mail further
 * from the people and forbids an acknowledgement. A mail that no rule knows is a person's.
 */
export function classify(mail: Mail, receipt: Receipt, own: Ourselves): Classification {
  const applying = classificationRules.filter(({ applies }) => applies({ mail, receipt, own }));
  const [first] = applying;
  return {
    class: first?.class ?? 'human',
    reason: first?.reason ?? 'nothing speaks against a person',
    lands: applying.map(({ lands }) => lands).reduce(stricter, AS_MESSAGE),
    acknowledge: applying.length === 0,
    rules: [...new Set(applying.map(({ rule }) => rule))],
  };
}

const KNOWN = ['message', 'note', 'parked'] as const;
const UNKNOWN = ['ticket', 'parked'] as const;

const stricter = (one: Landing, other: Landing): Landing => ({
  known: later(KNOWN, one.known, other.known),
  unknown: later(UNKNOWN, one.unknown, other.unknown),
});

const later = <T>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(other) > order.indexOf(one) ? other : one;
