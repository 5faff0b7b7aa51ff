import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const FALLBACK = 'windows-1252';
const LOOKED_AT = 64 * 1024;

/** Bytes as text by the charset they are said to be in, or by windows-1252 (every byte means something) if we don't know it. */
export const decodeBytes = (bytes: Uint8Array, charset: string): string => decoderFor(charset).decode(bytes);

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
