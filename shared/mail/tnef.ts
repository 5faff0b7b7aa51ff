import { decodeText } from './charset';
import { tnefProperties } from './tnef-properties';

/** A file that Outlook packed; it may have no name. */
export interface PackedFile {
  readonly name: string | undefined;
  readonly bytes: Buffer;
}

export interface Unpacked {
  readonly text: string;
  readonly files: readonly PackedFile[];
}

const SIGNATURE = 0x223e9f78;
const ATTRIBUTES_MAX = 10_000;

/** The attributes that are read, by the lower half of their numbers (MS-OXTNEF 2.1.3.3). */
const BODY = 0x800c;
const DATA = 0x800f;
const TITLE = 0x8010;
const ATTACHMENT = 0x9002;
const PROPERTIES = 0x9005;
const LONG_NAME = 0x3707;
const CONTENT = 0x3701;

/** Unpacks what Outlook packed (`winmail.dat`, MS-OXTNEF) as far as it can be read. Takes any bytes; its files are views of them. */
export function unpackTnef(packed: Buffer): Unpacked {
  const [message = [], ...files] = byFile(attributesIn(packed));
  const body = message.find(({ name }) => name === BODY)?.bytes;
  return { text: body ? textOf(body) : '', files: files.map(fileOf).filter(({ bytes }) => bytes.length > 0) };
}

interface Attribute {
  readonly name: number;
  readonly bytes: Buffer;
}

/** Level, name and type, length, then the value and its checksum, over and over. */
function attributesIn(packed: Buffer): Attribute[] {
  const attributes: Attribute[] = [];
  if (packed.length < 6 || packed.readUInt32LE(0) !== SIGNATURE) return attributes;
  for (let at = 6; at + 9 <= packed.length && attributes.length < ATTRIBUTES_MAX; ) {
    const length = packed.readUInt32LE(at + 5);
    attributes.push({ name: packed.readUInt16LE(at + 1), bytes: packed.subarray(at + 9, at + 9 + length) });
    at += 9 + length + 2;
  }
  return attributes;
}

/** What is said of the message, then what is said of each file. */
function byFile(attributes: readonly Attribute[]): Attribute[][] {
  const groups: Attribute[][] = [[]];
  for (const attribute of attributes) {
    if (attribute.name === ATTACHMENT) groups.push([]);
    groups.at(-1)?.push(attribute);
  }
  return groups;
}

function fileOf(attributes: readonly Attribute[]): PackedFile {
  const named = (name: number) => attributes.find((attribute) => attribute.name === name)?.bytes;
  const properties = tnefProperties(named(PROPERTIES) ?? Buffer.alloc(0));
  const title = named(TITLE);
  return {
    name: properties.get(LONG_NAME)?.toString() || (title && textOf(title)),
    bytes: named(DATA) ?? properties.get(CONTENT) ?? Buffer.alloc(0),
  };
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return decodeText(end === -1 ? bytes : bytes.subarray(0, end), 'windows-1252');
}
