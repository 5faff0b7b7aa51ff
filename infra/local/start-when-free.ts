import * as z from 'zod';
import { type LocalDesk, type LocalSettings, startDesk } from './desk';
import { locked } from './store';

const taken = z.object({ code: z.literal('EADDRINUSE'), port: z.number() });

/**
 * Starts a desk, if need be by so many more tries: a process that was just killed may hold the ports and the data for
 * a moment yet. Throws an error that says what is held, and what to do.
 */
export async function startWhenFree(
  settings: LocalSettings,
  pause: () => Promise<unknown>,
  tries = 20,
): Promise<LocalDesk> {
  try {
    return await startDesk(settings);
  } catch (error) {
    const held = heldOf(error, settings);
    if (held === undefined) throw error;
    if (tries === 0) throw new Error(held, { cause: error });
    await pause();
    return startWhenFree(settings, pause, tries - 1);
  }
}

function heldOf(error: unknown, { httpPort, dataDir }: LocalSettings): string | undefined {
  const port = taken.safeParse(error).data?.port;
  if (port !== undefined) {
    const name = port === httpPort ? 'HTTP_PORT' : 'SMTP_PORT';
    return `port ${port} is taken. Stop whatever uses it, or choose another by ${name}.`;
  }
  if (!locked.safeParse(error).success) return undefined;
  return `${dataDir} is in use. Stop the desk that keeps its data there, or choose another folder by DATA_DIR.`;
}
