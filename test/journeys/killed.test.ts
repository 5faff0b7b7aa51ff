import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE } from '../../shared/promises/instant';
import { chanceFrom } from '../support/chance';
import { childDesk } from '../support/child-desk';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { discrepancies } from '../support/ledger';
import { lineToDesk, startTraffic, type Traffic } from '../support/traffic';

// By hand, for longer and with other kills: KILLS=60 SEED=7 npx jest test/journeys/killed
const KILLS = Number(process.env['KILLS'] ?? 10);
const SEED = Number(process.env['SEED'] ?? 1);
const PATIENCE_MS = 20_000 + KILLS * 8_000;

describe('a desk that is killed again and again while mails, chats and agents keep it busy', () => {
  let dataDir = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'killed-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it(
    'has all that it took in, in one ticket each, and has sent each letter once',
    async () => {
      const { markers, complaints, desk } = await story(dataDir);
      await desk.settle();
      const found = await discrepancies(desk, markers);
      await desk.stop();
      expect(found).toEqual([]);
      expect(complaints.filter((line) => !line.includes('letter uncertain'))).toEqual([]);
      expect(markers.length).toBeGreaterThan(KILLS);
    },
    PATIENCE_MS,
  );
});

interface Story {
  readonly markers: readonly string[];
  readonly complaints: readonly string[];
  /** The desk that was started last, at rest in this process. */
  readonly desk: RunningDesk;
}

async function story(dataDir: string): Promise<Story> {
  const chance = chanceFrom(SEED);
  const line = lineToDesk();
  const traffic = startTraffic(line, chance);
  const complaints: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = await childDesk(dataDir, clockAt(kill));
    line.connect(child);
    await momentOfDeath(kill, traffic, chance);
    line.cut();
    await child.kill();
    complaints.push(...child.complaints);
  }
  const desk = await deskAt(clockAt(KILLS), dataDir);
  line.connect(desk);
  await traffic.stop();
  return { markers: traffic.markers, complaints, desk };
}

/** Time goes on while the desk is dead: alarms go off, and leases run out. */
const clockAt = (kill: number) => new Date(Date.parse(MONDAY_TEN) + kill * 17 * MINUTE).toISOString();

/** By turns: at any instant; just when a mail is acknowledged; and while it becomes a ticket and letters. */
async function momentOfDeath(kill: number, traffic: Traffic, chance: () => number): Promise<void> {
  if (kill % 3 === 0) return pause(chance() * 900);
  await new Promise<void>((resolve) => {
    traffic.onMail = resolve;
  });
  if (kill % 3 === 2) await pause(chance() * 120);
}
