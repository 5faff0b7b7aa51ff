import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../../infra/local/dynamodb';
import { newFolder } from '../../support/folder';
import { clientOf, contentsOf, createDesk } from './dynamodb-desk';

const WRITERS = [0, 1, 2, 3, 4, 5];
const ALL_KEPT = WRITERS.map(() => true);
const VERSIONS = 20;

describe('a process that is killed while it writes', () => {
  it('loses nothing that it acknowledged, and leaves every index as its items say', async () => {
    const location = await deskFolder();
    for (const first of [1, 101, 201]) {
      const acknowledged = await writeUntilKilled(await processOn(location), first);
      const { items, rows, rowsDue } = await contentsOf(location);
      expect(rows).toEqual(rowsDue);
      expect(items.map(({ version }, writer) => Number(version) >= (acknowledged[writer] ?? 0))).toEqual(ALL_KEPT);
    }
  });
});

async function deskFolder(): Promise<string> {
  const location = await newFolder();
  const { url, stop } = await startDynamoDb({ location });
  await createDesk(clientOf(url));
  await stop();
  return location;
}

interface DeskProcess {
  url: string;
  kill(): void;
  exit: Promise<unknown>;
}

async function processOn(location: string): Promise<DeskProcess> {
  const start = `require('./infra/local/dynamodb.ts').startDynamoDb({ location: '${location}' })`;
  const script = `${start}.then(({ url }) => console.log(url))`;
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(child.stdout), 'line');
  return { url, kill: () => child.kill('SIGKILL'), exit: once(child, 'exit') };
}

/** Each writer writes its ticket again and again, until it gets no answer. Returns the last version answered to each. */
async function writeUntilKilled({ url, kill, exit }: DeskProcess, first: number): Promise<number[]> {
  const client = clientOf(url);
  const acknowledged = WRITERS.map(() => 0);
  const write = async (writer: number) => {
    for (let version = first; ; version++) {
      await client.send(new PutCommand({ TableName: 'desk', Item: ticket(writer, version) }));
      acknowledged[writer] = version;
      if (version === first + VERSIONS) kill();
    }
  };
  await Promise.allSettled(WRITERS.map(write));
  await exit;
  return acknowledged;
}

/** A ticket that leaves its queue for another one, or for none, with each version. */
function ticket(writer: number, version: number) {
  const place = version % 3 === 0 ? {} : { queue: `QUEUE#${version % 3}`, next: String(version) };
  return { pk: `T#${writer}`, sk: 'SUMMARY', version, ...place, customer: 'C#1', receivedAt: String(version) };
}
