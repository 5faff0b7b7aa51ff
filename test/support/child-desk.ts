import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { clientOf, type DeskClient } from './local-desk';

/** A desk in a process of its own, as `npm start` runs it. */
export interface ChildDesk extends DeskClient {
  /** Ends it with -9; done when it is gone. */
  kill(): Promise<void>;
  /** What it complained of. */
  readonly complaints: readonly string[];
}

/** Starts a desk on a folder, on free ports; done when it takes traffic. Time stands still at the given instant. */
export async function childDesk(dataDir: string, clock: string): Promise<ChildDesk> {
  const env = {
    ...process.env,
    HTTP_PORT: '0',
    SMTP_PORT: '0',
    DATA_DIR: dataDir,
    CLOCK: clock,
    NODE_NO_WARNINGS: '1',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const complaints: string[] = [];
  createInterface(child.stderr).on('line', (line) => complaints.push(line));
  const ready = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([ready, gone.then(() => 'it ended')]);
  const [, httpUrl = '', smtpPort = ''] = /^ready (http:\S+) smtp:\/\/localhost:(\d+)$/.exec(line) ?? [];
  if (!httpUrl) throw new Error(`The desk did not start: ${line} ${complaints.join('\n')}`);
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { ...clientOf(httpUrl, Number(smtpPort)), kill, complaints };
}
