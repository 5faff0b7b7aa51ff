import { setTimeout } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Breakers } from '../desk/ports';
import {
  type Arrival,
  type Asked,
  askCounters,
  type BreakerLimit,
  type Counted,
  type Counters,
  countersAsked,
} from '../mail/breakers';
import { counterIn, counterItem, counterKey, type KeptCounter, NEVER_KEPT } from './breaker-item';
import { putIf, type Table } from './table';

/**
 * Counters as items that expire (`BREAKER#<hash>`). All that have a say are read before any is written, so that what
 * one of them refuses takes nothing from the others.
 */
export function dynamoBreakers(table: Table, limits: readonly BreakerLimit[], pause: Pause = setTimeout): Breakers {
  // All ask the desk's counter: in one process they do it one after the other, and lose no race to one another.
  let before: Promise<unknown> = Promise.resolve();
  return {
    ask: (arrival, what) => {
      const answer = before.then(() => ask({ table, limits, arrival, what, pause }));
      before = answer.catch(() => undefined);
      return answer;
    },
  };
}

type Pause = (milliseconds: number) => Promise<unknown>;

interface Asking {
  readonly table: Table;
  readonly limits: readonly BreakerLimit[];
  readonly arrival: Arrival;
  readonly what: Asked;
  readonly pause: Pause;
}

const TRIES = 30;
const PAUSE = 10;

// A first read may be a moment old, at half the price: what was written since is found by the write that fails. Whoever
// lost a race asks again, and finds its own mark in what it had written before.
async function ask(asking: Asking, tries = 1): ReturnType<Breakers['ask']> {
  const { table, limits, arrival, what, pause } = asking;
  const kept = await read(table, countersAsked(arrival, what), tries > 1);
  const counters = new Map([...kept].map(([counted, { counter }]) => [counted, counter]));
  const { permission, changed } = askCounters(counters, arrival, what, limits);
  if (await keepAll(asking, changed, kept)) return permission;
  if (tries === TRIES) throw new Error(`The breakers were changed by others, ${TRIES} times.`);
  await pause(PAUSE * Math.min(tries, TRIES / 3));
  return ask(asking, tries + 1);
}

interface Named extends KeptCounter {
  readonly name: string;
}

async function read(
  { client, name: TableName }: Table,
  names: ReadonlyMap<Counted, string>,
  ConsistentRead: boolean,
): Promise<ReadonlyMap<Counted, Named>> {
  const all = [...names].map(async ([counted, name]) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: counterKey(name), ConsistentRead }));
    return [counted, { name, ...counterIn(Item) }] as const;
  });
  return new Map(await Promise.all(all));
}

/** Those that most others ask come first: a race that is lost is lost there, before a place is taken anywhere else. */
const IN_ORDER = ['desk', 'domain', 'sender'] as const satisfies readonly Counted[];

async function keepAll(
  { table, arrival }: Asking,
  changed: Counters,
  kept: ReadonlyMap<Counted, Named>,
): Promise<boolean> {
  for (const counted of IN_ORDER) {
    const [counter, before] = [changed.get(counted), kept.get(counted)];
    if (!counter || !before) continue;
    // Counted on from the clock, an item that has expired and comes anew never bears a revision that it bore before.
    const revision = Math.max(before.revision + 1, arrival.now);
    const item = counterItem(before.name, counter, revision, arrival.now);
    if (!(await putIf(table, item, unchangedSince(before.revision)))) return false;
  }
  return true;
}

const unchangedSince = (revision: number) =>
  revision === NEVER_KEPT.revision
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } };
