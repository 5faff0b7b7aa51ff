import './production';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Log } from '../../shared/desk/ports';
import type { LocalDesk } from './desk';
import { startWhenFree } from './start-when-free';

const port = z.coerce.number('A port is a number.').int().min(0).max(65_535);

const environment = z.object({
  HTTP_PORT: port.default(8080),
  SMTP_PORT: port.default(2525),
  DATA_DIR: z.string().min(1).default('.data'),
  CLOCK: z.iso
    .datetime({ offset: true, message: 'CLOCK is an ISO instant with its offset, such as 2026-01-16T14:50:00+01:00.' })
    .optional(),
  CHAT_REPLY_URL: z.url('CHAT_REPLY_URL is an address such as http://localhost:9000/replies.').optional(),
});

const parsed = environment.safeParse(process.env);
if (!parsed.success) stopWith(z.prettifyError(parsed.error));
const { HTTP_PORT, SMTP_PORT, DATA_DIR, CLOCK, CHAT_REPLY_URL } = parsed.data;

/** Quiet but for what went wrong; a line of JSON each. */
const log: Log = {
  info: () => undefined,
  error: (message, details) => console.error(JSON.stringify({ message, ...details })),
};

const settings = {
  httpPort: HTTP_PORT,
  smtpPort: SMTP_PORT,
  dataDir: DATA_DIR,
  clock: CLOCK,
  chatReplyUrl: CHAT_REPLY_URL,
  log,
};

startWhenFree(settings, () => pause(100)).then(
  (desk) => {
    endWith(desk);
    console.log(`ready ${desk.httpUrl} smtp://localhost:${desk.smtpPort}`);
  },
  (error: unknown) => stopWith(`The desk did not start: ${error instanceof Error ? error.message : error}`),
);

function endWith(desk: LocalDesk): void {
  const end = () => {
    desk.stop().then(
      () => process.exit(0),
      (error: unknown) => stopWith(String(error)),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  endWithParent();
}

// npm does not hand a kill -9 on; without it nobody would end this process.
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGKILL'), 200).unref();
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(1);
}
