import { answerDueFor, type Retriage, retriaged } from '../promises/change';
import { commitmentFor } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { begunAnew } from './begin';
import { comeDue } from './due';
import type { TicketEvent } from './events';
import type { TicketId } from './ids';
import { evolve, replay, type Ticket, unopened } from './ticket';

/**
 * What a ticket would have come to if another policy had been in force all along: what people did stands, what the clock
 * brought is read off it anew. Nothing is changed by it.
 */
export function rehearsed(id: TicketId, history: readonly TicketEvent[], policy: Policy, until: Instant): Ticket {
  let ticket: Ticket = unopened(id);
  for (const event of history.filter(({ at }) => at <= until)) {
    if (isOfTheClock(event)) continue;
    ticket = replay(comeDue(ticket, event.at, policy), ticket);
    ticket = evolve(ticket, underPolicy(event, ticket, policy));
  }
  return replay(comeDue(ticket, until, policy), ticket);
}

/** What nobody did: the clock or a policy brought it, and would bring it at other instants. */
function isOfTheClock(event: TicketEvent): boolean {
  switch (event.type) {
    case 'promise-warned':
    case 'promise-missed':
    case 'answer-overdue':
    case 'management-told':
    case 'look-due':
    case 'policy-applied':
      return true;
    case 'waiting-ended':
      return event.why === 'time-is-up';
    default:
      return false;
  }
}

// Only what an event says of a promise follows from the policy.
function underPolicy(event: TicketEvent, ticket: Ticket, policy: Policy): TicketEvent {
  if (event.type === 'ticket-opened')
    return { ...event, commitment: commitmentFor(policy.untriaged, event.receivedAt, policy) };
  if (ticket.state === 'unopened') return event;
  const { begun, commitment } = ticket;
  switch (event.type) {
    case 'ticket-triaged':
      return { ...event, commitment: retriaged({ ...ticket, ...retriage(event, ticket.kind === undefined), policy }) };
    case 'work-begun': {
      const { beginLatest, beginTarget } = commitment;
      return { ...event, inTime: event.at < beginLatest, withinTarget: event.at < beginTarget };
    }
    case 'message-received':
      return begun ? { ...event, answerDue: answerDueFor(event.message.receivedAt, policy) } : event;
    case 'ticket-reopened': {
      const { commitment: _, ...reopened } = event;
      return { ...reopened, ...begunAnew(ticket, event.at, policy) };
    }
    default:
      return event;
  }
}

function retriage(
  { kind, at, commitment: { basis } }: Extract<TicketEvent, { type: 'ticket-triaged' }>,
  isFirst: boolean,
): Pick<Retriage, 'to' | 'because' | 'now'> {
  const said = basis.because === 'new-facts' && basis.from === at ? 'new-facts' : 'misjudged';
  return { to: kind, because: isFirst ? 'first-triage' : said, now: at };
}
