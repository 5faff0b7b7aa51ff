import { setTimeout } from 'node:timers/promises';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Claims } from '../desk/ports';
import type { TicketId } from '../ticket/ids';
import { type Item, putIfAbsent, type Table } from './table';

/** Claims as items of their own (`M#<hash>` → ticket), put if absent and never changed. */
export const dynamoClaims = (table: Table, pause: Pause = setTimeout): Claims => ({
  claim: async (key, ticket) => {
    if (await putIfAbsent(table, claimItem(key, ticket))) return ticket;
    return (await holderOf(table, key)) ?? ticket;
  },
  holders: async (keys) =>
    new Map((await holdersOf(table, keys, pause)).map(({ pk, ticket }) => [pk.slice(2), ticket])),
});

type Pause = (milliseconds: number) => Promise<unknown>;

interface Claim {
  readonly pk: string;
  readonly ticket: TicketId;
}

/** A claim as it is put. */
export const claimItem = (key: string, ticket: TicketId): Item => ({ ...claimKey(key), ticket });

const claimKey = (key: string) => ({ pk: `M#${key}`, sk: 'TICKET' });

type Key = ReturnType<typeof claimKey>;

async function holderOf({ client, name }: Table, key: string): Promise<TicketId | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: claimKey(key), ConsistentRead: true }));
  return (Item as Claim | undefined)?.ticket;
}

const KEYS_AT_A_TIME = 100;

async function holdersOf(table: Table, keys: readonly string[], pause: Pause): Promise<Claim[]> {
  const all = [...new Set(keys)].map(claimKey);
  const found: Claim[] = [];
  for (let from = 0; from < all.length; from += KEYS_AT_A_TIME)
    found.push(...(await readBatch(table, all.slice(from, from + KEYS_AT_A_TIME), pause)));
  return found;
}

const TRIES = 8;
const FIRST_PAUSE = 25;

// What DynamoDB leaves unread it has no room for just now: asked for again at once, it would have less.
async function readBatch({ client, name }: Table, keys: readonly Key[], pause: Pause, tries = 1): Promise<Claim[]> {
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetCommand({ RequestItems: { [name]: { Keys: [...keys], ConsistentRead: true } } }),
  );
  const claims = (Responses?.[name] ?? []) as Claim[];
  const unread = (UnprocessedKeys?.[name]?.Keys ?? []) as Key[];
  if (unread.length === 0) return claims;
  if (tries === TRIES) throw new Error(`DynamoDB has left ${unread.length} claims unread, ${TRIES} times.`);
  await pause(FIRST_PAUSE * 2 ** (tries - 1));
  return [...claims, ...(await readBatch({ client, name }, unread, pause, tries + 1))];
}
