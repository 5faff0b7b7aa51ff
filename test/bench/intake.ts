import type { LocalDesk } from '../../infra/local/desk';
import type { Clients } from '../../shared/adapters/desk';
import { makeAgain } from './bare-calls';
import { startBareServices } from './bare-services';
import { type Call, callsDuring } from './calls';
import { assertSettled, startBenchDesk } from './desk';
import { aSecond, atLeast, type Findings, percent, type Row } from './findings';
import { freshCalls } from './fresh-calls';
import { inTurns, ratePerSecond } from './measure';
import { type AtOnce, openLines, warmUp } from './senders';

const ROUNDS = 9;
const WARM_UP = 250;
const FLOOR = 0.6;

const LOADS = [
  { atOnce: 1, mails: 20, said: 'one at a time' },
  { atOnce: 8, mails: 60, said: 'eight at once' },
] as const;

/** Intake with all its effects, against the calls of the SDK that it consists of, made bare on the same stand-ins. */
export async function measureIntake(folder: string, say: (what: string) => void): Promise<Findings> {
  const desk = await startBenchDesk(`${folder}/desk`);
  say('warming up');
  const calls = await callsOfOneMail(desk);
  // Started only now: clients look up where their service is when they first call it.
  const services = await startBareServices(`${folder}/bare`);
  await rateOfCalls(calls, services.clients, WARM_UP, 8);
  const rows: Row[] = [];
  for (const load of LOADS) {
    say(`${ROUNDS} rounds of ${load.mails} mails, ${load.said}`);
    rows.push(...(await compare(load, desk, calls, services.clients)));
  }
  await assertSettled(desk);
  await Promise.all([desk.stop(), services.stop()]);
  return { title: 'Intake of mails of 10 kB, with all effects, on disk', notes: notesOn(calls), rows };
}

async function callsOfOneMail(desk: LocalDesk): Promise<readonly Call[]> {
  await warmUp(desk, WARM_UP);
  const sender = await openLines(desk, 1);
  const calls = await callsDuring(desk.services.clients, () => sender.send(1));
  sender.hangUp();
  return calls;
}

async function compare(
  { atOnce, mails, said }: (typeof LOADS)[number],
  desk: LocalDesk,
  calls: readonly Call[],
  clients: Clients,
): Promise<Row[]> {
  const senders = await openLines(desk, atOnce);
  const { ours, theirs, ratio } = await inTurns(
    ROUNDS,
    () => ratePerSecond(mails, () => senders.send(mails)),
    () => rateOfCalls(calls, clients, mails, atOnce),
  );
  senders.hangUp();
  return [
    { what: `${said}, desk`, figure: aSecond(ours) },
    { what: `${said}, bare`, figure: aSecond(theirs) },
    { what: `${said}, desk against bare`, figure: percent(ratio), floor: atLeast(ratio, FLOOR, percent) },
  ];
}

/** The rate of as many sets of calls, so many sets at once; the calls of a set follow each other. */
async function rateOfCalls(calls: readonly Call[], clients: Clients, sets: number, atOnce: AtOnce): Promise<number> {
  const fresh = Array.from({ length: sets }, () => freshCalls(calls));
  const caller = async () => {
    for (let set = fresh.pop(); set; set = fresh.pop()) await makeAgain(set, clients);
  };
  return ratePerSecond(sets, () => Promise.all(Array.from({ length: atOnce }, caller)));
}

function notesOn(calls: readonly Call[]): string[] {
  const counts = new Map<string, number>();
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  const list = [...counts].map(([operation, count]) => `${count} ${operation}`);
  return [
    'From the SMTP door to the last letter: nothing is owed when a round ends. Bare are the calls that one mail causes,',
    `with the same inputs under new names, in the same process on the same stand-ins. They are ${calls.length}:`,
    `${list.slice(0, 6).join(', ')},`,
    `${list.slice(6).join(', ')}.`,
  ];
}
