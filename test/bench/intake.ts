import type { Clients } from '../../shared/adapters/desk';
import { makeAgain } from './bare-calls';
import { startBareServices } from './bare-services';
import { type Call, callsDuring } from './calls';
import { assertSettled, type BusyDesk, startBusyDesk } from './desk';
import { aSecond, atLeast, type Findings, percent, type Row } from './findings';
import { freshCalls } from './fresh-calls';
import { inTurns, ratePerSecond } from './measure';

const ROUNDS = 5;
const WARM_UP = 60;
const FLOOR = 0.6;

/** Intake with all its effects, against the calls of the SDK that it consists of, made bare on the same stand-ins. */
export async function measureIntake(folder: string, say: (what: string) => void): Promise<Findings> {
  const desk = await startBusyDesk(`${folder}/desk`);
  await desk.takeInOneByOne(WARM_UP);
  const calls = await callsDuring(desk.local.services.clients, () => desk.takeInOneByOne(1));
  // Started only now: clients look up where their service is when they first call it.
  const services = await startBareServices(`${folder}/bare`);
  const sides = { desk, bare: bareCalls(calls, services.clients) };
  await sides.bare(WARM_UP, 1);
  const rows: Row[] = [];
  for (const load of LOADS) {
    say(`${ROUNDS} rounds of ${load.mails} mails, ${SAID[load.atOnce]}`);
    rows.push(...(await compare(sides, load)));
  }
  await assertSettled(desk);
  await Promise.all([desk.stop(), services.stop()]);
  return { title: 'Intake of mails of 10 kB, with all effects, on disk', notes: notesOn(calls), rows };
}

interface Load {
  readonly atOnce: 1 | 8;
  readonly mails: number;
}

const LOADS: readonly Load[] = [
  { atOnce: 1, mails: 40 },
  { atOnce: 8, mails: 120 },
];

const SAID: Readonly<Record<Load['atOnce'], string>> = { 1: 'one at a time', 8: 'eight at once' };

interface Sides {
  readonly desk: BusyDesk;
  readonly bare: (sets: number, atOnce: number) => Promise<number>;
}

async function compare({ desk, bare }: Sides, { atOnce, mails }: Load): Promise<Row[]> {
  const takeIn = () => (atOnce === 1 ? desk.takeInOneByOne(mails) : desk.takeInEightAtOnce(mails));
  const rateOfDesk = () => ratePerSecond(mails, takeIn);
  const { ours, theirs, ratio } = await inTurns(ROUNDS, rateOfDesk, () => bare(mails, atOnce));
  const how = SAID[atOnce];
  return [
    { what: `${how}, the desk`, figure: aSecond(ours) },
    { what: `${how}, bare calls`, figure: aSecond(theirs) },
    { what: `${how}, the desk of the bare`, figure: percent(ratio), floor: atLeast(ratio, FLOOR, percent) },
  ];
}

/** The rate of as many sets of calls, so many sets at once; the calls of a set follow each other. */
const bareCalls =
  (calls: readonly Call[], clients: Clients): Sides['bare'] =>
  async (sets, atOnce) => {
    const fresh = Array.from({ length: sets }, () => freshCalls(calls));
    const worker = async () => {
      for (let set = fresh.pop(); set; set = fresh.pop()) await makeAgain(set, clients);
    };
    return ratePerSecond(sets, () => Promise.all(Array.from({ length: atOnce }, worker)));
  };

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
