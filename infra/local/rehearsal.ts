import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import * as z from 'zod';
import { dynamoLists } from '../../shared/adapters/dynamo-lists';
import { dynamoReports } from '../../shared/adapters/dynamo-reports';
import { dynamoTickets } from '../../shared/adapters/dynamo-tickets';
import { recordedBetween } from '../../shared/desk/recorded';
import { date } from '../../shared/promises/calendar-definition';
import { dateOf as dateOfDay, dayOf } from '../../shared/promises/days';
import type { Instant, LocalDate } from '../../shared/promises/instant';
import { isoWeekOf } from '../../shared/promises/iso-week';
import { type Policy, readPolicy } from '../../shared/promises/policy';
import { zoneOf } from '../../shared/promises/zone';
import { rehearsalOf } from '../../shared/report/rehearsal';
import { policies } from '../policies';
import { type OpenTable, tableIn, tableOnAws } from './desk-table';
import { printed } from './rehearsal-in-print';

const HOW = `Replays what a desk has recorded under another policy, and changes nothing:

  npm run rehearse -- --policy other.json [--from 2026-01-01] [--to 2026-03-31]

The desk is the one whose data is in DATA_DIR (.data), running or not; with TABLE, the one on AWS. CLOCK says what now is.`;

const environment = z.object({
  DATA_DIR: z.string().min(1).default('.data'),
  TABLE: z.string().optional(),
  CLOCK: z.iso.datetime({ offset: true }).optional(),
});

const options = z.object({ policy: z.string(), from: date.optional(), to: date.optional() });

/** Answers what is printed. @throws what was asked wrongly, in words for whoever asked */
export async function rehearse(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const given = parseArgs({
    args: [...argv],
    options: { policy: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  });
  if (given.values.policy === undefined) throw new Error(HOW);
  const { policy: file, ...range } = options.parse(given.values);
  const { DATA_DIR, TABLE, CLOCK } = environment.parse(env);
  const other = await policyIn(file);
  const now = CLOCK ? Date.parse(CLOCK) : Date.now();
  const open = TABLE ? tableOnAws(TABLE) : await tableIn(DATA_DIR);
  try {
    return await rehearseOn(open, other, { ...range, now });
  } finally {
    await open.stop();
  }
}

// A copy of a version that the desk keeps is that version: it changes nothing about the tickets that are held to it.
async function policyIn(file: string): Promise<Policy> {
  const written = await writtenIn(file);
  return policies.versions.find((kept) => isDeepStrictEqual(kept, written)) ?? written;
}

async function writtenIn(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no file ${file}.`);
  });
  try {
    return readPolicy(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is no policy:\n${error instanceof Error ? error.message : error}`);
  }
}

interface Asked {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly now: Instant;
}

async function rehearseOn({ table }: OpenTable, other: Policy, { now, ...days }: Asked): Promise<string> {
  const policy = policies.inForce(now);
  const { timeZone } = policy;
  const range = { ...rangeOf(days, now, timeZone), now };
  const weekOf = (at: Instant) => isoWeekOf(at, policies.inForce(at).timeZone);
  const desk = { tickets: dynamoTickets(table, weekOf), reports: dynamoReports(table), lists: dynamoLists(table) };
  const recorded = await recordedBetween(desk, { ...range, timeZone });
  return printed(rehearsalOf(recorded, { policies, other, ...range }), { policy, other, ...range });
}

const A_YEAR = 366;

/** From the beginning of the first day to the end of the last, which is today at the latest. */
function rangeOf({ from, to }: Omit<Asked, 'now'>, now: Instant, timeZone: string): Record<'from' | 'to', Instant> {
  const { dateOf, instantOf } = zoneOf(timeZone);
  const today = dateOf(now);
  const last = to === undefined || to > today ? today : to;
  const first = from ?? dateOfDay(dayOf(last) - A_YEAR);
  if (first > last) {
    const end = last === to ? `--to ${to}` : `today, ${today}`;
    throw new Error(`--from ${first} comes after ${end}. Give the first day as --from and the last one as --to.`);
  }
  return { from: instantOf(first, '00:00'), to: instantOf(last, '24:00') };
}
