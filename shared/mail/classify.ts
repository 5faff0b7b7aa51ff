import { classificationRules, type MailClass, type Receipt } from './classification-rules';
import type { Ourselves } from './loop-signals';
import type { Mail } from './read';

export type { MailClass, Receipt, Verdict } from './classification-rules';
export type { Ourselves } from './loop-signals';

export interface Classification {
  readonly class: MailClass;
  /** Why, in words for an agent. */
  readonly reason: string;
  /** Whether an acknowledgement may be sent. */
  readonly acknowledge: boolean;
}

/**
 * What kind of mail arrived. The first rule that applies says the class; every rule that applies can forbid an
 * acknowledgement. A mail that no rule knows is a person's.
 */
export function classify(mail: Mail, receipt: Receipt, own: Ourselves): Classification {
  const applying = classificationRules.filter(({ applies }) => applies({ mail, receipt, own }));
  const [first] = applying;
  return {
    class: first?.class ?? 'human',
    reason: first?.reason ?? 'nothing speaks against a person',
    acknowledge: applying.every(({ acknowledge }) => acknowledge),
  };
}
