import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { clientOf, type DeskClient } from './local-desk';

/** A desk as somebody has it who types `npm start`, with what it said. */
export interface StartedDesk extends DeskClient {
  readonly httpPort: number;
  readonly smtpPort: number;
  /** What it printed when it took traffic. */
  readonly line: string;
  readonly complaints: readonly string[];
  /** Asks it to end (SIGTERM); answers its exit code. */
  end(): Promise<number | null>;
}

/** Types `npm start` in an environment that has nothing but this, and two free ports. */
export async function npmStart(environment: Readonly<Record<string, string>>): Promise<StartedDesk> {
  const [httpPort, smtpPort] = [await freePort(), await freePort()];
  const ports = { HTTP_PORT: `${httpPort}`, SMTP_PORT: `${smtpPort}` };
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...ports, ...environment };
  const child = spawn('npm', ['start', '--silent'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  const complaints: string[] = [];
  createInterface(child.stderr).on('line', (line) => complaints.push(line));
  const ready = once(createInterface(child.stdout), 'line').then(([line]) => String(line));
  const line = await Promise.race([ready, gone.then((code) => `it ended with ${code}: ${complaints.join('\n')}`)]);
  const end = () => {
    child.kill('SIGTERM');
    return gone;
  };
  return { ...clientOf(`http://localhost:${httpPort}`, smtpPort), httpPort, smtpPort, line, complaints, end };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
