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
    await putIfAbsent(table, { ...reportKey(report.week), report, at, facts: {}, ...owes });
  },
  facts: async (week) => {
    const shards = Array.from({ length: WEEK_SHARDS }, (_, shard) => factsOf(table, shardOf(week, shard)));
    return (await Promise.all(shards)).flat();
  },
});

interface ReportItem extends Partial<Ledger> {
  readonly report: WeekReport;
  readonly at: Instant;
}

async function kept({ client, name }: Table, week: IsoWeek): Promise<KeptReport | undefined> {
  const found = await client.send(new GetCommand({ TableName: name, Key: reportKey(week), ConsistentRead: true }));
  if (!found.Item) return undefined;
  const { report, at, revision = 0, deliveries = [owed(at)] } = found.Item as ReportItem;
  return { report, revision, deliveries };
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
  return (Items[0] as ReportItem | undefined)?.report;
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
