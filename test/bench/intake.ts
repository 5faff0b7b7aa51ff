import { type Call, callsDuring, makeAgain } from './calls';
import { assertSettled, type BusyDesk } from './desk';
import { aSecond, atLeast, type Findings, percent, type Row } from './findings';
import { freshCalls } from './fresh-calls';
import { inTurns, ratePerSecond } from './measure';

const ROUNDS = 7;
const WARM_UP = 60;
const FLOOR = 0.6;

/** Intake with all its effects, against the calls of the SDK that it consists of, made bare on the same stand-ins. */
export async function measureIntake(desk: BusyDesk, tell: (what: string) => void): Promise<Findings> {
  await desk.takeInOneByOne(WARM_UP);
  const { clients } = desk.local.services;
  const calls = await callsDuring(clients, () => desk.takeInOneByOne(1));
  await ratePerSecond(WARM_UP, () => bare(calls, WARM_UP, 1, desk));
  const rows: Row[] = [];
  for (const { atOnce, mails } of LOADS) {
    tell(`${ROUNDS} rounds of ${mails} mails, ${SAID[atOnce]}`);
    rows.push(...(await compare(desk, calls, atOnce, mails)));
  }
  await assertSettled(desk);
  return { title: 'Intake of mails of 10 kB, with all effects, on disk', notes: notesOn(calls), rows };
}

type AtOnce = 1 | 8;

const LOADS = [
  { atOnce: 1, mails: 60 },
  { atOnce: 8, mails: 160 },
] as const satisfies readonly { atOnce: AtOnce; mails: number }[];

const SAID: Readonly<Record<AtOnce, string>> = { 1: 'one at a time', 8: 'eight at once' };

async function compare(desk: BusyDesk, calls: readonly Call[], atOnce: AtOnce, mails: number): Promise<Row[]> {
  const takeIn = () => (atOnce === 1 ? desk.takeInOneByOne(mails) : desk.takeIn(mails, atOnce));
  const { ours, theirs, ratio } = await inTurns(
    ROUNDS,
    () => ratePerSecond(mails, takeIn),
    () => bare(calls, mails, atOnce, desk),
  );
  const how = SAID[atOnce];
  return [
    { what: `${how}, the desk`, figure: `${aSecond(ours)}` },
    { what: `${how}, bare calls`, figure: `${aSecond(theirs)}` },
    { what: `${how}, the desk of the bare`, figure: percent(ratio), floor: atLeast(ratio, FLOOR, percent) },
  ];
}

/** The rate of as many sets of bare calls, so many sets at once; a set's own calls follow each other. */
async function bare(calls: readonly Call[], sets: number, atOnce: number, { local }: BusyDesk): Promise<number> {
  const fresh = Array.from({ length: sets }, () => freshCalls(calls));
  return ratePerSecond(sets, async () => {
    const worker = async () => {
      for (let set = fresh.pop(); set; set = fresh.pop()) await makeAgain(set, local.services.clients);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  });
}

function notesOn(calls: readonly Call[]): string[] {
  const counts = new Map<string, number>();
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  const list = [...counts].map(([operation, count]) => `${count} ${operation}`).join(', ');
  return [
    'From the SMTP door to the last letter: nothing is owed when a round ends. Bare are the calls that one mail causes,',
    `with the same inputs under new names, in the same process on the same stand-ins. They are ${calls.length}:`,
    `${list}.`,
  ];
}
