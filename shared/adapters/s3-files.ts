import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { contentDisposition } from '../desk/content-disposition';
import type { Files } from '../desk/ports';
import type { Instant } from '../promises/instant';
import { downloadAddress, uploadAddress } from './s3-addresses';

/** Raw mails, long texts and attachments, byte for byte; the addresses of files live by the desk's clock. */
export const s3Files = (client: S3Client, bucket: string, now: () => Instant): Files => ({
  read: (key) => read(client, bucket, key),
  write: async (key, bytes, type, name) => {
    const named = name === undefined ? {} : { ContentDisposition: contentDisposition('attachment', name) };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: type, ...named }));
  },
  size: (key) => size(client, bucket, key),
  download: (key, served) => downloadAddress({ client, bucket, now }, key, served),
  upload: (key, file) => uploadAddress({ client, bucket, now }, key, file),
  remove: (key) => remove(client, bucket, key),
  move: (from, to) => move(client, bucket, from, to),
  list: (prefix) => list(client, bucket, prefix),
});

async function read(client: S3Client, bucket: string, key: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body && Buffer.from(await Body.transformToByteArray());
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function size(client: S3Client, bucket: string, key: string): Promise<number | undefined> {
  try {
    return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ContentLength;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

// Copied first, deleted after: a crash in between leaves both, and the move is made again.
async function move(client: S3Client, bucket: string, from: string, to: string): Promise<void> {
  try {
    await client.send(
      new CopyObjectCommand({ Bucket: bucket, CopySource: `${bucket}/${encodeURIComponent(from)}`, Key: to }),
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return;
    throw error;
  }
  await remove(client, bucket, from);
}

async function remove(client: S3Client, bucket: string, key: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
}

async function* list(client: S3Client, bucket: string, prefix: string) {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
    );
    for (const { Key: key, LastModified: at } of page.Contents ?? []) {
      if (key && at) yield { key, at: at.getTime() };
    }
    token = page.NextContinuationToken;
  } while (token);
}
