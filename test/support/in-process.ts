import { type LocalDesk, startDesk } from '../../infra/local/desk';
import type { Log } from '../../shared/desk/ports';
import { LIMITS } from '../../shared/mail/breaker-limits';
import type { Policies } from '../../shared/promises/policies';
import { clientOf, type DeskClient, postman } from './local-desk';

/** Monday 12 January 2026 10:00 in Oslo: an ordinary open hour. */
export const MONDAY_TEN = '2026-01-12T10:00:00+01:00';

// One customer writes often in these stories, which are about something else. What the breakers do: `loops.test.ts`.
const GENEROUS = LIMITS.map((limit) => ({ ...limit, atMost: 100_000 }));

export interface RunningDesk extends DeskClient {
  readonly local: LocalDesk;
  /** What the desk complained of. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

/** A whole desk in this process, on free ports, which keeps nothing; time stands still at the given instant. */
export async function deskAt(
  clock: string = MONDAY_TEN,
  dataDir = ':memory:',
  chatReplyUrl?: string,
  policies?: Policies,
): Promise<RunningDesk> {
  const complaints: string[] = [];
  const log: Log = {
    info: () => undefined,
    error: (message, details) => void complaints.push(`${message} ${JSON.stringify(details)}`),
  };
  const ports = { httpPort: 0, smtpPort: 0 };
  const local = await startDesk({ ...ports, dataDir, clock, chatReplyUrl, policies, limits: GENEROUS, log });
  const client = postman(local.smtpPort, { pool: true });
  const stop = () => {
    client.leave();
    return local.stop();
  };
  return { ...clientOf(local.httpUrl, local.smtpPort, client), local, complaints, stop };
}
