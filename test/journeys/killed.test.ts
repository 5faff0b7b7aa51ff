import { mkdtemp, rm } from 'node:fs/promises';
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
import { type ReplyLine, startReplyLine } from '../support/reply-line';
import { lineToDesk, startTraffic, type Traffic } from '../support/traffic';

let dataDir = '';
let provider: ReplyLine;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'killed-'));
});
afterEach(async () => {
  await killAll();
  await provider.stop();
  await rm(dataDir, { recursive: true, force: true });
});

// Each of the moments once. By hand, for longer and with other kills: KILLS=60 SEED=7 npx jest test/journeys/killed
const KILLS = Number(process.env['KILLS'] ?? 4);
const SEED = Number(process.env['SEED'] ?? 1);
// Each start takes a second and a half, and several times that on a busy machine.
jest.setTimeout(60_000 + KILLS * 10_000);

describe('a desk that is killed again and again while mails, chats and agents keep it busy', () => {
  it('has all that it took in, in one ticket each, and has sent each letter once', async () => {
    provider = await startReplyLine({ answers: true });
    const { desk, markers, complaints } = await killedAgainAndAgain();
    await desk.settle();
    await desk.moveClock(clockAt(KILLS, HOUR));
    const found = [...(await discrepancies(desk, markers)), ...(await doubledReplies(desk))];
    await desk.stop();
    expect(found).toEqual([]);
    expect(complaints.filter((line) => !line.includes('letter uncertain'))).toEqual([]);
    expect(markers.length).toBeGreaterThan(KILLS);
  });
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
    const desk = startProcess(dataDir, clockAt(kill), { CHAT_REPLY_URL: provider.url });
    await MOMENTS[kill % MOMENTS.length]?.({ ready: async () => line.connect(await desk.ready()), traffic, chance });
    line.cut();
    await desk.kill();
    complaints.push(...desk.complaints);
  }
  const desk = await deskAt(clockAt(KILLS), dataDir, provider.url);
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
  // At any instant.
  async ({ ready, chance }) => {
    await ready();
    await pause(chance() * 1_500);
  },
  // Just when a mail has been acknowledged.
  async ({ ready, traffic, chance }) => {
    await ready();
    await pause(chance() * 300);
    await traffic.nextMail();
  },
  // While a letter is on its way.
  async ({ ready, chance }) => {
    await ready();
    await pause(chance() * 300);
    await provider.nextLetter();
    await pause(chance() * 15);
  },
  // While it starts.
  ({ chance }) => pause(400 + chance() * 1_200),
];

/** What the provider got twice must count as uncertain, and nothing may have come three times. */
async function doubledReplies(desk: RunningDesk): Promise<string[]> {
  const again = provider.letters.filter((letter, index) => provider.letters.indexOf(letter) < index);
  const checked = again.map(async (letter) => {
    const { letters } = await ticketOf(desk, letter.slice(0, 9));
    const isCounted = letters.some(({ id, uncertain }) => id === letter && uncertain);
    return isCounted && again.indexOf(letter) === again.lastIndexOf(letter) ? [] : [`${letter} came too often`];
  });
  return (await Promise.all(checked)).flat();
}

describe('a desk that is killed while a letter is on its way', () => {
  it('sends it once more and counts it as uncertain; killed again, it does not send it a third time', async () => {
    provider = await startReplyLine({ answers: false });
    const letter = provider.nextLetter();
    const first = desk();
    await visitorWrites(await first.ready());
    await letter;
    await first.kill();
    const again = provider.nextLetter();
    const second = desk();
    await again;
    await second.kill();
    const last = await desk().ready();
    await last.settle();
    const [row] = await last.tickets();
    expect((await ticketOf(last, row?.id ?? '')).letters).toMatchObject([
      { letter: 'acknowledgement', is: 'unknown', uncertain: true },
      { letter: 'alert', is: 'done', uncertain: false },
    ]);
    expect(provider.letters).toEqual([await letter, await letter]);
  });
});

const desk = () => startProcess(dataDir, MONDAY_TEN, { CHAT_REPLY_URL: provider.url });
