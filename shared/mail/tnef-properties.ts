import { decodeText } from './charset';

const PROPERTIES_MAX = 1_000;
// Of the texts only a file's name is wanted. What a broken list says is a text may be all the rest of it, each time.
const NAME_BYTES_MAX = 1_024;
const NAMED_FROM = 0x8000;
const SEVERAL = 0x1000;
const TEXT = 0x1e;
const WIDE_TEXT = 0x1f;
/** Types whose values say how long they are: object, text, wide text, bytes. */
const MEASURED: readonly number[] = [0x0d, TEXT, WIDE_TEXT, 0x102];
/** Bytes of the others that take more than four. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);

/** The measured properties in a list of them, by number (MS-OXTNEF 2.1.3.4), text in UTF-8. Ends where it can't be read on. */
export function tnefProperties(list: Buffer): ReadonlyMap<number, Buffer> {
  const properties = new Map<number, Buffer>();
  const count = list.length < 4 ? 0 : Math.min(list.readUInt32LE(0), PROPERTIES_MAX);
  let at = 4;
  for (let place = 0; place < count && at + 4 <= list.length; place += 1) {
    const type = list.readUInt16LE(at);
    const id = list.readUInt16LE(at + 2);
    const values = valuesAt(list, at + 4 + (id >= NAMED_FROM ? nameBytes(list, at + 4) : 0), type);
    if (values.first) properties.set(id, inUtf8(values.first, type));
    at = values.end;
  }
  return properties;
}

interface Values {
  readonly first: Buffer | undefined;
  readonly end: number;
}

function valuesAt(list: Buffer, at: number, type: number): Values {
  const measured = MEASURED.includes(type & ~SEVERAL);
  const count = measured || type & SEVERAL ? numberAt(list, at) : 1;
  if (measured) return measuredAt(list, at + 4, count);
  const size = SIZES.get(type & ~SEVERAL) ?? 4;
  return { first: undefined, end: at + (type & SEVERAL ? 4 : 0) + count * size };
}

function measuredAt(list: Buffer, from: number, count: number): Values {
  const length = numberAt(list, from);
  const first = list.subarray(from + 4, from + 4 + length);
  let end = from;
  for (let place = 0; place < count && end < list.length; place += 1) end += 4 + padded(numberAt(list, end));
  return { first, end };
}

/** A set's id of 16 bytes, then a kind, and a number or a text. */
function nameBytes(list: Buffer, at: number): number {
  const isNumber = numberAt(list, at + 16) === 0;
  return 16 + 4 + 4 + (isNumber ? 0 : padded(numberAt(list, at + 20)));
}

const numberAt = (list: Buffer, at: number): number => (at + 4 <= list.length ? list.readUInt32LE(at) : 0);

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function inUtf8(bytes: Buffer, type: number): Buffer {
  if (type !== TEXT && type !== WIDE_TEXT) return bytes;
  const name = bytes.subarray(0, NAME_BYTES_MAX);
  const text = type === WIDE_TEXT ? name.toString('utf16le') : decodeText(name, 'windows-1252');
  return Buffer.from(text.replace(/\0.*/s, ''));
}
