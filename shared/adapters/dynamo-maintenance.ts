import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Maintenance, PlannedDowntime } from '../desk/ports';
import { putIfAbsent, type Table } from './table';

const MAINTENANCE = 'MAINTENANCE';

/** Planned downtime by quarter; the key is the place that it takes in its quarter, so that two can never share one. */
export const dynamoMaintenance = (table: Table): Maintenance => ({
  from: (quarter) => planned(table, quarter),
  plan: (quarter, place, downtime) =>
    putIfAbsent(table, { pk: MAINTENANCE, sk: `${quarter}#${String(place).padStart(3, '0')}`, downtime }),
});

async function planned({ client, name }: Table, quarter: string): Promise<PlannedDowntime[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :maintenance AND sk >= :quarter',
      ExpressionAttributeValues: { ':maintenance': MAINTENANCE, ':quarter': quarter },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => item['downtime'] as PlannedDowntime);
}
