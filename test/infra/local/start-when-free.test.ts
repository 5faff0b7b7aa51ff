import { once } from 'node:events';
import { createServer } from 'node:net';
import type { LocalSettings } from '../../../infra/local/desk';
import { startServices } from '../../../infra/local/services';
import { startWhenFree } from '../../../infra/local/start-when-free';
import { newFolder } from '../../support/folder';
import { counted, desk, FRIDAY } from './stand-ins';

const letGos: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(letGos.splice(0).map((letGo) => letGo())));

const atOnce = async () => undefined;

const settingsWith = async (more: Partial<LocalSettings>): Promise<LocalSettings> => ({
  httpPort: 0,
  smtpPort: 0,
  dataDir: await newFolder(),
  clock: FRIDAY,
  log: { info: () => undefined, error: () => undefined },
  ...more,
});

/** A port that somebody else has. */
async function heldPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const letGo = async () => void server.close();
  letGos.push(letGo);
  return { port: typeof address === 'object' && address ? address.port : 0, letGo };
}

/** A folder of data that another desk has open. */
async function heldFolder() {
  const dataDir = await newFolder();
  const { clock } = desk();
  const others = { dataDir, clock, parameters: {}, chatForwardTo: undefined, newId: counted('id-') };
  const { stop: letGo } = await startServices(others);
  letGos.push(letGo);
  return { dataDir, letGo };
}

const holders = {
  httpPort: async () => {
    const { port: httpPort, letGo } = await heldPort();
    return { settings: { httpPort }, letGo };
  },
  smtpPort: async () => {
    const { port: smtpPort, letGo } = await heldPort();
    return { settings: { smtpPort }, letGo };
  },
  dataDir: async () => {
    const { dataDir, letGo } = await heldFolder();
    return { settings: { dataDir }, letGo };
  },
};

describe.each(['httpPort', 'smtpPort', 'dataDir'] as const)('a desk whose %s is held', (what) => {
  it('for a moment waits for it, and starts on its data', async () => {
    const { settings, letGo } = await holders[what]();
    const started = await startWhenFree(await settingsWith(settings), letGo);
    letGos.push(started.stop);
    expect((await fetch(`${started.httpUrl}/local/clock`)).status).toBe(200);
  });
});

it.each([
  ['httpPort', 'HTTP_PORT'],
  ['smtpPort', 'SMTP_PORT'],
] as const)('a %s that stays held is told of by its number, and where another is chosen', async (what, name) => {
  const { port } = await heldPort();
  await expect(startWhenFree(await settingsWith({ [what]: port }), atOnce, 2)).rejects.toThrow(
    `port ${port} is taken. Stop whatever uses it, or choose another by ${name}.`,
  );
});

it('a folder that stays held is told of by its name', async () => {
  const { dataDir } = await heldFolder();
  await expect(startWhenFree(await settingsWith({ dataDir }), atOnce, 2)).rejects.toThrow(`${dataDir} is in use.`);
});

it('what is not held is not waited for', async () => {
  let pauses = 0;
  const failing = startWhenFree(await settingsWith({ clock: 'tomorrow' }), async () => void pauses++);
  await expect(failing).rejects.toThrow('The clock starts at an ISO instant');
  expect(pauses).toBe(0);
});
