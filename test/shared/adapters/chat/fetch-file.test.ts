import { request } from 'node:http';
import { type HttpAnswer, type HttpRequest, listen } from '../../../../infra/local/stand-in-server';
import { fetchFile, type Get } from '../../../../shared/adapters/chat/fetch-file';

const stops: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** Lets the tests reach a server of their own; that it may not be reached is what the last tests are about. */
const anywhere: Get = (url, signal) =>
  new Promise((resolve, reject) => request(url, { signal }, resolve).on('error', reject).end());

async function serverOf(handle: (request: HttpRequest) => HttpAnswer): Promise<string> {
  const { url, stop } = await listen({ handle: async (request) => handle(request) });
  stops.push(stop);
  return url;
}

const PNG = { status: 200, headers: { 'content-type': 'image/png' }, body: 'a picture' };
const file = (url: string) => ({ name: 'skjerm.png', url });

describe('a file that a visitor has sent', () => {
  it('is fetched whole, with the type that it was told to have', async () => {
    const url = await serverOf(() => PNG);
    expect(await fetchFile(file(url), anywhere)).toEqual({ type: 'image/png', bytes: Buffer.from('a picture') });
  });

  it('is followed to where it lies', async () => {
    const url = await serverOf(({ path }) =>
      path === '/redirect' ? { status: 302, headers: { location: '/lies/here' } } : PNG,
    );
    expect(await fetchFile(file(`${url}/redirect`), anywhere)).toMatchObject({ bytes: Buffer.from('a picture') });
  });

  it('is not followed round and round', async () => {
    const asked: string[] = [];
    const url = await serverOf(({ path }) => {
      asked.push(path);
      return { status: 302, headers: { location: '/again' } };
    });
    expect(await fetchFile(file(url), anywhere)).toBeUndefined();
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['is gone', { status: 404 }],
    ['breaks off', 'no answer' as const],
    ['leads nowhere', { status: 302 }],
    ['has more than 10 MB', { status: 200, body: Buffer.alloc(10 * 1024 * 1024 + 1) }],
  ])('that %s is not to be had', async (_, answer) => {
    expect(await fetchFile(file(await serverOf(() => answer)), anywhere)).toBeUndefined();
  });

  it('of 10 MB is', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024);
    const fetched = await fetchFile(file(await serverOf(() => ({ status: 200, body }))), anywhere);
    expect(fetched?.bytes).toHaveLength(body.length);
  });
});

describe('what is not of the internet is never asked', () => {
  it.each(['127.0.0.1', 'localhost', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])('%s', async (host) => {
    const asked: string[] = [];
    const url = await serverOf(({ path }) => {
      asked.push(path);
      return PNG;
    });
    const { port } = new URL(url);
    expect(await fetchFile(file(`http://${host}:${port}/`))).toBeUndefined();
    expect(await fetchFile(file(`https://${host}:${port}/`))).toBeUndefined();
    expect(await fetchFile(file(`https://${host}/`))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'data:text/plain,hei', 'ftp://filer.example/a', 'ikke en adresse'])(
    '%s',
    async (url) => {
      expect(await fetchFile(file(url))).toBeUndefined();
    },
  );

  it('nor is it where a file of the internet leads there: each step is asked the same way', async () => {
    const asked: string[] = [];
    const outside = await serverOf(() => ({ status: 302, headers: { location: 'https://169.254.169.254/latest/' } }));
    const get: Get = (url, signal) => {
      asked.push(url.href);
      return asked.length === 1 ? anywhere(new URL(outside), signal) : Promise.reject(new Error('It is not public.'));
    };
    expect(await fetchFile(file('https://filer.example/a'), get)).toBeUndefined();
    expect(asked).toEqual(['https://filer.example/a', 'https://169.254.169.254/latest/']);
  });
});
