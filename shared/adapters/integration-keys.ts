import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Identify } from '../../functions/edge/identify';
import type { AgentId } from '../ticket/ids';
import type { Staff } from '../ticket/staff';
import type { Table } from './table';

/** Keys of integrations, of which only the hash is kept (`KEY#<sha256>`), each acting in an agent's name. */
export const integrationKeys =
  ({ client, name }: Table, staff: () => Promise<Staff>): Identify =>
  async (token) => {
    const hash = createHash('sha256').update(token).digest('hex');
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk: `KEY#${hash}`, sk: 'KEY' } }));
    const agent = Item?.['agent'] as AgentId | undefined;
    return agent && (await staff()).find(({ id }) => id === agent);
  };
