import { isSame, type Organisation, type Trait, traitsOf, without } from '../customers/organisation';
import type { Taken } from '../desk/ports';
import type { Instant } from '../promises/instant';
import {
  claimedBy,
  claimTrait,
  itemOf,
  type KeptOrganisation,
  keptOf,
  type Lookup,
  lookupKey,
  releaseTrait,
  replace,
  wholeIn,
} from './customer-items';
import type { Table } from './table';

export interface Keeping {
  readonly table: Table;
  readonly organisation: Organisation;
  readonly now: () => Instant;
}

/**
 * Keeps an organisation with its lookups, unless another has one of its traits: then all is as it was. The item is
 * written first and the lookups decide, so that of two who want one trait at once only one has it. What a crash leaves
 * undone is written in the item, and done when the organisation is kept again.
 */
export async function keepWhole(keeping: Keeping): Promise<Taken | undefined> {
  const taken = await takenByAnother(keeping);
  if (taken) return taken;
  const before = await keptOf(keeping.table, keeping.organisation.id);
  const change = await exchange(keeping, before, keeping.organisation);
  if (change.is === 'done') return undefined;
  // Another took a trait since we looked: back to how it was.
  if (change.is === 'lost-a-trait') await exchange(keeping, change.after, wholeIn(before));
  return keepWhole(keeping);
}

async function takenByAnother({ table, organisation, now }: Keeping): Promise<Taken | undefined> {
  const traits = traitsOf(organisation);
  const lookups = await Promise.all(traits.map((trait) => itemOf(table, lookupKey(trait))));
  for (const [n, trait] of traits.entries()) {
    const { organisation: holder, revision } = (lookups[n] ?? {}) as Partial<Lookup>;
    if (holder === undefined || revision === undefined || holder === organisation.id) continue;
    const kept = await keptOf(table, holder);
    const { name = holder } = kept.organisation ?? wholeIn(kept) ?? {};
    if (claimedBy(kept).some((claimed) => isSame(claimed, trait))) return { trait, by: { id: holder, name } };
    // A crash has left it behind.
    await releaseTrait(table, trait, holder, revision, now());
  }
  return undefined;
}

type Change =
  | { readonly is: 'done' }
  /** Somebody else has changed the organisation since it was read. */
  | { readonly is: 'lost-the-race' }
  | { readonly is: 'lost-a-trait'; readonly after: KeptOrganisation };

async function exchange(
  keeping: Keeping,
  before: KeptOrganisation,
  organisation: Organisation | undefined,
): Promise<Change> {
  const { table, now } = keeping;
  const { id } = keeping.organisation;
  const traits = organisation ? traitsOf(organisation) : [];
  const whole = {
    revision: before.revision + 1,
    organisation,
    former: without([...claimedBy(before), ...before.former], traits),
  };
  const after = { ...whole, before: { organisation: wholeIn(before) } };
  if (!(await replace(table, id, before.revision, after, now()))) return { is: 'lost-the-race' };
  if (!(await claimAll(table, traits, id, after.revision))) return { is: 'lost-a-trait', after };
  if (await replace(table, id, whole.revision, whole, now())) await letGo(keeping, whole, before.revision);
  else await yieldTo(keeping, traits, whole.revision);
  return { is: 'done' };
}

// One after the other in one order, so that of two who want the same several one gets them all.
async function claimAll(table: Table, traits: readonly Trait[], id: string, revision: number): Promise<boolean> {
  for (const trait of traits) if (!(await claimTrait(table, trait, id, revision))) return false;
  return true;
}

async function letGo(keeping: Keeping, whole: KeptOrganisation, until: number): Promise<void> {
  if (whole.former.length === 0) return;
  await releaseAll(keeping, whole.former, until);
  const { table, organisation, now } = keeping;
  await replace(table, organisation.id, whole.revision, { ...whole, former: [] }, now());
}

// Whoever put another in its place meanwhile could not know of all that was claimed here.
async function yieldTo(keeping: Keeping, traits: readonly Trait[], until: number): Promise<void> {
  const current = await keptOf(keeping.table, keeping.organisation.id);
  await releaseAll(keeping, without(traits, claimedBy(current)), until);
}

const releaseAll = ({ table, organisation: { id }, now }: Keeping, traits: readonly Trait[], until: number) =>
  Promise.all(traits.map((trait) => releaseTrait(table, trait, id, until, now())));
