import { createHash } from 'node:crypto';
import type { Words } from '../ticket/events';
import type { Desk } from './ports';

/** Longer texts are kept beside the commit, so that a ticket of many words is still cheap to open. */
const INLINE_BYTES_MAX = 2_000;
const FIRST_WORDS = 400;

/** Keeps what somebody wrote, before the commit that tells of it. The key is made from the text: twice is once. */
export async function keepWords({ files }: Pick<Desk, 'files'>, text: string): Promise<Words> {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= INLINE_BYTES_MAX) return { text };
  const key = `words/${createHash('sha256').update(bytes).digest('hex')}.txt`;
  await files.write(key, bytes, 'text/plain; charset=utf-8');
  return { text: [...text].slice(0, FIRST_WORDS).join(''), key };
}

/** The whole of what somebody wrote. */
export async function wholeWords({ files }: Pick<Desk, 'files'>, { text, key }: Words): Promise<string> {
  if (!key) return text;
  const bytes = await files.read(key);
  // The same words were redacted on another ticket: kept once for both, they are gone, and how they began is left here.
  return bytes ? bytes.toString('utf8') : `${text} […]`;
}
