import { millisecondsOf } from '../promises/duration';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { calendarNamed } from '../promises/policy-calendar';
import type { Clock } from './duty';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { callChain, calledNow } from './roster';
import { isForSeniors } from './seniors';

/**
 * When seniors are called (next), until one of them has taken the ticket (P8): at once where there is a kind that needs
 * one, then as the policy says.
 */
export function nextCallAt(ticket: OpenedTicket, policy: Policy): Instant | undefined {
  const { kind, seniorHasIt, seniorAlarm, receivedAt } = ticket;
  if (!kind || !isForSeniors(ticket, policy) || seniorHasIt) return undefined;
  if (!seniorAlarm) return receivedAt;
  const { alarm } = policy.kinds[kind];
  if (!alarm) return undefined;
  const every = millisecondsOf(seniorAlarm.calls < alarm.times ? alarm.every : alarm.afterwards);
  return alarm.calendar === undefined
    ? seniorAlarm.lastAt + every
    : calendarNamed(alarm.calendar, policy).calendar.add(seniorAlarm.lastAt, every);
}

/** Calls the next of the chain. Management hears of it once: when nobody is there, or nobody who was called has taken it. */
export function call({ seniorAlarm, assignee }: OpenedTicket, clock: Clock): TicketEvent[] {
  const { now: at } = clock;
  // Whoever it has been given to, first.
  const chain = callChain(at, clock).toSorted((a, b) => Number(b.id === assignee) - Number(a.id === assignee));
  const attempt = seniorAlarm?.calls ?? 0;
  const agents = calledNow(chain, attempt).map(({ id }) => id);
  const called: TicketEvent = { type: 'senior-called', at, agents, attempt };
  const isLeftAlone = attempt >= chain.length && !seniorAlarm?.managementTold;
  return isLeftAlone ? [called, { type: 'management-told', at, dueAt: at, why: 'no-senior' }] : [called];
}
