import type { KeptRelease, Releases } from '../desk/ports';
import { MINUTE } from '../promises/instant';
import { releaseKey } from '../promises/releases';
import { rememberedFor } from './remembered-for';
import { itemsOf, putIf, type Table } from './table';

const RELEASE = 'RELEASE';

/**
 * The calendar of releases, one item a version. `all` is read at most once a minute of the given clock, and again after
 * a write of this desk's own.
 */
export function dynamoReleases(table: Table, now: () => number): Releases {
  const read = () => rememberedFor(MINUTE, now, () => keptIn(table));
  let known = read();
  return {
    all: () => known(),
    kept: () => keptIn(table),
    keep: (kept) =>
      put(table, kept).finally(() => {
        known = read();
      }),
  };
}

async function keptIn(table: Table): Promise<KeptRelease[]> {
  const found: KeptRelease[] = [];
  const query = {
    KeyConditionExpression: 'pk = :release',
    ExpressionAttributeValues: { ':release': RELEASE },
    ConsistentRead: true,
  };
  for await (const item of itemsOf(table, query)) found.push({ ...(item['kept'] as Kept), revision: revisionOf(item) });
  return found;
}

type Kept = Omit<KeptRelease, 'revision'>;

const revisionOf = (item: Readonly<Record<string, unknown>>): number => Number(item['revision']);

const put = (table: Table, { revision, ...kept }: KeptRelease): Promise<boolean> =>
  putIf(
    table,
    { pk: RELEASE, sk: releaseKey(kept.name), kept, revision: revision + 1 },
    revision === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } },
  );
