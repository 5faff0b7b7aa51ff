import { bodyCharset, decodeRaw } from './charset';

/** One header: its name in lower case, its value unfolded, its encoded words not yet decoded. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Head {
  /** In the mail's order, so that what SES wrote on top comes first. */
  readonly fields: readonly Field[];
  readonly body: Buffer;
}

// A head without end is no head: past this, what follows is body.
const BYTES_MAX = 1024 * 1024;
const FIELD = /^([!-9;-~]{1,100})[ \t]*:(.*)$/s;

/** The headers of a mail and where its body begins. Reads any bytes: a line that is no header is passed over. */
export function readHead(raw: Buffer): Head {
  const { end, bodyStart } = extentOf(raw);
  const charset = bodyCharset(raw);
  const lines = unfold(raw.toString('latin1', 0, end));
  return { fields: lines.flatMap((line) => fieldOf(line, charset)), body: raw.subarray(bodyStart) };
}

function extentOf(raw: Buffer): { readonly end: number; readonly bodyStart: number } {
  const last = Math.min(raw.length, BYTES_MAX);
  for (let line = 0; line < last; line = nextLine(raw, line)) {
    if (isBlankLine(raw, line)) return { end: line, bodyStart: nextLine(raw, line) };
  }
  return { end: last, bodyStart: last };
}

const isBlankLine = (raw: Buffer, at: number): boolean =>
  raw[at] === 0x0a || (raw[at] === 0x0d && raw[at + 1] === 0x0a);

/** Where the line after this one begins. */
export function nextLine(raw: Buffer, at: number): number {
  const lineFeed = raw.indexOf(0x0a, at);
  return lineFeed === -1 ? raw.length : lineFeed + 1;
}

function unfold(head: string): string[] {
  const lines: string[][] = [];
  for (const line of head.split(/\r?\n/)) {
    const folded = /^[ \t]/.test(line) ? lines.at(-1) : undefined;
    if (folded) folded.push(line.trim());
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(' '));
}

function fieldOf(line: string, charset: string): Field[] {
  const [, name, value = ''] = FIELD.exec(line) ?? [];
  if (name === undefined) return [];
  return [{ name: name.toLowerCase(), value: decodeRaw(Buffer.from(value, 'latin1'), charset).trim() }];
}
