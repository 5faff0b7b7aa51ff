import { createHash } from 'node:crypto';
import type { Instant } from '../../shared/promises/instant';
import { fromJson, type Store, toJson } from './store';

/** What S3 keeps of an object besides its bytes. */
export interface ObjectHead {
  etag: string;
  size: number;
  modifiedAt: Instant;
  /** Content type, user metadata and the like, as they are answered. */
  headers: Record<string, string>;
}

export interface Place {
  bucket: string;
  key: string;
}

export interface NewObject {
  body: Buffer;
  headers: Record<string, string>;
  at: Instant;
}

export interface Listed {
  objects: (ObjectHead & { key: string })[];
  /** The last key of a list that goes on. */
  next?: string | undefined;
}

export type Objects = ReturnType<typeof objectsIn>;

/** The objects of all buckets. Head and bytes lie apart, so that a list need not read the bytes. */
export function objectsIn(store: Store) {
  /** The bytes are undefined for an object that is not there. */
  async function get(place: Place): Promise<(ObjectHead & { body: Buffer }) | undefined> {
    const [head, body] = await store.getMany([headKey(place), bodyKey(place)]);
    return head && body && { ...fromJson<ObjectHead>(head), body };
  }

  async function put(place: Place, { body, headers, at }: NewObject): Promise<ObjectHead> {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const made: ObjectHead = { etag, size: body.length, modifiedAt: at, headers };
    await store.batch([
      { type: 'put', key: headKey(place), value: toJson(made) },
      { type: 'put', key: bodyKey(place), value: body },
    ]);
    return made;
  }

  const remove = (place: Place) => store.batch([headKey(place), bodyKey(place)].map((key) => ({ type: 'del', key })));

  async function list(bucket: string, prefix: string, after: string, limit: number): Promise<Listed> {
    const all = headKey({ bucket, key: '' });
    const entries = await store.entries({ prefix: all + prefix, gt: all + after, limit: limit + 1 });
    const objects = entries.map(([key, value]) => ({ key: key.slice(all.length), ...fromJson<ObjectHead>(value) }));
    if (objects.length <= limit) return { objects };
    const page = objects.slice(0, limit);
    return { objects: page, next: page.at(-1)?.key };
  }

  return { get, list, put, remove };
}

const headKey = ({ bucket, key }: Place) => `s3/head/${bucket}/${key}`;
const bodyKey = ({ bucket, key }: Place) => `s3/body/${bucket}/${key}`;
