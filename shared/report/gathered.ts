import { isSupportClosure } from '../promises/closure';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { TicketEvent } from '../ticket/events';
import type { AlertReason } from '../ticket/letter';
import { isReminder, type Reminder } from '../ticket/reminders';
import type { Summary } from '../ticket/summary';
import { type ListedTicket, listedTicket } from './listed-ticket';

/** What gathered while support was closed, as level 2 reads of it on the first open morning: what is due first, first. */
export interface Gathered {
  readonly closedFrom: Instant;
  readonly toBegin: readonly ToBegin[];
  readonly cameDue: readonly CameDue[];
}

export interface ToBegin extends ListedTicket {
  readonly latest: Instant;
}

/** What had come due by itself, of which nobody was told then, and after which nobody has worked on it. */
export interface CameDue extends ListedTicket {
  readonly why: AlertReason;
  readonly at: Instant;
}

/** A ticket that somebody has begun on, with its history. */
export interface Underway {
  readonly row: Summary;
  readonly history: readonly TicketEvent[];
}

interface Closure {
  readonly closedFrom: Instant;
  readonly policy: Policy;
}

/** What is not begun, whenever it came, and what came due on begun tickets. What is for seniors was told all the time. */
export function gatheredSince(
  { closedFrom, policy }: Closure,
  notBegun: readonly Summary[],
  begun: readonly Underway[],
): Gathered {
  const toBegin = notBegun.map((row) => ({ ...listedTicket(row), latest: row.beginLatest }));
  const cameDue = begun.flatMap((one) => cameDueOf(one, { closedFrom, policy }) ?? []);
  return {
    closedFrom,
    toBegin: toBegin.toSorted((a, b) => a.latest - b.latest || a.receivedAt - b.receivedAt),
    cameDue: cameDue.toSorted((a, b) => a.at - b.at),
  };
}

/** The weightiest of what came due: whoever looks at the ticket sees the rest. */
function cameDueOf({ row, history }: Underway, { closedFrom, policy }: Closure): CameDue | undefined {
  if (row.kind && policy.kinds[row.kind].seniorsOnly) return undefined;
  const untouched = history.slice(history.findLastIndex(isWork) + 1);
  const [due] = untouched
    .filter(({ at }) => closedFrom <= at && isSupportClosure(at, policy))
    .flatMap((event) => duesIn(event))
    .toSorted((a, b) => WEIGHTIEST_FIRST.indexOf(a.why) - WEIGHTIEST_FIRST.indexOf(b.why));
  return due && { ...listedTicket(row), ...due };
}

const isWork = (event: TicketEvent): boolean =>
  'by' in event && event.by !== undefined && event.by !== 'desk' && event.by !== 'customer';

const WEIGHTIEST_FIRST: readonly AlertReason[] = [
  'answer-overdue',
  'waiting-over',
  'version-overdue',
  'customer-reminded',
  'look-again',
];

type Due = Pick<CameDue, 'why' | 'at'>;

function duesIn(event: TicketEvent): Due[] {
  const why = isReminder(event) ? whyOf(event) : undefined;
  return why ? [{ why, at: event.at }] : [];
}

// Whatever is kept back at its instant is told here, or the tickets that it is about stand among those to begin.
function whyOf(event: Reminder): AlertReason | undefined {
  switch (event.type) {
    case 'waiting-ended':
      return event.why === 'time-is-up' ? 'waiting-over' : undefined;
    case 'version-overdue':
    case 'customer-reminded':
    case 'answer-overdue':
      return event.type;
    case 'look-due':
      return 'look-again';
    case 'promise-warned':
    case 'promise-still-missed':
      return undefined;
  }
}
