import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeUtf7 } from './utf-7';

const FALLBACK = 'windows-1252';
const LOOKED_AT = 64 * 1024;

/** What programs call charsets that the platform knows by another name. */
const ALIASES: readonly (readonly [label: RegExp, charset: string])[] = [
  [/^(?:utf-?8.*|unicode-1-1-utf-8|(?:us-?)?ascii|ansi_x3.*|646)$/, 'utf-8'],
  [/^(?:unicode-1-1-|csunicode11|x-)?utf-?7(?:-imap)?$/, 'utf-7'],
  [/^(?:iso[-_ ]?)?8859[-_ ](\d+)(?:-[ei])?$/, 'iso-8859-$1'],
  [/^(?:cp|ms|windows)[-_]?(125\d|874)$/, 'windows-$1'],
  [/^(?:cp|ms|windows)[-_]?(?:932|31j)$/, 'shift_jis'],
  [/^(?:cp|ms|windows)[-_]?936$/, 'gbk'],
  [/^(?:cp|ms|windows)[-_]?949$/, 'euc-kr'],
  [/^(?:cp|ms|windows)[-_]?950$/, 'big5'],
  [/^iso-2022-jp.*$/, 'iso-2022-jp'],
];

/** Bytes as text by the charset they are said to be in, or by windows-1252 (every byte means something) if it isn't known. */
export function decodeBytes(bytes: Uint8Array, label: string): string {
  const charset = charsetOf(label);
  if (charset === 'utf-7') return decodeUtf7(bytes);
  const decoder = decoderFor(charset);
  return decoder.encoding === FALLBACK ? decodeWindows1252(bytes) : decoder.decode(bytes);
}

// RFC 2231 lets a language follow the charset: `utf-8*nb`.
function charsetOf(label: string): string {
  const bare = label.toLowerCase().trim().replace(/\*.*/s, '');
  const [alias, charset] = ALIASES.find(([name]) => name.test(bare)) ?? [/^.*$/s, bare];
  return bare.replace(alias, charset);
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

/**
 * The bytes of a part as text. A charset that can't be true is not believed: most of what is no UTF-8 is windows-1252,
 * and UTF-16 has zeros. Where none is named, an HTML page may name its own.
 */
export function decodeText(bytes: Uint8Array, named: string | undefined): string {
  const label = named || namedIn(bytes) || 'us-ascii';
  const charset = charsetOf(label);
  if (isBelievable(charset, bytes)) return decodeBytes(bytes, charset);
  if (isUtf8(bytes)) return decodeBytes(bytes, 'utf-8');
  return /^utf/i.test(label) ? decodeDamagedUtf8(bytes) : decodeWindows1252(bytes);
}

function isBelievable(charset: string, bytes: Uint8Array): boolean {
  if (charset === 'utf-8') return false;
  return charset.startsWith('utf-16') ? bytes.includes(0) : charset === 'utf-7' || knows(charset);
}

const UTF8_OR_OTHER =
  /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){1,999}|[\x80-\xff]/g;

// Below this share of letters that can be read the text was never UTF-8. A letter takes up to four bytes.
const SOUND = 0.25;

// One letter that was cut in two, or a signature in another charset, must not spoil the rest.
function decodeDamagedUtf8(bytes: Uint8Array): string {
  const sound = decodeBytes(bytes, 'utf-8').replaceAll('\ufffd', '').length;
  if (sound < SOUND * bytes.length) return decodeWindows1252(bytes);
  return Buffer.from(bytes).toString('latin1').replace(UTF8_OR_OTHER, decodePiece);
}

const decodePiece = (piece: string): string =>
  piece.length === 1 ? decodeWindows1252(Buffer.from(piece, 'latin1')) : Buffer.from(piece, 'latin1').toString();

/** The first charset that a mail names, for its raw headers. */
export function bodyCharset(raw: Buffer): string {
  const named = namedIn(raw) ?? FALLBACK;
  return charsetOf(named) === 'utf-8' ? FALLBACK : named;
}

function namedIn(raw: Uint8Array): string | undefined {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, LOOKED_AT)).toString('latin1');
  return /charset\*?\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
}

const knows = (charset: string): boolean => decoderIn(charset) !== undefined;

const decoderFor = (charset: string): TextDecoder => decoderIn(charset) ?? new TextDecoder(FALLBACK);

// A label is a stranger's, and asking is the only way to learn whether the platform knows it.
function decoderIn(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
