import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Claims } from '../desk/ports';
import type { TicketId } from '../ticket/ids';
import { type Item, putIfAbsent, type Table } from './table';

/** Claims as items of their own (`M#<hash>` → ticket), put if absent and never changed. */
export const dynamoClaims = (table: Table): Claims => ({
  claim: async (key, ticket) => {
    if (await putIfAbsent(table, claimItem(key, ticket))) return ticket;
    return (await holderOf(table, key)) ?? ticket;
  },
  holders: async (keys) => new Map((await holdersOf(table, keys)).map(({ pk, ticket }) => [pk.slice(2), ticket])),
});

interface Claim {
  readonly pk: string;
  readonly ticket: TicketId;
}

/** A claim as it is put. */
export const claimItem = (key: string, ticket: TicketId): Item => ({ ...claimKey(key), ticket });

const claimKey = (key: string) => ({ pk: `M#${key}`, sk: 'TICKET' });

async function holderOf({ client, name }: Table, key: string): Promise<TicketId | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: claimKey(key), ConsistentRead: true }));
  return (Item as Claim | undefined)?.ticket;
}

async function holdersOf({ client, name }: Table, keys: readonly string[]): Promise<Claim[]> {
  const found: Claim[] = [];
  let left = [...new Set(keys)].map(claimKey);
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: left.slice(0, 100), ConsistentRead: true } } }),
    );
    found.push(...((Responses?.[name] ?? []) as Claim[]));
    left = [...((UnprocessedKeys?.[name]?.Keys ?? []) as typeof left), ...left.slice(100)];
  }
  return found;
}
