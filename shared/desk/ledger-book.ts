import { isDeepStrictEqual } from 'node:util';
import type { Delivery } from '../ticket/delivery';
import { keptLetter } from './kept-letter';
import type { Desk, Ledger, OwedKey } from './ports';

/** A ledger while somebody is at work on it: what becomes of effects is noted, and kept with the next claim or at the end. */
export interface LedgerBook {
  delivery(index: number): Delivery | undefined;
  note(index: number, to: Delivery): void;
  /** Keeps the claim and all that was noted before it, in one update; false when another was quicker to claim. */
  claim(index: number, taken: Delivery): Promise<boolean>;
  /** Keeps all that was noted. */
  keep(): Promise<void>;
}

export function ledgerBook(desk: Desk, key: OwedKey, kept: Ledger): LedgerBook {
  let ledger = kept;
  let notes: readonly Note[] = [];
  const enterAll = async (...all: readonly Note[]) => {
    ledger = await enter(desk, key, ledger, all);
    notes = [];
  };
  const noteOf = (index: number, to: Delivery): Note => ({ index, from: ledger.deliveries[index], to });
  return {
    delivery: (index) => ledger.deliveries[index],
    note: (index, to) => {
      notes = [...notes, noteOf(index, to)];
    },
    claim: async (index, taken) => {
      await enterAll(...notes, noteOf(index, taken));
      return ledger.deliveries[index] === taken;
    },
    keep: () => enterAll(...notes),
  };
}

/** An effect's delivery as it was taken up, and what has become of it. */
interface Note {
  readonly index: number;
  readonly from: Delivery | undefined;
  readonly to: Delivery;
}

// Another may be at work on the same effects (a relay and a sweep). Who comes second reads the ledger again and enters
// what still is as they left it, so that neither loses what the other has done, and nothing is done again for it.
async function enter(desk: Desk, key: OwedKey, ledger: Ledger, notes: readonly Note[]): Promise<Ledger> {
  const deliveries = ledger.deliveries.map((delivery, index) => noted(delivery, index, notes));
  if (deliveries.every((delivery, index) => delivery === ledger.deliveries[index])) return ledger;
  const { revision } = ledger;
  if (await desk.outbox.save(key, { revision, deliveries })) return { revision: revision + 1, deliveries };
  return enter(desk, key, await ledgerOf(desk, key), notes);
}

const noted = (delivery: Delivery, index: number, notes: readonly Note[]): Delivery =>
  notes.find((note) => note.index === index && isDeepStrictEqual(note.from, delivery))?.to ?? delivery;

async function ledgerOf(desk: Desk, key: OwedKey): Promise<Ledger> {
  const kept = 'ticket' in key ? await commitOf(desk, key) : await keptLetter(desk, key);
  if (kept) return kept;
  throw new Error(`What owed an effect is gone: ${JSON.stringify(key)}`);
}

const commitOf = async ({ tickets }: Desk, { ticket, version }: Extract<OwedKey, { ticket: unknown }>) =>
  (await tickets.history(ticket)).find((commit) => commit.version === version);
