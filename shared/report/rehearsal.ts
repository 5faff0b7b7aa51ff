import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import { KINDS, type Kind, type Policy } from '../promises/policy';
import type { TicketEvent } from '../ticket/events';
import type { TicketId } from '../ticket/ids';
import { rehearsed } from '../ticket/rehearse';
import { type OpenedTicket, replay, unopened } from '../ticket/ticket';
import { type ChangeOfPromise, changeUnder, upToDate } from '../ticket/versions';

/** What was recorded of a ticket. */
export interface Recorded {
  readonly id: TicketId;
  readonly history: readonly TicketEvent[];
}

/** Of the tickets of a kind, how many promises to begin were kept and missed. What is open and not due yet is neither. */
export interface Kept {
  readonly kind: Kind | 'untriaged';
  readonly tickets: number;
  readonly before: { readonly kept: number; readonly missed: number };
  readonly after: { readonly kept: number; readonly missed: number };
}

/** What another policy would have made of what was recorded, and would make of what is open. */
export interface Rehearsal {
  readonly kinds: readonly Kept[];
  readonly changes: readonly ChangeOfPromise[];
}

export interface Rehearsing {
  /** The versions that the desk keeps. */
  readonly policies: Policies;
  /** The one that is rehearsed. */
  readonly other: Policy;
  /** Tickets that were received in [from, to) are counted; those that are open are looked at whenever they came. */
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
}

/** Replays what was recorded under another policy. Nothing is changed by it. */
export function rehearsalOf(recorded: readonly Recorded[], rehearsing: Rehearsing): Rehearsal {
  const { from, to, other } = rehearsing;
  const pairs = recorded.flatMap((ticket) => pairOf(ticket, rehearsing));
  const arrived = pairs.filter(({ before: { receivedAt } }) => from <= receivedAt && receivedAt < to);
  return {
    kinds: [...KINDS, 'untriaged' as const].map((kind) => keptOf(kind, arrived)).filter(({ tickets }) => tickets > 0),
    changes: pairs.flatMap(({ before }) => changeUnder(before, other, rehearsing) ?? []),
  };
}

interface Pair {
  readonly before: OpenedTicket;
  readonly after: OpenedTicket;
}

// A desk that stood still has not recorded what came due meanwhile: both sides are read off the clock up to now.
function pairOf({ id, history }: Recorded, { policies, other, now }: Rehearsing): Pair[] {
  const soFar = history.filter(({ at }) => at <= now);
  const before = upToDate(replay(soFar, unopened(id)), { now, policies });
  const after = rehearsed(id, soFar, other, now);
  return before.state === 'opened' && after.state === 'opened' && before.status.is !== 'parked'
    ? [{ before, after }]
    : [];
}

function keptOf(kind: Kept['kind'], pairs: readonly Pair[]): Kept {
  const ofKind = pairs.filter(({ before }) => (before.kind ?? 'untriaged') === kind);
  return {
    kind,
    tickets: ofKind.length,
    before: tally(ofKind.map(({ before }) => before)),
    after: tally(ofKind.map(({ after }) => after)),
  };
}

function tally(tickets: readonly OpenedTicket[]): Kept['before'] {
  const missed = tickets.filter((ticket) => ticket.missed.length > 0).length;
  const kept = tickets.filter(({ begun, missed }) => begun && missed.length === 0).length;
  return { kept, missed };
}
