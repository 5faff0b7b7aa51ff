import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { fault } from '../../../infra/local/faults';
import { startS3 } from '../../../infra/local/s3';
import { openKeyValueStore } from '../../../infra/local/store';
import { desk, sdkFor } from './stand-ins';

const { clock, faults } = desk();
const Bucket = 'mail';
let stop: () => Promise<void>;
let url: string;
let s3: S3Client;

beforeAll(async () => {
  const store = await openKeyValueStore(':memory:');
  const server = await startS3({ store, clock, faults });
  ({ stop, url } = server);
  s3 = new S3Client(sdkFor(url));
});
afterAll(() => stop());

const put = (Key: string, Body: string | Buffer | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string) => s3.send(new GetObjectCommand({ Bucket, Key }));
const bytesOf = async (Key: string) => Buffer.from((await (await get(Key)).Body?.transformToByteArray()) ?? []);

describe('an object', () => {
  it('comes back byte for byte, with its type and metadata', async () => {
    const bytes = randomBytes(100_000);
    await put('inbound/æ+ø å', bytes, { ContentType: 'message/rfc822', Metadata: { ticket: '7K3M-Q9XD' } });
    const got = await get('inbound/æ+ø å');
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
    expect(got).toMatchObject({
      ContentType: 'message/rfc822',
      ContentLength: 100_000,
      Metadata: { ticket: '7K3M-Q9XD' },
    });
    expect(got.LastModified?.getTime()).toBe(clock.now());
  });

  it('may be streamed, in chunks with a checksum behind them', async () => {
    const bytes = randomBytes(300_000);
    await put('streamed', Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), { ContentLength: bytes.length });
    expect(await bytesOf('streamed')).toEqual(bytes);
    expect((await get('streamed')).ContentEncoding).toBeUndefined();
  });

  it('may be empty', async () => {
    await put('empty', Buffer.alloc(0));
    expect(await bytesOf('empty')).toEqual(Buffer.alloc(0));
  });

  it('is copied with its type, to any name', async () => {
    await put('inbound/blå mail', 'text', { ContentType: 'message/rfc822' });
    const CopySource = `${Bucket}/${encodeURIComponent('inbound/blå mail')}`;
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'mail/1', CopySource }));
    expect(await get('mail/1')).toMatchObject({ ContentType: 'message/rfc822', ContentLength: 4 });
  });

  it('is deleted, and deleted again', async () => {
    await put('doomed', 'text');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'doomed' }));
    await expect(get('doomed')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
  });

  it('that is not there can be neither read nor copied', async () => {
    const CopySource = `${Bucket}/nothing`;
    await expect(get('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new CopyObjectCommand({ Bucket, Key: 'x', CopySource }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('tells its size and type without its bytes, or that it is not there', async () => {
    await put('measured', 'text', { ContentType: 'text/plain' });
    const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(await head('measured')).toMatchObject({ ContentLength: 4, ContentType: 'text/plain' });
    await expect(head('nothing')).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is written once, where that is asked', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });
    await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await bytesOf('once')).toEqual(Buffer.from('first'));
  });
});

describe('a presigned address', () => {
  const SECONDS = 1_000;
  const signed = (input: object = {}, expiresIn = 300, by = s3) =>
    getSignedUrl(by, new GetObjectCommand({ Bucket, Key: 'signed/æ 1', ...input }), {
      expiresIn,
      signingDate: new Date(clock.now()),
    });
  const codeOf = async (response: Response) => /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1];

  beforeAll(() => put('signed/æ 1', 'text', { ContentType: 'text/html' }));

  it('is read by whoever has it, and answered as it asks', async () => {
    const response = await fetch(
      await signed({
        ResponseContentType: 'image/png',
        ResponseContentDisposition: `attachment; filename*=UTF-8''%C3%A6'`,
      }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''%C3%A6'`);
    expect(await response.text()).toBe('text');
  });

  it('opens nothing when its time is up by the clock of the desk', async () => {
    const address = await signed({}, 60);
    clock.moveTo(clock.now() + 59 * SECONDS);
    expect((await fetch(address)).status).toBe(200);
    clock.moveTo(clock.now() + 1 * SECONDS);
    const late = await fetch(address);
    expect([late.status, await codeOf(late)]).toEqual([403, 'AccessDenied']);
  });

  it.each([
    ['another object', (address: string) => address.replace('%201', '%202')],
    ['a longer time', (address: string) => address.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000')],
    ['another type', (address: string) => `${address}&response-content-type=text%2Fhtml`],
    ['another signature', (address: string) => address.replace(/(X-Amz-Signature=)./, '$1x')],
  ])('is not taken for %s', async (_, changed) => {
    const forged = await fetch(changed(await signed()));
    expect([forged.status, await codeOf(forged)]).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is not taken from a stranger', async () => {
    const stranger = new S3Client({
      ...sdkFor(url),
      credentials: { accessKeyId: 'local', secretAccessKey: 'guessed' },
    });
    expect((await fetch(await signed({}, 300, stranger))).status).toBe(403);
  });

  it('takes what it was made to take, of that length and with those headers', async () => {
    const headers = { 'content-type': 'text/plain' };
    const upload = new PutObjectCommand({ Bucket, Key: 'uploaded', ContentLength: 4, ContentType: 'text/plain' });
    const address = await getSignedUrl(
      new S3Client({ ...sdkFor(url), requestChecksumCalculation: 'WHEN_REQUIRED' }),
      upload,
      {
        signingDate: new Date(clock.now()),
        signableHeaders: new Set(['host', 'content-length', 'content-type']),
      },
    );
    const send = async (body: string, differently = {}) =>
      (await fetch(address, { method: 'PUT', body, headers: { ...headers, ...differently } })).status;
    expect(await send('much more')).toBe(403);
    expect(await send('text', { 'content-type': 'text/html' })).toBe(403);
    expect(await send('text')).toBe(200);
    expect(await bytesOf('uploaded')).toEqual(Buffer.from('text'));
  });
});

describe('a list', () => {
  const list = (input: object) => s3.send(new ListObjectsV2Command({ Bucket: 'lists', ...input }));

  beforeAll(async () => {
    for (const Key of ['a/1', 'b/1', 'b/2 & <3>', 'b/3', 'c/1']) {
      await s3.send(new PutObjectCommand({ Bucket: 'lists', Key, Body: Key }));
    }
  });

  it('has the objects under a prefix, in order', async () => {
    const { Contents, KeyCount, IsTruncated } = await list({ Prefix: 'b/' });
    expect(Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([
      ['b/1', 3],
      ['b/2 & <3>', 9],
      ['b/3', 3],
    ]);
    expect({ KeyCount, IsTruncated }).toEqual({ KeyCount: 3, IsTruncated: false });
    expect(Contents?.[0]?.LastModified?.getTime()).toBe(clock.now());
  });

  it('goes on page by page', async () => {
    const first = await list({ Prefix: 'b/', MaxKeys: 2 });
    const second = await list({ Prefix: 'b/', MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
    expect([first, second].map((page) => page.Contents?.map(({ Key }) => Key))).toEqual([
      ['b/1', 'b/2 & <3>'],
      ['b/3'],
    ]);
    expect(second.NextContinuationToken).toBeUndefined();
  });

  it('starts after a key, and may be empty', async () => {
    expect((await list({ StartAfter: 'b/3' })).Contents?.map(({ Key }) => Key)).toEqual(['c/1']);
    expect(await list({ Prefix: 'none/' })).toMatchObject({ KeyCount: 0 });
  });
});

describe('a call that is made to fail', () => {
  it('has no effect and is answered as S3 does', async () => {
    faults.set(fault.parse({ service: 's3', operation: 'PutObject', error: 'SlowDown' }));
    await expect(put('slow', 'text')).rejects.toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
    await expect(get('slow')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('takes effect without an answer, where that is asked', async () => {
    faults.set(fault.parse({ service: 's3', operation: 'PutObject', when: 'after' }));
    await expect(put('unheard', 'text')).rejects.toThrow('socket hang up');
    expect(await bytesOf('unheard')).toEqual(Buffer.from('text'));
  });
});

it('what is not played is refused by name', async () => {
  await expect(s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }))).rejects.toMatchObject({
    name: 'NotImplemented',
  });
});
