import type { People } from '../desk/people';
import { type Instant, MINUTE } from '../promises/instant';
import type { Roster, Workforce } from '../ticket/roster';
import type { Agent } from '../ticket/staff';
import { rememberedFor } from './remembered-for';
import { type Item, itemsOf, putIf, putIfAbsent, type Table } from './table';

const STAFF = 'STAFF';
/** In capitals, which no agent's id has: the roster lies with the people, and one query reads both. */
const ROSTER = 'ROSTER';

interface RememberedPeople extends People {
  /** Who works here and the roster, read at most once a minute of the given clock; what was changed here counts at once. */
  known(): Promise<Workforce>;
}

/** The people at work, one item each, and the roster; an item's `revision` is the lock on it. */
export function dynamoPeople(table: Table, now: () => Instant): RememberedPeople {
  let hasChanged = false;
  // What may be a moment old is read at half the price, but by whoever would miss a change of their own.
  const known = rememberedFor(MINUTE, now, async () => workforceIn(await read(table, hasChanged)));
  const changed = () => {
    hasChanged = true;
    known.forget();
  };
  return {
    known,
    kept: async () => workforceIn(await read(table, true)),
    keepAgent: (id, change) => keep(table, { sk: id, as: 'agent' }, change).finally(changed),
    keepRoster: (change) => keep(table, { sk: ROSTER, as: 'roster' }, change).finally(changed),
  };
}

async function read(table: Table, ConsistentRead: boolean): Promise<Item[]> {
  const items: Item[] = [];
  const query = { KeyConditionExpression: 'pk = :staff', ExpressionAttributeValues: { ':staff': STAFF } };
  for await (const item of itemsOf(table, { ...query, ConsistentRead })) items.push(item);
  return items;
}

function workforceIn(items: readonly Item[]): Workforce {
  const staff = items.flatMap((item) => ('agent' in item ? [item['agent'] as Agent] : []));
  const roster = items.find(({ sk }) => sk === ROSTER)?.['roster'] as Roster | undefined;
  return { staff, roster: roster ?? { shifts: [] } };
}

/** Where somebody else was quicker, the change is made to what there is by now. */
async function keep<T>(table: Table, { sk, as }: Kept, change: (there: Workforce) => T): Promise<T> {
  const items = await read(table, true);
  const revision = items.find((item) => item['sk'] === sk)?.['revision'] as number | undefined;
  const made = change(workforceIn(items));
  const item = { pk: STAFF, sk, [as]: made, revision: (revision ?? 0) + 1 };
  return (await putIf(table, item, atRevision(revision))) ? made : keep(table, { sk, as }, change);
}

/** An item of the partition, and the attribute in which it holds what it is about. */
interface Kept {
  readonly sk: string;
  readonly as: 'agent' | 'roster';
}

// What was seeded has no revision yet.
const atRevision = (revision: number | undefined) =>
  revision === undefined
    ? { ConditionExpression: 'attribute_not_exists(revision)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } };

/** Adds an agent, unless there is one of that name. */
export const addAgent = async (table: Table, agent: Agent): Promise<void> => {
  await putIfAbsent(table, { pk: STAFF, sk: agent.id, agent });
};

/** Sets a first roster, unless there is one. */
export const addRoster = async (table: Table, roster: Roster): Promise<void> => {
  await putIfAbsent(table, { pk: STAFF, sk: ROSTER, roster });
};
