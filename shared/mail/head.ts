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

interface Extent {
  readonly end: number;
  readonly bodyStart: number;
}

// Some mail has no blank line after its headers: it ends at the first delimiter of a part, or where lines that are no
// headers follow the last one.
function extentOf(raw: Buffer): Extent {
  const last = Math.min(raw.length, BYTES_MAX);
  let stray: number | undefined;
  let line = 0;
  for (; line < last && !isBlankLine(raw, line) && !isDelimiter(raw, line); line = nextLine(raw, line)) {
    if (isFolded(raw, line)) continue;
    stray = isField(raw, line) ? undefined : (stray ?? line);
  }
  const end = Math.min(line, last);
  if (stray) return { end: stray, bodyStart: stray };
  return { end, bodyStart: isBlankLine(raw, end) ? nextLine(raw, end) : end };
}

const isDelimiter = (raw: Buffer, at: number): boolean => at > 0 && raw[at] === 0x2d && raw[at + 1] === 0x2d;
const isFolded = (raw: Buffer, at: number): boolean => raw[at] === 0x20 || raw[at] === 0x09;
const isField = (raw: Buffer, at: number): boolean => FIELD.test(raw.toString('latin1', at, at + 120));

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

/** The header that a line of bytes (as Latin-1) is; none, if it is no header. */
export function fieldOf(line: string, charset: string): Field[] {
  const [, name, value = ''] = FIELD.exec(line) ?? [];
  if (name === undefined) return [];
  return [{ name: name.toLowerCase(), value: decodeRaw(Buffer.from(value, 'latin1'), charset).trim() }];
}
