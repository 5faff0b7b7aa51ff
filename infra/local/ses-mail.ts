import { simpleParser } from 'mailparser';
import { addressesIn } from './sent-mail';

export interface RawParts {
  /** The header lines with their line breaks, a character for each byte. */
  header: string;
  /** What follows, with the empty line. */
  rest: Buffer;
}

/** Splits a raw mail before its empty line. Every byte is kept: latin1 maps bytes and characters one to one. */
export function splitMail(raw: Buffer): RawParts {
  const text = raw.toString('latin1');
  const lastBreak = /^(?=\r?\n)|\r?\n(?=\r?\n)/.exec(text);
  const end = lastBreak ? lastBreak.index + lastBreak[0].length : text.length;
  return { header: text.slice(0, end), rest: raw.subarray(end) };
}

/** Puts a mail together again. */
export const joinMail = ({ header, rest }: RawParts) => Buffer.concat([Buffer.from(header, 'latin1'), rest]);

/** A header without the lines of these names, folded lines included. */
export function without(header: string, ...names: string[]): string {
  return header.replace(new RegExp(`^(?:${names.join('|')})[ \\t]*:[^\\n]*\\n?(?:[ \\t][^\\n]*\\n?)*`, 'gim'), '');
}

/** The addresses that a header names as senders and as receivers. */
export async function peopleIn(header: string): Promise<{ from: string[]; to: string[] }> {
  const { from, to, cc, bcc } = await simpleParser(Buffer.from(header, 'latin1'));
  return { from: addressesIn(from), to: [to, cc, bcc].flatMap(addressesIn) };
}
