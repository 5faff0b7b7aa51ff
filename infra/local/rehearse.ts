import './production';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { dynamoLists } from '../../shared/adapters/dynamo-lists';
import { dynamoReports } from '../../shared/adapters/dynamo-reports';
import { dynamoTickets } from '../../shared/adapters/dynamo-tickets';
import { recordedBetween } from '../../shared/desk/recorded';
import { date } from '../../shared/promises/calendar-definition';
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

rehearse(process.argv.slice(2), process.env).then(console.log, (error: unknown) => {
  console.error(error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error);
  process.exit(1);
});

async function rehearse(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
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

async function policyIn(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no file ${file}.`);
  });
  try {
    return readPolicy(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is no policy:\n${error instanceof Error ? error.message : error}`);
  }
}

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly now: number;
}

const A_YEAR = 366 * 24 * 3_600_000;

async function rehearseOn({ table }: OpenTable, other: Policy, { from, to, now }: Range): Promise<string> {
  const { timeZone } = policies.inForce(now);
  const { instantOf } = zoneOf(timeZone);
  const start = from ? instantOf(from, '00:00') : now - A_YEAR;
  const end = to ? Math.min(instantOf(to, '24:00'), now) : now;
  const weekOf = (at: number) => isoWeekOf(at, policies.inForce(at).timeZone);
  const desk = { tickets: dynamoTickets(table, weekOf), reports: dynamoReports(table), lists: dynamoLists(table) };
  const recorded = await recordedBetween(desk, start, end, timeZone);
  return printed(rehearsalOf(recorded, { policies, other, now }), {
    policy: policies.inForce(now),
    other,
    from: start,
    to: end,
  });
}
