import { type Policy, type PolicyFile, policySchema } from '../../../../shared/promises/policy';
import { type Oracle, oracleOf } from '../oracle/oracle';
import { type Edges, edgesOf } from './edges';
import { policyFileOf, type Written } from './random-policies';
import { clocksIn } from './scenes';

/** A policy as the engine takes it, and what the oracle makes of the same data. */
export interface World {
  readonly written: Written;
  readonly file: PolicyFile;
  readonly policy: Policy;
  readonly oracle: Oracle;
  readonly edges: Edges;
}

const made = new WeakMap<Written, World>();

/** The world of a policy: its lists are made once for all the questions that are asked. */
export function worldOf(written: Written): World {
  const known = made.get(written);
  if (known) return known;
  const file = policyFileOf(written);
  const oracle = oracleOf(clocksIn(written.scene), file);
  const world = {
    written,
    file,
    policy: policySchema.parse(file),
    oracle,
    edges: edgesOf(written.scene, file, oracle),
  };
  made.set(written, world);
  return world;
}

const closed = new WeakMap<World, Policy>();

/** The policy of a world with the further date, on which all its calendars are closed. */
export function furtherPolicyOf(world: World): Policy {
  const known = closed.get(world);
  if (known) return known;
  const policy = policySchema.parse(closedToo(world.file, world.written.further));
  closed.set(world, policy);
  return policy;
}

function closedToo(file: PolicyFile, date: string): PolicyFile {
  const calendars = Object.entries(file.calendars).map(([name, calendar]) => [
    name,
    { ...calendar, closures: [...calendar.closures, 'further'] },
  ]);
  const dates: [string, string][] = [[date, date]];
  const further = { name: { nb: 'enda en fridag', en: 'one more day off' }, dates };
  return { ...file, calendars: Object.fromEntries(calendars), closures: { ...file.closures, further } };
}
