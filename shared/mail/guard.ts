import { nextLine } from './head';

export type Unreadable = 'too-large' | 'too-many-lines' | 'too-many-parts' | 'parser-failed';

const BYTES_MAX = 40 * 1024 * 1024;
const LINES_MAX = 2_000_000;
// Lines that may be the delimiter of a part: each costs the parser far more than its bytes.
const DELIMITERS_MAX = 10_000;
const DASH = 0x2d;

/** What speaks against handing a mail to the parser, found in one pass over its bytes. */
export function guard(raw: Buffer): Unreadable | undefined {
  if (raw.length > BYTES_MAX) return 'too-large';
  let lines = 0;
  let delimiters = 0;
  for (let at = 0; at < raw.length; at = nextLine(raw, at)) {
    lines += 1;
    if (raw[at] === DASH && raw[at + 1] === DASH) delimiters += 1;
    if (lines > LINES_MAX) return 'too-many-lines';
    if (delimiters > DELIMITERS_MAX) return 'too-many-parts';
  }
  return undefined;
}
