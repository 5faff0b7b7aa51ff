import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, MINUTE } from '../promises/instant';
import type { Agent, Staff } from '../ticket/staff';
import { rememberedFor } from './remembered-for';
import { putIfAbsent, type Table } from './table';

const STAFF = 'STAFF';

/** Who works here, one item each; read at most once a minute of the given clock. */
export const dynamoStaff = (table: Table, now: () => Instant): (() => Promise<Staff>) =>
  rememberedFor(MINUTE, now, () => staffOf(table));

async function staffOf({ client, name }: Table): Promise<Staff> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :staff',
      ExpressionAttributeValues: { ':staff': STAFF },
    }),
  );
  return Items.map((item) => item['agent'] as Agent);
}

/** Adds an agent, unless there is one of that name. */
export const addAgent = async (table: Table, agent: Agent): Promise<void> => {
  await putIfAbsent(table, { pk: STAFF, sk: agent.id, agent });
};
