import type { LocalDesk } from '../../infra/local/desk';
import { type Findings, type Row, thousands } from './findings';
import type { FullDesk } from './full-desk';
import { inTurns, ratePerSecond } from './measure';
import { type Reads, readsDuring } from './reads';
import { ask, VIEWS, type View } from './views';

const ROUNDS = 5;
const LOOKS = 8;
const TIMES_AS_LONG_MAX = 2.5;

/** A ticket and pages of queues, at a desk of few tickets and at one of many. */
export async function measureReading(few: FullDesk, many: FullDesk, say: (what: string) => void): Promise<Findings> {
  say(`opening a ticket and turning pages, ${ROUNDS} rounds of ${LOOKS} looks at each`);
  const rows: Row[] = [];
  for (const view of VIEWS) rows.push(await compare(view, few.desk, many.desk));
  return {
    title: `Reading at ${thousands(few.tickets)} and at ${thousands(many.tickets)} tickets`,
    notes: [
      'Pages of five. Calls of the SDK, rows that the store looked at, read units that it charged, time of an answer.',
      `The same are: as many calls, units that differ by a rounding at most, ${TIMES_AS_LONG_MAX} times the time at most.`,
    ],
    rows,
  };
}

async function compare({ what, pathAt }: View, few: LocalDesk, many: LocalDesk): Promise<Row> {
  const paths = { few: await pathAt(few), many: await pathAt(many) };
  const reads = { few: await readsOf(few, paths.few), many: await readsOf(many, paths.many) };
  const { ours, theirs, ratio } = await inTurns(
    ROUNDS,
    () => looksPerSecond(many, paths.many),
    () => looksPerSecond(few, paths.few),
  );
  return {
    what,
    figure: `${said(reads.few, theirs)} → ${said(reads.many, ours)}`,
    floor: { says: 'the same', holds: isSame(reads.few, reads.many) && ratio >= 1 / TIMES_AS_LONG_MAX },
  };
}

// A call is charged by halves of a unit, so that one row more or less may cost one.
const isSame = (few: Reads, many: Reads): boolean =>
  few.calls === many.calls && Math.abs(few.units - many.units) <= 0.5;

async function readsOf(desk: LocalDesk, path: string): Promise<Reads> {
  // Who works here is read once a minute, whatever is looked at.
  await desk.desk.circumstances();
  return readsDuring(desk.services.clients, () => ask(desk, path));
}

const looksPerSecond = (desk: LocalDesk, path: string): Promise<number> =>
  ratePerSecond(LOOKS, async () => {
    for (let look = 0; look < LOOKS; look += 1) await ask(desk, path);
  });

const said = ({ calls, rows, units }: Reads, aSecond: number): string =>
  `${calls} calls, ${rows} rows, ${units.toFixed(1)} units, ${(1_000 / aSecond).toFixed(1)} ms`;
