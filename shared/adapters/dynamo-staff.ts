import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Agent, Staff } from '../ticket/staff';
import { putIfAbsent, type Table } from './table';

const STAFF = 'STAFF';

/** Who works here, one item each; read at most once a minute of the given clock. */
export function dynamoStaff(table: Table, now: () => number): () => Promise<Staff> {
  let read: Promise<Staff> | undefined;
  let readAt = -Infinity;
  return () => {
    if (!read || now() - readAt >= 60_000) {
      readAt = now();
      read = staffOf(table);
      read.catch(() => {
        read = undefined;
      });
    }
    return read;
  };
}

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
