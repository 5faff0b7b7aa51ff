import { retriaged } from '../promises/change';
import type { Terms } from './circumstances';
import type { ActOf } from './command';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './ticket';
import { underVersion, versionOf } from './versions';

/** The kind is said, or said anew: the promise moves by the change rules. */
export function triage(
  ticket: OpenedTicket,
  { kind, by, because: reason }: ActOf<'triage'>,
  { now, policy }: Terms,
): TicketEvent[] {
  if (ticket.kind === kind) return [];
  const { commitment, receivedAt, told, pauses, begun } = ticket;
  const because = ticket.kind === undefined ? 'first-triage' : (reason ?? 'misjudged');
  const change = {
    commitment,
    receivedAt,
    told,
    pauses,
    begun: begun !== undefined,
    to: kind,
    because,
    now,
    policy,
  } as const;
  return [{ type: 'ticket-triaged', at: now, kind, by, commitment: retriaged(change) }];
}

/** An open ticket is held to another version of the promise from now on. */
export function applyPolicy(
  ticket: OpenedTicket,
  { by, version }: ActOf<'apply-policy'>,
  { now, policy: held, policies }: Terms,
): TicketEvent[] {
  const to = versionOf(policies, version);
  if (to === held) return [];
  return [{ type: 'policy-applied', at: now, by, commitment: underVersion(ticket, held, to, now) }];
}
