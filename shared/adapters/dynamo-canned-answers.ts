import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CannedAnswers } from '../desk/ports';
import type { CannedAnswer } from '../mail/letters/canned-answer';
import { itemsOf, type Table } from './table';

const CANNED = 'CANNED';

/** What stands in place of a default, or beside them; one that was taken away leaves its place empty. */
type InPlace = ReadonlyMap<string, CannedAnswer | undefined>;

/** The answers that the desk begins with, and its own in their place: one item each. */
export const dynamoCannedAnswers = (table: Table, defaults: readonly CannedAnswer[]): CannedAnswers => ({
  all: async () => withOwn(defaults, await keptIn(table)),
  keep: (answer) => put(table, answer.id, { answer }),
  // A default that is only deleted would be back.
  remove: (id) => put(table, id, { removed: true }),
});

function withOwn(defaults: readonly CannedAnswer[], own: InPlace): CannedAnswer[] {
  const ids = new Set(defaults.map(({ id }) => id));
  const beside = [...own].flatMap(([id, answer]) => (answer && !ids.has(id) ? [answer] : []));
  return [...defaults.flatMap((answer) => (own.has(answer.id) ? (own.get(answer.id) ?? []) : answer)), ...beside];
}

async function keptIn(table: Table): Promise<InPlace> {
  const kept = new Map<string, CannedAnswer | undefined>();
  const query = {
    KeyConditionExpression: 'pk = :canned',
    ExpressionAttributeValues: { ':canned': CANNED },
    ConsistentRead: true,
  };
  for await (const item of itemsOf(table, query))
    kept.set(String(item['sk']), item['answer'] as CannedAnswer | undefined);
  return kept;
}

async function put({ client, name }: Table, id: string, what: object): Promise<void> {
  await client.send(new PutCommand({ TableName: name, Item: { pk: CANNED, sk: id, ...what } }));
}
