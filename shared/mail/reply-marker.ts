import { lettersOf } from './repair';
import type { Line } from './reply-lines';

/** The line on top of our letters, above which a customer writes. */
export const REPLY_MARKER = {
  nb: '— Skriv svaret ditt over denne linjen —',
  en: '— Write your reply above this line —',
} as const;

const LETTERS = new Set(Object.values(REPLY_MARKER).map(lettersOf));
const LENGTH_MAX = 60;

/** Whether a text still holds the line: what stands below it is ours. */
export function bearsMarker(text: string): boolean {
  const letters = lettersOf(text);
  return [...LETTERS].some((marker) => letters.includes(marker));
}

export const isMarker = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LENGTH_MAX && LETTERS.has(lettersOf(line.text));
