import { isBlank, type Line, nextWords } from './reply-lines';
import { isMarker } from './reply-marker';

// Gmail breaks the line within `<address>:`, others before the name.
const LINES_MAX = 4;
const LENGTH_MAX = 500;

// Bokmål, nynorsk, English, Swedish and Danish, German.
const VERB = /(?<!\p{L})(?:skrev|skreiv|wrote|schrieb)(?!\p{L})/iu;
const MONTH = '(?:jan|feb|mar|mär|apr|mai|may|maj|jun|jul|aug|sep|okt|oct|nov|des|dec|dez)\\p{L}*';
const DATE = new RegExp(
  `\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d(?:\\.|st|nd|rd|th)?\\s${MONTH}|(?<!\\p{L})${MONTH}\\.?\\s\\d`,
  'iu',
);
const TIME = /\d{1,2}:\d{2}|\bkl\.?\s?\d{1,2}[.:]\d{2}/i;
const ADDRESS = /[^\s@]@[^\s@]/;

/**
 * How many lines an attribution takes that begins at this one: "man. 5. okt. 2026 kl. 10:12 skrev Support <…>:". It has
 * a verb, a date, and an address, a time or quoted lines after it; a paragraph right above our own marker needs less.
 */
export function attributionAt(lines: readonly Line[], at: number): number {
  for (let size = 1; size <= LINES_MAX; size += 1) {
    const last = lines[at + size - 1];
    if (!last || isBlank(last)) return 0;
    if (!last.text.endsWith(':')) continue;
    // The shortest is meant: a longer one has swallowed the words of the customer before it.
    if (isAttribution(lines, at, size)) return size > 1 && isAttribution(lines, at + 1, size - 1) ? 0 : size;
    if (introducesMarker(lines, at, size)) return size;
  }
  return 0;
}

function isAttribution(lines: readonly Line[], at: number, size: number): boolean {
  const words = wordsOf(lines, at, size);
  if (words.length > LENGTH_MAX || !VERB.test(words) || !DATE.test(words)) return false;
  return ADDRESS.test(words) || TIME.test(words) || lines[nextWords(lines, at + size)]?.quoted === true;
}

function introducesMarker(lines: readonly Line[], at: number, size: number): boolean {
  const beginsParagraph = at === 0 || isBlank(lines[at - 1]);
  if (!beginsParagraph || !isMarker(lines[nextWords(lines, at + size)])) return false;
  const words = wordsOf(lines, at, size);
  return words.length <= LENGTH_MAX && [DATE, TIME, ADDRESS].some((evidence) => evidence.test(words));
}

const wordsOf = (lines: readonly Line[], at: number, size: number): string =>
  lines
    .slice(at, at + size)
    .map(({ text }) => text)
    .join(' ');
