import { gunzipSync, gzipSync } from 'node:zlib';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { KeptReport, Ledger, Reports } from '../desk/ports';
import { type Instant, MINUTE } from '../promises/instant';
import type { IsoWeek } from '../promises/iso-week';
import type { WeekReport } from '../report/week';
import { owed } from '../ticket/delivery';
import type { Facts } from '../ticket/facts';
import { itemsOf, OWED, putIfAbsent, reportKey, shardOf, sortable, type Table, WEEK_SHARDS } from './table';

/** A week's report is kept once, and owes its letter as a commit does. */
export const dynamoReports = (table: Table): Reports => ({
  kept: (week) => kept(table, week),
  lastBefore: (week) => lastBefore(table, week),
  keep: async (report, at) => {
    const owes = { queue: OWED, queueAt: sortable(at + MINUTE) };
    // `facts` is there for the ledger, which counts an uncertain letter in it.
    await putIfAbsent(table, { ...reportKey(report.week), report: packed(report), at, facts: {}, ...owes });
  },
  facts: async (week) => {
    const shards = Array.from({ length: WEEK_SHARDS }, (_, shard) => factsOf(table, shardOf(week, shard)));
    return (await Promise.all(shards)).flat();
  },
});

interface ReportItem extends Partial<Ledger> {
  readonly report: Uint8Array;
  readonly at: Instant;
}

// It carries every open ticket, and an item holds 400 kB: as it is that would be some 3,000 of them, packed it is 20,000.
const packed = (report: WeekReport): Uint8Array => gzipSync(JSON.stringify(report));
const unpacked = (report: Uint8Array): WeekReport => JSON.parse(gunzipSync(report).toString('utf8'));

async function kept({ client, name }: Table, week: IsoWeek): Promise<KeptReport | undefined> {
  const found = await client.send(new GetCommand({ TableName: name, Key: reportKey(week), ConsistentRead: true }));
  if (!found.Item) return undefined;
  const { report, at, revision = 0, deliveries = [owed(at)] } = found.Item as ReportItem;
  return { report: unpacked(report), revision, deliveries };
}

async function lastBefore({ client, name }: Table, week: IsoWeek): Promise<WeekReport | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :reports AND sk < :week',
      ExpressionAttributeValues: { ':reports': reportKey(week).pk, ':week': week },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [last] = Items as ReportItem[];
  return last && unpacked(last.report);
}

async function factsOf(table: Table, shard: string): Promise<Facts[]> {
  const facts: Facts[] = [];
  const query = {
    IndexName: 'byWeek',
    KeyConditionExpression: 'week = :shard',
    ExpressionAttributeValues: { ':shard': shard },
  };
  for await (const item of itemsOf(table, query)) facts.push(item['facts'] as Facts);
  return facts;
}
