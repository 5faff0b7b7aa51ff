import type { Instant } from '../promises/instant';
import type { AgentId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import type { OpenedTicket } from '../ticket/ticket';
import { type Item, sortable, ticketKey } from './table';

/** The row that lists show, in the partition of the queue where the ticket waits. */
export function summaryItem({ customer }: OpenedTicket, row: Summary): Item {
  const queue = partitionOf(row);
  const who = customer.email ?? customer.phone ?? customer.conversation?.id;
  return {
    pk: ticketKey(row.id),
    sk: 'SUMMARY',
    version: row.version,
    row,
    ...(queue && { queue, queueAt: position(row) }),
    ...(queue && UNDERWAY.includes(queue) && row.assignee && { assignee: agentKey(row.assignee) }),
    ...(who && { customer: `CUSTOMER#${who}`, customerAt: sortable(row.receivedAt) }),
  };
}

/** The partitions of `byQueue` that lists are read from, and of `byAssignee`. */
export const LEVEL2 = 'QUEUE#2';
export const LEVEL3 = 'QUEUE#3';
export const WAITING = 'WAITING';
export const PARKED = 'PARKED';
export const UNDERWAY = [LEVEL2, LEVEL3, WAITING];

export const agentKey = (agent: AgentId) => `AGENT#${agent}`;

export const resolvedIn = (at: Instant) => `RESOLVED#${sortable(at).slice(0, 7)}`;

function partitionOf({ status, level, nextAt }: Summary): string | undefined {
  switch (status) {
    case 'open':
      return level === 2 ? LEVEL2 : LEVEL3;
    case 'waiting':
      return WAITING;
    case 'parked':
      return PARKED;
    case 'resolved':
      return resolvedIn(nextAt);
    case 'merged':
      return undefined;
  }
}

/**
 * A row's place in its queue: what is due first, and of two the one that has waited longer. Unique and in order, so that
 * it serves as the cursor of a page too.
 */
export const position = ({ nextAt, receivedAt, id }: Summary) => [sortable(nextAt), sortable(receivedAt), id].join('#');
