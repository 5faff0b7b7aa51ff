import type { Policy } from '../promises/policy';
import { calendarNamed } from '../promises/policy-calendar';
import { answererIn } from './answerer';
import type { Terms } from './circumstances';
import type { TicketEvent } from './events';
import type { AgentId } from './ids';
import type { Level } from './message';
import type { OpenedTicket } from './opened-ticket';
import { isAvailable, seniorOnDuty } from './roster';
import { type Agent, isSenior, ofLevel } from './staff';

/** Whether only a senior may be given it (P8). Nobody knows before somebody has triaged. */
export const isForSeniors = ({ kind }: Pick<OpenedTicket, 'kind'>, policy: Policy): boolean =>
  kind !== undefined && policy.kinds[kind].seniorsOnly;

/** Who is at work on it: being given it by others is not enough, nor is a junior's taking what is for seniors. */
export const hasTaken = (ticket: OpenedTicket, policy: Policy): AgentId | undefined =>
  isForSeniors(ticket, policy) ? ticket.seniorHasIt : ticket.takenBy;

/**
 * Gives a ticket that has come to be for seniors to the one on duty, where nobody has it, or a junior. A senior who has
 * it, has begun on it and judges it so has taken it; one who does not know of it yet is called.
 */
export function givenToSenior(ticket: OpenedTicket, by: AgentId, terms: Terms): TicketEvent[] {
  const { now: at, policy, staff } = terms;
  if (!isForSeniors(ticket, policy) || ticket.seniorHasIt || ticket.partOf) return [];
  const has = staff.find(({ id }) => id === ticket.assignee);
  if (has && isSenior(has))
    return ticket.begun?.by === has.id && by === has.id ? [{ type: 'senior-took-over', at, by: has.id }] : [];
  const senior = seniorFor(ticket.level, terms);
  return senior ? [{ type: 'ticket-assigned', at, agent: senior.id, by: 'desk' }] : [];
}

// At level 3 it is a developer's work, if one of their seniors is there.
function seniorFor(level: Level, terms: Terms): Agent | undefined {
  const { now, policy, staff } = terms;
  const onDuty = seniorOnDuty(now, terms);
  if (level === 2 || onDuty?.works === level) return onDuty;
  const date = calendarNamed(policy.workingDays, policy).calendar.dateOf(now);
  return ofLevel(staff, level).find((agent) => isSenior(agent) && isAvailable(agent, date, policy)) ?? onDuty;
}

/** P8: the alarm ends when a senior takes the ticket, or answers the customer. */
export function takenOver(
  ticket: OpenedTicket,
  events: readonly TicketEvent[],
  by: AgentId,
  { now: at, policy, staff }: Terms,
): TicketEvent[] {
  const agent = staff.find(({ id }) => id === by);
  const isTheirs = agent && isSenior(agent) && isForSeniors(ticket, policy) && ticket.seniorHasIt !== by;
  return isTheirs && events.some((event) => isTaking(event, by)) ? [{ type: 'senior-took-over', at, by }] : [];
}

const isTaking = (event: TicketEvent, by: AgentId): boolean =>
  answererIn(event) === by || (event.type === 'ticket-assigned' && event.agent === by && event.by === by);
