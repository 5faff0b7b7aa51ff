import type { Reports } from '../desk/ports';
import type { WeekReport } from '../report/week';
import type { Facts } from '../ticket/facts';
import { keepWithLetter, keptAt, lastKeptBefore } from './owing-item';
import { itemsOf, reportKey, shardOf, type Table, WEEK_SHARDS } from './table';

/** A week's report is kept once, and owes its letter as a commit does. */
export const dynamoReports = (table: Table): Reports => ({
  kept: async (week) => {
    const found = await keptAt<WeekReport>(table, reportKey(week));
    return found && { ...found, report: found.content };
  },
  lastBefore: (week) => lastKeptBefore<WeekReport>(table, reportKey(week)),
  keep: (report, at) => keepWithLetter(table, reportKey(report.week), report, at),
  facts: async (week) => {
    const shards = Array.from({ length: WEEK_SHARDS }, (_, shard) => factsOf(table, shardOf(week, shard)));
    return (await Promise.all(shards)).flat();
  },
});

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
