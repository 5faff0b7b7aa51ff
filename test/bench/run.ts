import '../../infra/local/production';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAgeing } from './ageing';
import { measureBusinessTime } from './business-time';
import { measureCore } from './core';
import { asTable, brokenFloors, type Findings } from './findings';
import { startFullDesk } from './full-desk';
import { measureIntake } from './intake';
import { measureReading } from './reading';
import { measureReadingMail } from './reading-mail';
import type { Shape } from './seeds';
import { warmUp } from './senders';

/** Where tickets are at a desk of few, a young one and an old one. Each queue ends in a page of as many rows at all three. */
const FEW: Shape = { level2: 36, level3: 20, waiting: 20, resolved: 24, days: 5 };
const YOUNG: Shape = { level2: 36, level3: 20, waiting: 20, resolved: 924, days: 30 };
const OLD: Shape = { level2: 356, level3: 200, waiting: 200, resolved: 49_244, days: 360 };

const WARM_UP = 50;

measureAll().then(end, (error: unknown) => {
  console.error(error);
  process.exit(1);
});

async function measureAll(): Promise<readonly Findings[]> {
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'responstid-bench-'));
  try {
    return [
      show(await measureCore()),
      show(await measureBusinessTime()),
      show(await measureReadingMail(say)),
      show(await measureIntake(`${folder}/intake`, say)),
      ...(await measureFullDesks(folder)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureFullDesks(folder: string): Promise<Findings[]> {
  say('putting 100 and 1,000 tickets into desks');
  const few = await startFullDesk(`${folder}/few`, FEW);
  const young = await startFullDesk(`${folder}/young`, YOUNG);
  // Clients look up where their service is when they first call it: before another desk has services elsewhere.
  await warmUp(young.desk, WARM_UP);
  say('putting 50,000 tickets into a third');
  const old = await startFullDesk(`${folder}/old`, OLD);
  const findings = [show(await measureReading(few, old, say))];
  await warmUp(old.desk, WARM_UP);
  findings.push(show(await measureAgeing(young, old, say)));
  for (const { desk } of [few, young, old]) await desk.stop();
  return findings;
}

function say(what: string): void {
  console.log(`… ${Math.round(performance.now() / 1_000)} s: ${what}`);
}

function show(findings: Findings): Findings {
  console.log(`\n${asTable(findings)}`);
  return findings;
}

function end(all: readonly Findings[]): void {
  const broken = brokenFloors(all);
  console.log(broken.length === 0 ? 'Every floor holds.' : `These do not hold:\n${broken.join('\n')}`);
  process.exit(broken.length === 0 ? 0 : 1);
}
