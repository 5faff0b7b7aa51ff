const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 256 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));
const PLUS = 0x2b;
const MINUS = 0x2d;

/** UTF-7 (RFC 2152), which no platform decodes any more and old phones and Exchange servers still send. */
export function decodeUtf7(bytes: Uint8Array): string {
  const letters = new Uint16Array(bytes.length);
  let written = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== PLUS) letters[written++] = bytes[at] ?? 0;
    else if (bytes[at + 1] === MINUS) letters[written++] = PLUS;
    else written = decodeShifted(bytes, at + 1, letters, written);
    if (bytes[at] === PLUS) at = endOfShift(bytes, at + 1);
  }
  return Buffer.from(letters.buffer, 0, 2 * written).toString('utf16le');
}

/** Writes the letters of a run of base64, six bits a digit, and says how many have been written in all. */
function decodeShifted(bytes: Uint8Array, from: number, letters: Uint16Array, before: number): number {
  let written = before;
  let bits = 0;
  let held = 0;
  for (let at = from; (VALUES[bytes[at] ?? 0] ?? -1) >= 0; at += 1) {
    held = ((held << 6) | (VALUES[bytes[at] ?? 0] ?? 0)) & 0x3fffff;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    letters[written++] = held >> bits;
  }
  return written;
}

/** The last byte of a run of base64: the minus that may close it is part of it. */
function endOfShift(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((VALUES[bytes[at] ?? 0] ?? -1) >= 0) at += 1;
  return bytes[at] === MINUS ? at : at - 1;
}
