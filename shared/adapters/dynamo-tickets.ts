import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Commit, KeptCommit, Ledger, Tickets } from '../desk/ports';
import { type Instant, MINUTE } from '../promises/instant';
import type { IsoWeek } from '../promises/iso-week';
import { owed } from '../ticket/delivery';
import type { TicketId } from '../ticket/ids';
import { feedbackIn } from './dynamo-feedback';
import { summaryItem } from './summary-item';
import {
  commitKey,
  type Item,
  itemsOf,
  OWED,
  putIf,
  putIfAbsent,
  sortable,
  type Table,
  ticketKey,
  weekShard,
} from './table';

/** In which week something counts, by the clock of the promise in force then. */
type WeekOf = (at: Instant) => IsoWeek;

/**
 * Tickets as commits, one item each (`T#<id>`, `C#<version>`): put if absent, never changed but for the ledger, and where
 * words are erased.
 */
export const dynamoTickets = (table: Table, weekOf: WeekOf): Tickets => ({
  history: (id) => historyOf(table, id),
  hasVersion: async (id, version) => (await commandOf(table, id, version)) !== undefined,
  append: (commit) => append(table, commit, weekOf),
  redact: (id, version, events) => redact(table, id, version, events),
  summarise: async (ticket, summary) => {
    await putIf(table, summaryItem(ticket, summary), {
      ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
      ExpressionAttributeValues: { ':version': summary.version },
    });
  },
});

// An item is as it was put, but for its ledger, which is left out until the first effect has been tried.
interface CommitItem extends Commit, Partial<Ledger> {}

async function historyOf(table: Table, id: TicketId): Promise<KeptCommit[]> {
  const commits: KeptCommit[] = [];
  const query = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :commits)',
    ExpressionAttributeValues: { ':pk': ticketKey(id), ':commits': 'C#' },
    ConsistentRead: true,
  };
  for await (const item of itemsOf(table, query)) commits.push(kept(item as unknown as CommitItem));
  return commits;
}

const kept = ({ revision = 0, deliveries, ...item }: CommitItem): KeptCommit => ({
  ...item,
  revision,
  deliveries: deliveries ?? item.effects.map(() => owed(item.at)),
  feedback: item.effects.map((_, index) => feedbackIn(item, index)),
});

// The stream is given a minute before the sweep takes up what it may have missed.
const HEAD_START = MINUTE;

async function append(table: Table, commit: Commit, weekOf: WeekOf): Promise<'committed' | 'lost-the-race'> {
  if (await putIfAbsent(table, commitItem(commit, weekOf))) return 'committed';
  // An answer that was lost is asked for again, and then finds our own commit in its way.
  const { ticket, version, command } = commit;
  return (await commandOf(table, ticket, version)) === command ? 'committed' : 'lost-the-race';
}

/** A commit as it is put: among its week's for the report, and among what is owed while it has effects. */
export function commitItem(commit: Commit, weekOf: WeekOf): Item {
  const { ticket, version, at, effects } = commit;
  return {
    ...commitKey(ticket, version),
    ...commit,
    ...(effects.length > 0 && { queue: OWED, queueAt: sortable(at + HEAD_START) }),
    week: weekShard(weekOf(at), ticket),
    weekAt: sortable(at),
  };
}

async function redact({ client, name }: Table, id: TicketId, version: number, events: Commit['events']): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: commitKey(id, version),
      UpdateExpression: 'SET events = :events',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':events': events },
    }),
  );
}

async function commandOf({ client, name }: Table, id: TicketId, version: number): Promise<unknown> {
  const { Item } = await client.send(
    new GetCommand({
      TableName: name,
      Key: commitKey(id, version),
      ConsistentRead: true,
      ProjectionExpression: 'command',
    }),
  );
  return Item?.['command'];
}
