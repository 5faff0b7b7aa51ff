import type { Instant } from '../promises/instant';
import { type Circumstances, heldTo } from '../ticket/circumstances';
import type { Act } from '../ticket/command';
import { decide } from '../ticket/decide';
import { isUnderway } from '../ticket/due';
import type { TicketEvent } from '../ticket/events';
import type { AgentId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import { hasTaken } from '../ticket/seniors';
import type { OpenedTicket } from '../ticket/ticket';
import type { LinkedAct } from './act-links';

/** How things stand with what a link would do. */
export type Standing =
  /** By any of these. */
  | { readonly is: 'to-do'; readonly by: readonly AgentId[] }
  | { readonly is: 'done'; readonly how: How; readonly by: AgentId; readonly at?: Instant }
  /** The link was used, and the ticket has moved on since. */
  | { readonly is: 'used'; readonly at: Instant }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** `had`: it is theirs, and there is nothing left to take. */
export type How = 'taken' | 'had' | 'acknowledged' | 'dismissed' | 'triaged';

/** What is known of a link's ticket besides how it stands: what has happened to it, and when somebody used the link. */
export interface LinkKnown {
  readonly events: readonly TicketEvent[];
  readonly usedAt: (agent: AgentId) => Instant | undefined;
  readonly circumstances: Circumstances;
}

/** How things stand for any of these agents: somebody has done it, or some of them can, or none. */
export function standingFor(
  agents: readonly AgentId[],
  act: LinkedAct,
  ticket: OpenedTicket,
  known: LinkKnown,
): Standing {
  const standings = agents.map((agent) => standingOf({ act, agent }, ticket, known));
  const by = standings.flatMap((standing) => (standing.is === 'to-do' ? standing.by : []));
  const [first = NOBODY] = standings;
  return by.length > 0 ? { is: 'to-do', by } : first;
}

const NOBODY: Standing = { is: 'refused', refusal: new Refusal('no-such-agent', 'The link names nobody.') };

/** What somebody would do by a link. */
export interface Doing {
  readonly act: LinkedAct;
  readonly agent: AgentId;
}

function standingOf(doing: Doing, ticket: OpenedTicket, known: LinkKnown): Standing {
  const { agent, act } = doing;
  const { usedAt, circumstances } = known;
  if (!circumstances.staff.some(({ id }) => id === agent)) return { is: 'refused', refusal: left(agent) };
  const done = doneSoFar(act, ticket, known);
  if (done) return done;
  const used = usedAt(agent);
  if (used !== undefined) return { is: 'used', at: used };
  const brought = broughtBy(() => decide(ticket, actOf(doing), circumstances));
  if (brought instanceof Refusal) return { is: 'refused', refusal: brought };
  const isNothing = act === 'take' && !brought.some(({ type }) => type === 'ticket-assigned');
  return isNothing ? { is: 'done', how: 'had', by: agent } : { is: 'to-do', by: [agent] };
}

// A letter is kept for longer than some people stay.
const left = (agent: AgentId) => new Refusal('no-such-agent', `${agent} does not work here any longer.`);

/** What a link does, as the act of an agent. */
export function actOf({ act, agent: by }: Doing, reason = ''): Act {
  switch (act) {
    case 'take':
      return { type: 'assign', agent: by, by, unlessTaken: true };
    case 'acknowledge':
      return { type: 'acknowledge-escalation', by };
    case 'dismiss':
      return { type: 'dismiss-suspicion', by, reason };
  }
}

// What the rules would say is the only sure answer to whether they would refuse.
function broughtBy(decided: () => TicketEvent[]): TicketEvent[] | Refusal {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function doneSoFar(act: LinkedAct, ticket: OpenedTicket, known: LinkKnown): Standing | undefined {
  switch (act) {
    case 'take':
      return isUnderway(ticket) ? taken(ticket, known) : undefined;
    case 'acknowledge':
      return ticket.escalation?.acknowledgedBy ? lastOf(known, acknowledging) : undefined;
    case 'dismiss':
      return ticket.suspected ? undefined : lastOf(known, judging);
  }
}

// Whoever has taken it keeps it: of two who are called at once, the second does not take it from the first.
function taken(ticket: OpenedTicket, known: LinkKnown): Standing | undefined {
  const policy = heldTo(ticket, known.circumstances.policies);
  const who = hasTaken(ticket, policy);
  return who && lastOf(known, takingOf(who));
}

type Done = Extract<Standing, { is: 'done' }>;
type Ways = (event: TicketEvent) => Omit<Done, 'is' | 'at'> | undefined;

function lastOf({ events }: LinkKnown, ways: Ways): Done | undefined {
  const event = events.findLast(ways);
  const done = event && ways(event);
  return done && { is: 'done', ...done, at: event.at };
}

const takingOf =
  (who: AgentId): Ways =>
  (event) => {
    const isTaking = event.type === 'senior-took-over' || (event.type === 'ticket-assigned' && event.agent === who);
    return isTaking && event.by === who ? { how: 'taken', by: who } : undefined;
  };

const acknowledging: Ways = (event) =>
  event.type === 'escalation-acknowledged' ? { how: 'acknowledged', by: event.by } : undefined;

function judging(event: TicketEvent): ReturnType<Ways> {
  if (event.type === 'suspicion-dismissed') return { how: 'dismissed', by: event.by };
  return event.type === 'ticket-triaged' ? { how: 'triaged', by: event.by } : undefined;
}
