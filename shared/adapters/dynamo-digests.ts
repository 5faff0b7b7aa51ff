import type { Digests } from '../desk/ports';
import type { Digest } from '../report/digest';
import { keepWithLetter, keepWithoutLetter, keptAt, lastKeptBefore } from './owing-item';
import { digestKey, type Table } from './table';

/** A date's digest is kept once, and owes its letter as a commit does; one that lists nothing owes none. */
export const dynamoDigests = (table: Table): Digests => ({
  kept: async (date) => {
    const found = await keptAt<Digest>(table, digestKey(date));
    return found && { ...found, digest: found.content };
  },
  lastBefore: (date) => lastKeptBefore<Digest>(table, digestKey(date)),
  keep: (digest, at) => {
    const keep = digest.parked.length > 0 ? keepWithLetter : keepWithoutLetter;
    return keep(table, digestKey(digest.date), digest, at);
  },
});
