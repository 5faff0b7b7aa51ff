import type { Instant } from '../promises/instant';
import type { ClockEvent } from './clock-events';
import type { OutsideEvent } from './outside-events';
import type { WorkEvent } from './work-events';

export type { AnswerDue, Beginning } from './begun';
export type * from './message';
export type { Doer } from './work-events';

/** History in the words that a person is shown. The only derived figures are the instants of a promise: once made, it stands. */
export type TicketEvent = { readonly at: Instant } & (OutsideEvent | WorkEvent | ClockEvent);

export type EventOf<T extends TicketEvent['type']> = Extract<TicketEvent, { type: T }>;
