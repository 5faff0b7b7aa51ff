import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const FALLBACK = 'windows-1252';
const LOOKED_AT = 64 * 1024;

/** Bytes as text by the charset they are said to be in, or by windows-1252 (every byte means something) if it isn't known. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  const decoder = decoderFor(charset);
  return decoder.encoding === FALLBACK ? decodeWindows1252(bytes) : decoder.decode(bytes);
}

// Node 20 decodes windows-1252 as Latin-1 and so loses the signs that the two differ in.
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => windows1252(control.charCodeAt(0)));

const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What a byte from 0x80 to 0x9f means in windows-1252. */
export const windows1252 = (byte: number): string => FROM_0X80.charAt(byte - 0x80);

/**
 * Raw bytes of a header as text. RFC 6532 says UTF-8; what isn't that is written in the body's first charset by the
 * old clients that do so, or in windows-1252.
 */
export function decodeRaw(bytes: Uint8Array, charset: string): string {
  return decodeBytes(bytes, isUtf8(bytes) ? 'utf-8' : charset);
}

/** The first charset that a mail names, for its raw headers. */
export function bodyCharset(raw: Buffer): string {
  const [, named = FALLBACK] = /charset\*?\s*=\s*["']?([\w.:-]+)/i.exec(raw.toString('latin1', 0, LOOKED_AT)) ?? [];
  return /^utf-?8$|^us-ascii$/i.test(named) ? FALLBACK : named;
}

// A label is a stranger's, and asking is the only way to learn whether the platform knows it.
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(FALLBACK);
  }
}
