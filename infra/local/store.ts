import type { AbstractLevel } from 'abstract-level';
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import * as z from 'zod';

export type Write = { type: 'put'; key: string; value: Buffer } | { type: 'del'; key: string };

export interface Range {
  prefix?: string;
  /** Only keys after this one. */
  gt?: string;
  gte?: string;
  lt?: string;
  limit?: number;
  reverse?: boolean;
}

/** Keys in the order of their UTF-8 bytes. What was written outlives the process, also when it is killed. */
export interface Store {
  get(key: string): Promise<Buffer | undefined>;
  /** Reads several keys as they stood at one moment. */
  getMany(keys: string[]): Promise<(Buffer | undefined)[]>;
  put(key: string, value: Buffer): Promise<void>;
  del(key: string): Promise<void>;
  /** All of the writes, or none. */
  batch(writes: Write[]): Promise<void>;
  entries(range: Range): Promise<[key: string, value: Buffer][]>;
  close(): Promise<void>;
}

const LAST = '\u{10ffff}';

/** How LevelDB says that another process has its folder open. */
export const locked = z.object({ cause: z.object({ code: z.literal('LEVEL_LOCKED') }) });

/** Opens a folder, or `:memory:`, which keeps nothing. Throws what is `locked` if another process has it open. */
export async function openKeyValueStore(location: string): Promise<Store> {
  const level: AbstractLevel<string | Buffer | Uint8Array, string, Buffer> =
    location === ':memory:' ? new MemoryLevel(BUFFERS) : new ClassicLevel(location, BUFFERS);
  await level.open();
  return {
    get: (key) => level.get(key),
    getMany: (keys) => level.getMany(keys),
    put: (key, value) => level.put(key, value),
    del: (key) => level.del(key),
    batch: (writes) => level.batch(writes),
    entries: (range) => level.iterator(bounds(range)).all(),
    close: () => level.close(),
  };
}

/** Runs each piece of work when the one before it has ended, well or badly. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = () => work();
    const mine = last.then(next, next);
    last = mine;
    return mine;
  };
}

/** How a record is kept as a value, and read again. The store is this desk's own, so it is believed. */
export const toJson = (record: unknown) => Buffer.from(JSON.stringify(record));
export const fromJson = <T>(value: Buffer) => JSON.parse(value.toString()) as T;

// Mail is mostly base64, which does not compress.
const BUFFERS = { valueEncoding: 'buffer', compression: false } as const;

function bounds({ prefix = '', gt, gte = '', lt, ...rest }: Range) {
  const start = gte > prefix ? gte : prefix;
  const from = gt !== undefined && gt >= start ? { gt } : { gte: start };
  return { ...from, lt: lt ?? `${prefix}${LAST}`, ...rest };
}
