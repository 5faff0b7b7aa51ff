import { assertSettled } from './desk';
import { aSecond, atLeast, type Findings, percent, thousands } from './findings';
import type { FullDesk } from './full-desk';
import { inTurns, ratePerSecond } from './measure';
import { openLines } from './senders';

const ROUNDS = 9;
const MAILS = 50;

// The store's own trees grow by a level or two, which costs a few per cent; whatever grows with the tickets would
// cost fifty times as much.
const FLOOR = 0.85;

/** Intake at a desk that is young, and at one that has seen many tickets. */
export async function measureAgeing(young: FullDesk, old: FullDesk, say: (what: string) => void): Promise<Findings> {
  say(`${ROUNDS} rounds of ${MAILS} mails at each`);
  const senders = { young: await openLines(young.desk, 8), old: await openLines(old.desk, 8) };
  const { ours, theirs, ratio } = await inTurns(
    ROUNDS,
    () => ratePerSecond(MAILS, () => senders.old.send(MAILS)),
    () => ratePerSecond(MAILS, () => senders.young.send(MAILS)),
  );
  for (const { hangUp } of Object.values(senders)) hangUp();
  for (const { desk } of [young, old]) await assertSettled(desk);
  return {
    title: 'Intake as tickets become many',
    notes: ['Mails of 10 kB, eight at once, with all effects, on disk.'],
    rows: [
      { what: `from the ${thousands(young.tickets)}th ticket on`, figure: aSecond(theirs) },
      { what: `from the ${thousands(old.tickets)}th ticket on`, figure: aSecond(ours) },
      { what: 'later against earlier', figure: percent(ratio), floor: atLeast(ratio, FLOOR, percent) },
    ],
  };
}
