import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Ledger, Outbox, OwedKey } from '../desk/ports';
import { isDate } from '../promises/days';
import { parseIsoWeek } from '../promises/iso-week';
import { type Delivery, isUncertain, nextAttemptAt } from '../ticket/delivery';
import { ticketIdOf } from '../ticket/ids';
import { commitKey, digestKey, held, itemsOf, OWED, reminderKey, reportKey, sortable, type Table } from './table';

/**
 * What is owed stands in the item that owes it, and in the sparse index until nothing is owed any more.
 * `newMark` makes a random mark for each write, by which it is known again when its answer was lost.
 */
export const dynamoOutbox = (table: Table, newMark: () => string): Outbox => ({
  save: (key, ledger) => saveSurely(table, key, ledger, newMark()),
  overdue: (asOf) => overdue(table, asOf),
});

const TRIES = 6;

// A letter that has been sent but not marked would be sent again, so the store is asked more often than the client
// would by itself; the mark is the same each time.
async function saveSurely(table: Table, key: OwedKey, ledger: Ledger, mark: string, tries = TRIES): Promise<boolean> {
  try {
    return (await save(table, key, ledger, mark)) || (await markOf(table, key)) === mark;
  } catch (error) {
    if (tries === 1) throw error;
    return saveSurely(table, key, ledger, mark, tries - 1);
  }
}

function save({ client, name }: Table, key: OwedKey, { revision, deliveries }: Ledger, mark: string): Promise<boolean> {
  const uncertain = deliveries.filter(isUncertain).length;
  const queue = queueing(deliveries);
  const sets = ['deliveries = :deliveries', 'revision = :next', 'mark = :mark', ...queue.sets];
  if (uncertain > 0) sets.push('facts.uncertain = :uncertain');
  return held(
    client.send(
      new UpdateCommand({
        TableName: name,
        Key: keyOf(key),
        UpdateExpression: `SET ${sets.join(', ')} ${queue.removes}`,
        ConditionExpression: 'attribute_exists(pk) AND (revision = :revision OR attribute_not_exists(revision))',
        ExpressionAttributeValues: {
          ':deliveries': deliveries,
          ':revision': revision,
          ':next': revision + 1,
          ':mark': mark,
          ...queue.values,
          ...(uncertain > 0 && { ':uncertain': uncertain }),
        },
      }),
    ),
  );
}

// An index row that moves costs two writes. While a letter is under way it may stay where it is: the sweep only looks
// too early, and sees the lease.
function queueing(deliveries: readonly Delivery[]) {
  const attempts = deliveries.map(nextAttemptAt).filter((at) => at !== undefined);
  if (attempts.length === 0) return { sets: [], removes: 'REMOVE queue, queueAt', values: {} };
  if (deliveries.some(({ is }) => is === 'under-way')) return { sets: [], removes: '', values: {} };
  return { sets: ['queueAt = :queueAt'], removes: '', values: { ':queueAt': sortable(Math.min(...attempts)) } };
}

async function markOf({ client, name }: Table, key: OwedKey): Promise<unknown> {
  const get = new GetCommand({ TableName: name, Key: keyOf(key), ConsistentRead: true, ProjectionExpression: 'mark' });
  return (await client.send(get)).Item?.['mark'];
}

async function* overdue(table: Table, asOf: number): AsyncIterable<OwedKey> {
  const query = {
    IndexName: 'byQueue',
    KeyConditionExpression: 'queue = :owed AND queueAt <= :asOf',
    ExpressionAttributeValues: { ':owed': OWED, ':asOf': asOf === Infinity ? '9' : sortable(asOf) },
    ProjectionExpression: 'pk, sk',
  };
  for await (const { pk, sk } of itemsOf(table, query)) {
    const key = owedKeyOf(String(pk), String(sk));
    if (key) yield key;
  }
}

function keyOf(key: OwedKey) {
  if ('week' in key) return reportKey(key.week);
  if ('digest' in key) return digestKey(key.digest);
  return 'reminder' in key ? reminderKey(key.reminder) : commitKey(key.ticket, key.version);
}

/** Reads an item's key; nothing for an item that owes no effects. */
export function owedKeyOf(pk: string, sk: string): OwedKey | undefined {
  const week = pk === 'REPORT' ? parseIsoWeek(sk) : undefined;
  if (week) return { week };
  if (pk === 'DIGEST' && isDate(sk)) return { digest: sk };
  if (pk === 'REMINDER' && isDate(sk)) return { reminder: sk };
  const ticket = pk.startsWith('T#') && sk.startsWith('C#') ? ticketIdOf(pk.slice(2)) : undefined;
  return ticket && { ticket, version: Number(sk.slice(2)) };
}
