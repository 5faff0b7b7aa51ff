import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOUR, MINUTE } from '../../shared/promises/instant';
import { chanceFrom } from '../support/chance';
import { visitorWrites } from '../support/chat';
import { killAll, startProcess } from '../support/child-desk';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../support/in-process';
import { ticketOf } from '../support/journey';
import { discrepancies } from '../support/ledger';

import { lineToDesk, startTraffic, type Traffic } from '../support/traffic';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterEach(async () => {
  await killAll();
  await rm(dataDir, { recursive: true, force: true });
});

// By hand, for longer and with other kills: KILLS=60 SEED=7 npx jest test/journeys/killed
const KILLS = Number(process.env['KILLS'] ?? 8);
const SEED = Number(process.env['SEED'] ?? 1);
const PATIENCE_MS = 40_000 + KILLS * 8_000;

describe('a desk that is killed again and again while mails, chats and agents keep it busy', () => {
  it(
    'has all that it took in, in one ticket each, and has sent each letter once',
    async () => {
      const { desk, markers, complaints } = await killedAgainAndAgain();
      await desk.settle();
      await desk.moveClock(clockAt(KILLS, HOUR));
      const found = await discrepancies(desk, markers);
      await desk.stop();
      expect(found).toEqual([]);
      expect(complaints.filter((line) => !line.includes('letter uncertain'))).toEqual([]);
      expect(markers.length).toBeGreaterThan(KILLS);
    },
    PATIENCE_MS,
  );
});

/** Time goes on while the desk is dead: alarms go off, and leases run out. */
const clockAt = (kill: number, later = 0) =>
  new Date(Date.parse(MONDAY_TEN) + kill * 17 * MINUTE + later).toISOString();

interface Story {
  /** The desk that was started last, in this process. */
  readonly desk: RunningDesk;
  readonly markers: readonly string[];
  readonly complaints: readonly string[];
}

async function killedAgainAndAgain(): Promise<Story> {
  const chance = chanceFrom(SEED);
  const line = lineToDesk();
  const traffic = startTraffic(line, chance);
  const complaints: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const desk = startProcess(dataDir, clockAt(kill));
    await MOMENTS[kill % MOMENTS.length]?.({ ready: async () => line.connect(await desk.ready()), traffic, chance });
    line.cut();
    await desk.kill();
    complaints.push(...desk.complaints);
  }
  const desk = await deskAt(clockAt(KILLS), dataDir);
  line.connect(desk);
  await traffic.stop();
  return { desk, markers: traffic.markers, complaints };
}

interface Killer {
  readonly ready: () => Promise<void>;
  readonly traffic: Traffic;
  readonly chance: () => number;
}

/** When the kills fall, by turns. */
const MOMENTS: readonly ((killer: Killer) => Promise<unknown>)[] = [
  // While it starts.
  ({ chance }) => pause(400 + chance() * 1_200),
  // At any instant.
  async ({ ready, chance }) => {
    await ready();
    await pause(chance() * 900);
  },
  // Just when a mail has been acknowledged.
  async ({ ready, traffic }) => {
    await ready();
    await traffic.nextMail();
  },
  // While a mail becomes a ticket and letters.
  async ({ ready, traffic, chance }) => {
    await ready();
    await traffic.nextMail();
    await pause(chance() * 80);
  },
];

describe('a desk that is killed while a letter is on its way', () => {
  it('sends it once more and counts it as uncertain; killed again, it does not send it a third time', async () => {
    const provider = await startSilentProvider();
    const desk = () => startProcess(dataDir, MONDAY_TEN, { CHAT_REPLY_URL: provider.url });
    const first = desk();
    const client = await first.ready();
    const reached = provider.nextReply();
    await visitorWrites(client);
    const letter = await reached;
    await first.kill();
    const second = desk();
    const again = provider.nextReply();
    await second.ready();
    expect(await again).toBe(letter);
    await second.kill();
    const third = desk();
    const last = await third.ready();
    await last.settle();
    const [row] = await last.tickets();
    const { letters } = await ticketOf(last, row?.id ?? '');
    await third.kill();
    await provider.stop();
    expect(letters).toMatchObject([
      { letter: 'acknowledgement', is: 'unknown', uncertain: true },
      { letter: 'alert', is: 'done', uncertain: false },
    ]);
    expect(provider.replies).toEqual([letter, letter]);
  });
});

/** A chat provider that takes replies and answers none. */
async function startSilentProvider() {
  const replies: string[] = [];
  let tell: (id: string) => void = () => {};
  const server = createServer(({ headers }) => {
    const id = String(headers['webhook-id']);
    replies.push(id);
    tell(id);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/replies`,
    replies,
    nextReply: () =>
      new Promise<string>((resolve) => {
        tell = resolve;
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
