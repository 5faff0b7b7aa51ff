import type { MailClass } from '../ticket/events';
import type { Ourselves } from './loop-signals';
import type { Mail } from './read';
import type { Receipt } from './receipt';

/**
 * Where a mail lands. `known`: on the ticket that it answers, if that lets it in (see `admit`), as a message or as a
 * note, which neither reopens nor answers anything. `unknown`: where no ticket takes it. What is parked waits, silent,
 * for a person to look.
 */
export interface Landing {
  readonly known: 'message' | 'note' | 'parked';
  readonly unknown: 'ticket' | 'parked';
}

export interface Facts {
  readonly mail: Mail;
  readonly receipt: Receipt;
  readonly own: Ourselves;
}

/** Whatever applies forbids an acknowledgement. */
export interface ClassificationRule {
  /** Its number, which never changes. */
  readonly rule: number;
  readonly class: MailClass;
  readonly lands: Landing;
  readonly reason: string;
  readonly applies: (facts: Facts) => boolean;
}

export const AS_MESSAGE: Landing = { known: 'message', unknown: 'ticket' };
export const AS_NOTE: Landing = { known: 'note', unknown: 'ticket' };
export const NOTED_OR_PARKED: Landing = { known: 'note', unknown: 'parked' };
export const PARKED: Landing = { known: 'parked', unknown: 'parked' };
/** A message where a token brings it in (rule 2 of `admit`), parked elsewhere. */
export const PARKED_UNLESS_LET_IN: Landing = { known: 'message', unknown: 'parked' };
