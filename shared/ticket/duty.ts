import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import type { Crew } from './roster';

/** What the clock is read with: the instant, the promise, and who could be called. */
export interface Clock extends Crew {
  readonly now: Instant;
}

/** Something that is to happen to a ticket by itself, at an instant that follows from how it stands. */
export interface Duty {
  /** When it is due; nothing where there is nothing to wait for. */
  readonly at: (ticket: OpenedTicket, policy: Policy) => Instant | undefined;
  /** What its having come due is, in the words of the history. */
  readonly brings: (ticket: OpenedTicket, clock: Clock, at: Instant) => TicketEvent[];
  /** Whether each ticket of an incident has it, as what its own customer was told, and not the one alone that leads it. */
  readonly ofEach?: true;
}
