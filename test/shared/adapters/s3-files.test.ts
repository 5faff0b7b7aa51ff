import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { startS3 } from '../../../infra/local/s3';
import { openKeyValueStore } from '../../../infra/local/store';
import { s3Files } from '../../../shared/adapters/s3-files';
import type { Files } from '../../../shared/desk/ports';
import { MINUTE } from '../../../shared/promises/instant';
import { desk, sdkFor } from '../../infra/local/stand-ins';

const { clock, faults } = desk();
let stop: () => Promise<void>;
let files: Files;

beforeAll(async () => {
  const server = await startS3({ store: await openKeyValueStore(':memory:'), clock, faults });
  ({ stop } = server);
  files = s3Files(new S3Client(sdkFor(server.url)), 'desk', clock.now);
});
afterAll(() => stop());

const wait = (minutes: number) => clock.moveTo(clock.now() + minutes * MINUTE);
const headerOf = (response: Response, name: string) => response.headers.get(name);

describe('a download', () => {
  it('is the file byte for byte, to be saved under its name, of a type that no browser runs', async () => {
    const bytes = randomBytes(50_000);
    await files.write('attachments/1/0', bytes, 'text/html', 'Årsmøte.html');
    const response = await fetch(await files.download('attachments/1/0', { as: 'attachment', name: 'Årsmøte.html' }));
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(headerOf(response, 'content-type')).toBe('application/octet-stream');
    expect(headerOf(response, 'content-disposition')).toBe(
      `attachment; filename="_rsm_te.html"; filename*=UTF-8''%C3%85rsm%C3%B8te.html`,
    );
  });

  it('is an image of a page, where it is asked for as one', async () => {
    await files.write('attachments/1/1', Buffer.from('<script>'), 'text/html', 'logo.png');
    const response = await fetch(await files.download('attachments/1/1', { as: 'image', type: 'image/png' }));
    expect(headerOf(response, 'content-type')).toBe('image/png');
    expect(headerOf(response, 'content-disposition')).toBe('inline');
  });

  it('lives for five minutes', async () => {
    await files.write('attachments/1/2', Buffer.from('text'), 'text/plain', 'a.txt');
    const address = await files.download('attachments/1/2', { as: 'attachment', name: 'a.txt' });
    wait(4);
    expect((await fetch(address)).status).toBe(200);
    wait(1);
    expect((await fetch(address)).status).toBe(403);
  });
});

describe('an upload', () => {
  const bytes = randomBytes(30_000);
  const file = { name: 'skjermbilde å.png', type: 'image/png', bytes: bytes.length };
  const send = async (key: string, body: Buffer, headers: Record<string, string> = {}) => {
    const to = await files.upload(key, file);
    return fetch(to.url, { method: to.method, headers: { ...to.headers, ...headers }, body });
  };

  it('is kept byte for byte, and measured without being read', async () => {
    expect(await files.size('attachments/2/0')).toBeUndefined();
    expect((await send('attachments/2/0', bytes)).status).toBe(200);
    expect(await files.size('attachments/2/0')).toBe(bytes.length);
    expect((await files.read('attachments/2/0'))?.equals(bytes)).toBe(true);
  });

  it('is turned away where it is not what was said', async () => {
    expect((await send('attachments/2/1', bytes.subarray(1))).status).toBe(403);
    expect((await send('attachments/2/1', bytes, { 'content-type': 'text/html' })).status).toBe(403);
    expect((await send('attachments/2/1', bytes, { 'content-disposition': 'inline' })).status).toBe(403);
    expect(await files.size('attachments/2/1')).toBeUndefined();
  });

  it('stays what it was: nothing is written over it', async () => {
    await send('attachments/2/2', bytes);
    expect((await send('attachments/2/2', randomBytes(30_000))).status).toBe(412);
    expect((await send('attachments/2/2', randomBytes(30_000), { 'if-none-match': '' })).status).toBe(403);
    expect((await files.read('attachments/2/2'))?.equals(bytes)).toBe(true);
  });

  it('may come within fifteen minutes', async () => {
    const to = await files.upload('attachments/2/3', file);
    wait(15);
    expect((await fetch(to.url, { method: 'PUT', headers: to.headers, body: bytes })).status).toBe(403);
  });
});
