import { decodeBytes } from './charset';

const SPACE_BETWEEN = /(\?=)\s+(?==\?)/g;
const RUN = /(?:=\?[^?\s]+\?[bq]\?[^?]*\?=)+/gi;
const WORD = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;

/** A header's encoded words as text (RFC 2047). What looks like one and isn't stays as it is. */
export const decodeWords = (text: string): string => text.replace(SPACE_BETWEEN, '$1').replace(RUN, decodeRun);

// Neighbours in one charset are decoded together: clients cut letters of several bytes in two.
function decodeRun(run: string): string {
  const groups: { charset: string; bytes: Buffer[] }[] = [];
  for (const [, label = '', encoding = '', payload = ''] of run.matchAll(WORD)) {
    const charset = charsetOf(label);
    const bytes = bytesOf(payload, encoding);
    const last = groups.at(-1);
    if (last?.charset === charset) last.bytes.push(bytes);
    else groups.push({ charset, bytes: [bytes] });
  }
  return groups.map(({ charset, bytes }) => decodeBytes(Buffer.concat(bytes), charset)).join('');
}

// RFC 2231 lets a language follow the charset: `utf-8*nb`.
const charsetOf = (label: string): string => label.toLowerCase().replace(/\*.*/, '');

const bytesOf = (payload: string, encoding: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(payload, 'base64')
    : hexBytes(payload.replaceAll('_', ' '), /=([\da-f]{2})/gi);

/** The bytes of a text in which some are written as two digits after a sign. */
export function hexBytes(text: string, written: RegExp): Buffer {
  const binary = Buffer.from(text).toString('latin1');
  return Buffer.from(binary.replace(written, hexByte), 'latin1');
}

const hexByte = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
