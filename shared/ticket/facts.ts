import type { Instant } from '../promises/instant';
import type { Kind } from '../promises/policy';
import type { Channel, Level, TicketEvent } from './events';
import type { TicketId } from './ids';
import { type ComingBack, evolve, type OpenedTicket, type Ticket } from './ticket';

/** What the weekly report counts (P20), and the level that the ticket had then; older commits tell only where they left it. */
export type Fact = Happening & { readonly level?: Level };

type Happening =
  | { readonly is: 'received' }
  | { readonly is: 'begun'; readonly inTime: boolean; readonly withinTarget: boolean }
  | { readonly is: 'missed'; readonly latest: Instant }
  | { readonly is: 'resolved' }
  | { readonly is: 'reopened' }
  | { readonly is: 'handed-over' }
  | { readonly is: 'management-told' }
  /** P14: we came back as we had said, or had not when the time came. */
  | { readonly is: 'came-back'; readonly kept: boolean };

/** A commit in the report's eyes: how the ticket stands after it, and what happened. No name and no customer's word. */
export interface Facts {
  readonly ticket: TicketId;
  readonly version: number;
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly level: Level;
  readonly kind?: Kind;
  readonly status: OpenedTicket['status']['is'];
  readonly did: readonly Fact[];
  /** Letters of this commit whose delivery nobody knows; counted when it turns out so. */
  readonly uncertain?: number;
}

/** The facts of a commit. */
export function factsOf(
  before: Ticket,
  events: readonly TicketEvent[],
  after: OpenedTicket,
  version: number,
  at: Instant,
): Facts {
  const { id, receivedAt, channel, level, kind, status } = after;
  const did = factsIn(events, before);
  return { ticket: id, version, at, receivedAt, channel, level, ...(kind && { kind }), status: status.is, did };
}

// A commit may read a miss off the clock and then hand the ticket over: the miss is that of the level before.
function factsIn(events: readonly TicketEvent[], before: Ticket): Fact[] {
  const did: Fact[] = [];
  let ticket = before;
  for (const event of events) {
    const comingBack = ticket.state === 'opened' ? ticket.comingBack : undefined;
    ticket = evolve(ticket, event);
    if (ticket.state === 'unopened') continue;
    const { level } = ticket;
    did.push(...happeningIn(event, comingBack).map((happening) => ({ ...happening, level })));
  }
  return did;
}

function happeningIn(event: TicketEvent, comingBack: ComingBack | undefined): Happening[] {
  switch (event.type) {
    case 'ticket-opened':
    case 'ticket-released':
      return [{ is: 'received' }];
    case 'work-begun':
      return [{ is: 'begun', inTime: event.inTime, withinTarget: event.withinTarget }];
    case 'promise-missed':
      return [{ is: 'missed', latest: event.latest }];
    case 'ticket-resolved':
      return [...cameBack(event.words && comingBack), { is: 'resolved' }];
    case 'ticket-reopened':
      return [{ is: 'reopened' }];
    case 'reply-written':
      return cameBack(comingBack);
    case 'call-logged':
      return cameBack(event.answered ? comingBack : undefined);
    case 'coming-back-due':
      return [{ is: 'came-back', kept: false }];
    case 'version-overdue':
      return comingBack?.version ? [{ is: 'came-back', kept: false }] : [];
    case 'handed-over':
      return [{ is: 'handed-over' }];
    case 'management-told':
      // Told again, it has been lifted already.
      return event.again ? [] : [{ is: 'management-told' }];
    case 'lifted-to-management':
      return [{ is: 'management-told' }];
    default:
      return [];
  }
}

const cameBack = (promised: ComingBack | undefined): Happening[] => (promised ? [{ is: 'came-back', kept: true }] : []);
