import { answerDueFor, recommitted } from '../promises/change';
import type { Commitment } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Terms } from './circumstances';
import type { Beginning, TicketEvent } from './events';
import type { AgentId } from './ids';
import type { OpenedTicket } from './ticket';

/** Work begins by the acts that the policy names. Begun without an answer, the ticket awaits its first one. */
export function begin(
  { begun, commitment, messages }: OpenedTicket,
  by: AgentId,
  how: Beginning,
  { now, policy }: Pick<Terms, 'now' | 'policy'>,
): TicketEvent[] {
  if (begun || !policy.begunBy.includes(how)) return [];
  const { beginTarget, beginLatest } = commitment;
  const inTime = { inTime: now < beginLatest, withinTarget: now < beginTarget };
  const awaitsAnswer = how !== 'answered' && messages.at(-1)?.from === 'customer';
  const answerDue = awaitsAnswer && { answerDue: answerDueFor(now, policy) };
  return [{ type: 'work-begun', at: now, by, how, ...inTime, ...answerDue }];
}

/** Nobody is late for what was closed: a ticket on which nobody had begun is promised anew, unless it was late before. */
export function begunAnew(
  { begun, missed, commitment, pauses }: OpenedTicket,
  cameBackAt: Instant,
  now: Instant,
  policy: Policy,
): { commitment?: Commitment } {
  if (begun || now < commitment.beginLatest || missed.includes(commitment.beginLatest)) return {};
  return { commitment: recommitted({ commitment, pauses, now }, cameBackAt, policy) };
}
