import { answerDueFor, type Retriage, retriaged } from '../promises/change';
import { commitmentFor } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { answererIn } from './answerer';
import { begin, begunAnew } from './begin';
import type { Terms } from './circumstances';
import { promisesDue } from './due';
import type { Beginning, TicketEvent } from './events';
import type { AgentId, TicketId } from './ids';
import { evolve, type OpenedTicket, replay, type Ticket, unopened } from './ticket';

/**
 * What a ticket would have come to if another policy had been in force all along: what people did stands; what the clock
 * brought is read off it anew, and so is whether work began by what they did. Nothing is changed by it.
 */
export function rehearsed(id: TicketId, history: readonly TicketEvent[], policy: Policy, until: Instant): Ticket {
  let ticket: Ticket = unopened(id);
  for (const event of history.filter(({ at }) => at <= until)) {
    if (isDerived(event)) continue;
    const now = event.at;
    ticket = replay(promisesDue(ticket, now, policy), ticket);
    ticket = evolve(begunBy(event, ticket, { now, policy }), underPolicy(event, ticket, policy));
  }
  return replay(promisesDue(ticket, until, policy), ticket);
}

/** What nobody did: the clock or a policy brought it, and would bring it at other instants or not at all. */
function isDerived(event: TicketEvent): boolean {
  switch (event.type) {
    case 'coming-back-due':
    case 'call-back-due':
    case 'customer-reminded':
    case 'promise-warned':
    case 'promise-missed':
    case 'answer-overdue':
    case 'management-told':
    case 'look-due':
    case 'policy-applied':
    case 'work-begun':
      return true;
    case 'ticket-resolved':
      return event.because !== undefined;
    case 'waiting-ended':
      return event.why === 'time-is-up';
    default:
      return false;
  }
}

function begunBy(event: TicketEvent, ticket: Ticket, terms: Pick<Terms, 'now' | 'policy'>): Ticket {
  const act = beginningIn(event);
  return act && ticket.state === 'opened' ? replay(begin(ticket, act.by, act.how, terms), ticket) : ticket;
}

/** The act by which work begins, if the policy says so. */
function beginningIn(event: TicketEvent): { readonly by: AgentId; readonly how: Beginning } | undefined {
  // What the roster gives to somebody, nobody has begun.
  if (event.type === 'ticket-assigned' && event.by !== 'desk')
    return { by: event.agent, how: event.agent === event.by ? 'taken' : 'assigned' };
  const by = answererIn(event);
  return by && { by, how: 'answered' };
}

// Only what an event says of a promise follows from the policy.
function underPolicy(event: TicketEvent, ticket: Ticket, policy: Policy): TicketEvent {
  if (event.type === 'ticket-opened')
    return { ...event, commitment: commitmentFor(policy.untriaged, event.receivedAt, policy) };
  if (ticket.state === 'unopened') return event;
  const begun = ticket.begun !== undefined;
  switch (event.type) {
    case 'ticket-triaged':
      return { ...event, commitment: retriaged({ ...ticket, ...retriage(event, ticket), begun, policy }) };
    case 'message-received': {
      const { answerDue: _, ...received } = event;
      return begun ? { ...received, answerDue: answerDueFor(event.message.receivedAt, policy) } : received;
    }
    case 'ticket-reopened': {
      const { commitment: _, ...reopened } = event;
      return { ...reopened, ...begunAnew(ticket, cameBackAt(event, ticket), event.at, policy) };
    }
    default:
      return event;
  }
}

function retriage(
  { kind, at, commitment: { basis } }: Extract<TicketEvent, { type: 'ticket-triaged' }>,
  { kind: before }: OpenedTicket,
): Pick<Retriage, 'to' | 'because' | 'now'> {
  const said = basis.because === 'new-facts' && basis.from === at ? 'new-facts' : 'misjudged';
  return { to: kind, because: before === undefined ? 'first-triage' : said, now: at };
}

// A customer's mail brings the ticket back as it arrives, however late it is read.
function cameBackAt(
  { by, at }: Extract<TicketEvent, { type: 'ticket-reopened' }>,
  { messages }: OpenedTicket,
): Instant {
  return by === 'customer' ? (messages.at(-1)?.at ?? at) : at;
}
