import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { clientOf, type DeskClient } from './local-desk';

/** A desk in a process of its own, as `npm start` runs it. */
export interface DeskProcess {
  /** Done when it takes traffic. */
  ready(): Promise<DeskClient>;
  /** Ends it with -9, at whatever it is; done when it is gone. */
  kill(): Promise<void>;
  /** What it complained of. */
  readonly complaints: readonly string[];
}

const started = new Set<DeskProcess>();

/** Leaves no process behind, whatever a test came to. */
export async function killAll(): Promise<void> {
  await Promise.all([...started].map((desk) => desk.kill()));
}

/** Starts a desk on a folder, on free ports. Time stands still at the given instant. */
export function startProcess(dataDir: string, clock: string, settings: NodeJS.ProcessEnv = {}): DeskProcess {
  const ours = { HTTP_PORT: '0', SMTP_PORT: '0', DATA_DIR: dataDir, CLOCK: clock, NODE_NO_WARNINGS: '1', ...settings };
  const child = spawn(process.execPath, ['infra/local/launch.cjs', 'infra/local/start.ts'], {
    env: { ...process.env, ...ours },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const complaints: string[] = [];
  createInterface(child.stderr).on('line', (line) => complaints.push(line));
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const desk: DeskProcess = {
    ready: async () => clientAt(await Promise.race([firstLine, gone.then(() => `It ended: ${complaints.join('\n')}`)])),
    kill: async () => {
      started.delete(desk);
      child.kill('SIGKILL');
      await gone;
    },
    complaints,
  };
  started.add(desk);
  return desk;
}

function clientAt(line: string): DeskClient {
  const [, httpUrl, smtpPort] = /^ready (http:\S+) smtp:\/\/localhost:(\d+)$/.exec(line) ?? [];
  if (!httpUrl) throw new Error(`The desk did not start. ${line}`);
  return clientOf(httpUrl, Number(smtpPort));
}
