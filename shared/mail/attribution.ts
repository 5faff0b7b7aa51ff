import {
  ADDRESS,
  AUTHOR,
  attributionWithin,
  beginsWithDate,
  DATE,
  DATED_AUTHOR,
  isClientsSentence,
  isPersonsSentence,
  TIME,
  VERB,
} from './attribution-words';
import { beginsParagraph, isBlank, type Line, nextWords } from './reply-lines';
import { isMarker } from './reply-marker';

// Gmail breaks the line within `<address>:`, others before the name.
const LINES_MAX = 4;
const LENGTH_MAX = 500;
// Zoho puts dashes where all others put a colon.
const CLOSING = /(?::|---)$/;

/**
 * How many lines an attribution takes that begins at this one: "man. 5. okt. 2026 kl. 10:12 skrev Support <…>:". Any of
 * the proofs will do; a paragraph right above our own marker needs less.
 */
export function attributionAt(lines: readonly Line[], at: number): number {
  if (goesOn(lines[at])) return 1;
  for (let size = 1; size <= LINES_MAX; size += 1) {
    const last = lines[at + size - 1];
    if (!last || isBlank(last)) return 0;
    if (!CLOSING.test(last.text)) continue;
    if (isAttribution(lines, at, size)) return beginsLater(lines, at, size) ? 0 : size;
    if (introducesMarker(lines, at, size)) return size;
  }
  return 0;
}

function goesOn(line: Line | undefined): boolean {
  const words = attributionWithin(line?.text ?? '');
  return VERB.test(words) && isDated(words) && !isPersonsSentence(words);
}

// The shortest is meant: a longer one has swallowed the words of the customer before it, if not the date.
function beginsLater(lines: readonly Line[], at: number, size: number): boolean {
  if (size === 1 || !isAttribution(lines, at + 1, size - 1)) return false;
  return DATE.test(wordsOf(lines, at + 1, size - 1)) || !DATE.test(wordsOf(lines, at, size));
}

interface Introduction {
  readonly words: string;
  /** Whether what follows bears `>`. */
  readonly marked: boolean;
  readonly beginsParagraph: boolean;
}

interface Proof {
  readonly name: string;
  readonly holds: (introduction: Introduction) => boolean;
}

// What bears no mark is folded to the end of the mail, so that more is asked of the words above it.
const PROOFS: readonly Proof[] = [
  {
    name: 'a verb, a date and the address of the author',
    holds: ({ words }) => VERB.test(words) && isDated(words) && AUTHOR.test(words),
  },
  {
    name: "a client's sentence of date, time, verb and name",
    holds: (introduction) => introduction.beginsParagraph && isClientsSentence(introduction.words),
  },
  {
    name: 'a verb and a date or an address, above marked lines',
    holds: ({ words, marked }) =>
      marked && VERB.test(words) && (DATE.test(words) ? beginsWithDate(words) : ADDRESS.test(words)),
  },
  {
    name: 'a date, a time and an address in brackets, above marked lines, in whatever language',
    holds: ({ words, marked }) => marked && isDated(words) && DATED_AUTHOR.test(words),
  },
];

const isDated = (words: string): boolean => DATE.test(words) && beginsWithDate(words);

function isAttribution(lines: readonly Line[], at: number, size: number): boolean {
  const words = wordsOf(lines, at, size);
  if (words.length > LENGTH_MAX || isPersonsSentence(words)) return false;
  const marked = lines[nextWords(lines, at + size)]?.quoted === true;
  const introduction = { words, marked, beginsParagraph: beginsParagraph(lines, at) };
  return PROOFS.some(({ holds }) => holds(introduction));
}

function introducesMarker(lines: readonly Line[], at: number, size: number): boolean {
  if (!beginsParagraph(lines, at) || !isMarker(lines[nextWords(lines, at + size)])) return false;
  const words = wordsOf(lines, at, size);
  return words.length <= LENGTH_MAX && [DATE, TIME, ADDRESS].some((evidence) => evidence.test(words));
}

const wordsOf = (lines: readonly Line[], at: number, size: number): string =>
  lines
    .slice(at, at + size)
    .map(({ text }) => text)
    .join(' ');
