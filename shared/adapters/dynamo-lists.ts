import type { ListOptions, Lists, Page, Queue } from '../desk/ports';
import type { Instant } from '../promises/instant';
import type { AgentId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import { agentKey, LEVEL2, LEVEL3, PARKED, position, resolvedIn, UNDERWAY, WAITING } from './summary-item';
import { itemsOf, sortable, type Table } from './table';

/** Lists read the sparse indexes of summary rows: a page costs the same however many tickets there are. */
export const dynamoLists = (table: Table): Lists => ({
  page: async (queue, options) => pageOf(await rowsFor(table, queue, options), options.limit),
  underway: (until) => underway(table, until),
});

function rowsFor(table: Table, queue: Queue, options: ListOptions): Promise<Summary[]> {
  const from = just(options.cursor, 'after');
  const range = { from, upTo: END, limit: options.limit + 1 };
  const read = (...queues: readonly string[]) => merged(table, queues, range);
  switch (queue) {
    case 'open':
      return read(LEVEL2, LEVEL3);
    case 'level2':
      return read(LEVEL2);
    case 'level3':
      return read(LEVEL3);
    case 'mine':
      return rowsOf(table, ofAgent(options.agent), range);
    case 'overdue':
      return merged(table, [LEVEL2, LEVEL3], { ...range, upTo: sortable(options.now + 1) });
    case 'waiting':
      return read(WAITING);
    case 'parked':
      return read(PARKED);
    case 'resolved':
      return newestResolved(table, options);
  }
}

const MONTHS_BACK = 12;

// Month by month, the newest first: a page reads one month as a rule, and a year at the most.
async function newestResolved(table: Table, { now, cursor, limit }: ListOptions): Promise<Summary[]> {
  const rows: Summary[] = [];
  const newest = cursor?.slice(0, 7) ?? sortable(now).slice(0, 7);
  for (let back = 0; back < MONTHS_BACK && rows.length <= limit; back += 1) {
    const range = { from: START, upTo: just(cursor, 'before'), limit: limit + 1 - rows.length, newestFirst: true };
    rows.push(...(await rowsOf(table, inQueue(resolvedIn(monthBefore(newest, back))), range)));
  }
  return rows;
}

const monthBefore = (month: string, back: number): Instant => {
  const [year, number] = month.split('-').map(Number);
  return Date.UTC(year ?? 0, (number ?? 1) - 1 - back);
};

const START = ' ';
const END = '~';

/** The place beside a position, where no other can be, so that a page goes on where the last one ended. */
function just(cursor: string | undefined, side: 'after' | 'before'): string {
  if (cursor === undefined) return side === 'after' ? START : END;
  if (side === 'after') return `${cursor}${END}`;
  return `${cursor.slice(0, -1)}${String.fromCharCode(cursor.charCodeAt(cursor.length - 1) - 1)}${END}`;
}

function pageOf(rows: readonly Summary[], limit: number): Page {
  const tickets = rows.slice(0, limit);
  const last = tickets.at(-1);
  return { tickets, ...(last && rows.length > limit && { cursor: position(last) }) };
}

interface Range {
  /** Positions, both ends taken in. */
  readonly from: string;
  readonly upTo: string;
  readonly limit: number;
  readonly newestFirst?: boolean;
}

async function merged(table: Table, queues: readonly string[], range: Range): Promise<Summary[]> {
  const lists = await Promise.all(queues.map((queue) => rowsOf(table, inQueue(queue), range)));
  return lists
    .flat()
    .sort((a, b) => (position(a) < position(b) ? -1 : 1))
    .slice(0, range.limit);
}

/** Rows that lie together, in the order of their positions. */
interface Partition {
  readonly index: 'byQueue' | 'byAssignee';
  readonly attribute: 'queue' | 'assignee';
  readonly value: string;
}

const inQueue = (value: string): Partition => ({ index: 'byQueue', attribute: 'queue', value });

const ofAgent = (agent: AgentId): Partition => ({
  index: 'byAssignee',
  attribute: 'assignee',
  value: agentKey(agent),
});

async function rowsOf(table: Table, { index, attribute, value }: Partition, range: Range): Promise<Summary[]> {
  const { from, upTo, limit, newestFirst = false } = range;
  if (from > upTo) return []; // a cursor from beyond the queue's end, which DynamoDB refuses as a range
  const rows: Summary[] = [];
  const query = {
    IndexName: index,
    KeyConditionExpression: `${attribute} = :value AND queueAt BETWEEN :from AND :upTo`,
    ExpressionAttributeValues: { ':value': value, ':from': from, ':upTo': upTo },
    ScanIndexForward: !newestFirst,
    Limit: limit,
  };
  for await (const item of itemsOf(table, query)) {
    if (rows.push(item['row'] as Summary) === limit) break;
  }
  return rows;
}

async function* underway(table: Table, until: Instant): AsyncIterable<Summary> {
  for (const queue of UNDERWAY) {
    let from = START;
    for (;;) {
      const rows = await rowsOf(table, inQueue(queue), {
        from,
        upTo: until === Infinity ? END : sortable(until + 1),
        limit: 100,
      });
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < 100) break;
      from = just(position(last), 'after');
    }
  }
}
