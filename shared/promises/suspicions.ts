import { AWAITED, FILLERS, NEGATIONS, PAST, RECOVERED, SUPPOSED, TALK } from './calming-words';
import { type Finding, phrasebook, type Vocabulary } from './phrases';
import { CLASSES, SIGNS } from './suspect-words';

export type SuspicionOf = 'security' | 'critical';

export interface Suspicion {
  readonly of: SuspicionOf;
  /** What was found, in the desk's own words. */
  readonly words: readonly string[];
}

/** What comes later is rarely news, and a stranger's text may be of any length. */
export const LETTERS_READ = 4_000;
const WORDS_TOLD = 10;

/**
 * What a customer's words suggest, in bokmål, nynorsk or English: a breach before a critical error. A suspicion decides
 * nothing; it only has somebody look.
 */
export function suspicionIn(text: string): Suspicion | undefined {
  const words = wordsOf(text);
  const found = alarmingIn(words);
  const security = found.filter(({ of }) => of === 'security');
  const [first, ...rest] = security.length > 0 ? security : found;
  if (!first) return undefined;
  const told = new Set([first, ...rest].map((sign) => withoutEnds(sign.words)));
  return { of: first.of, words: [...told].slice(0, WORDS_TOLD) };
}

/** “det er nede .” as a person is told it. */
const withoutEnds = (words: string): string => words.replace(/^[.,] (?:… )?| (?:… )?[.,]$/g, '');

interface Sign extends Finding {
  readonly of: SuspicionOf;
  readonly is: 'event' | 'topic';
}

// Each ends with a word of its own, which only a phrase that names it takes.
const SENTENCE_END = '.';
const CLAUSE_END = ',';

const VOCABULARY: Vocabulary = {
  classes: CLASSES,
  fillers: new Set(FILLERS),
  stops: new Set([SENTENCE_END, CLAUSE_END, ...Object.keys(NEGATIONS), ...PAST]),
};

const NEGATION_REACH = Math.max(...Object.values(NEGATIONS));

const LOOKS = SIGNS.map(({ phrases, ...sign }) => ({ ...sign, look: phrasebook(phrases, VOCABULARY) }));

/** The signs among words, whose clauses and sentences end with words of their own, that nothing around them calms. */
export function alarmingIn(words: readonly string[]): readonly Sign[] {
  const isCalmed = calmsIn(words);
  const signs = LOOKS.flatMap(({ look, ...sign }) => look(words).map((finding) => ({ ...sign, ...finding })));
  return signs.filter((sign) => !isCalmed(sign)).toSorted((one, other) => one.from - other.from);
}

const supposed = phrasebook(SUPPOSED, VOCABULARY);
const talk = phrasebook(TALK, VOCABULARY);
const recovered = phrasebook(RECOVERED, VOCABULARY);
const awaited = phrasebook(AWAITED, VOCABULARY);

function calmsIn(words: readonly string[]): (sign: Sign) => boolean {
  const clauses = numbered(words, [CLAUSE_END, SENTENCE_END]);
  const sentences = numbered(words, [SENTENCE_END]);
  const isSupposed = follows(supposed(words), clauses);
  const isAwaited = follows(awaited(words), clauses);
  const talkedOf = new Set(talk(words).map(({ from }) => sentences[from]));
  const backAgain = recovered(words).findLast((finding) => !isAwaited(finding))?.from ?? -1;
  return (sign) =>
    isNegated(words, sign) ||
    isSupposed(sign) ||
    (sign.is === 'topic' && talkedOf.has(sentences[sign.from])) ||
    (sign.of === 'critical' && sign.from < backAgain);
}

/** For each word the number of its clause, or of its sentence. */
function numbered(words: readonly string[], ends: readonly string[]): readonly number[] {
  let number = 0;
  return words.map((word) => (ends.includes(word) ? ++number : number));
}

/** Whether one of the findings begins before it in the same clause. */
function follows(
  findings: readonly Finding[],
  clauses: readonly (number | undefined)[],
): (finding: Finding) => boolean {
  const first = new Map(findings.toReversed().map(({ from }) => [clauses[from], from]));
  return ({ from }) => (first.get(clauses[from]) ?? from) < from;
}

function isNegated(words: readonly string[], { from }: Finding): boolean {
  const before = words.slice(Math.max(0, from - NEGATION_REACH), from);
  const clause = before.slice(before.findLastIndex(isEnd) + 1);
  return clause.some((word, place) => (NEGATIONS[word] ?? 0) >= clause.length - place);
}

const isEnd = (word: string): boolean => word === CLAUSE_END || word === SENTENCE_END;

// A line that begins with a capital begins a sentence, as far as one can tell; mail breaks lines anywhere.
const TOKEN =
  /(?<word>[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*)|(?<sentence>[.!?;](?!\S)|\n\s*\n|\n(?=\s*\p{Lu}))|(?<clause>[,:()–—]|\s-\s)/gu;
const CONTRARY = ['men', 'but'];

/** Words in lower case, between two ends of a sentence. */
export function wordsOf(text: string): readonly string[] {
  const read = text.slice(0, LETTERS_READ).normalize('NFC').replaceAll('’', "'");
  const whole = text.length > LETTERS_READ ? withoutItsEnd(read) : read;
  const tokens = whole.replace(/\be-(?=post|mail)/giu, 'e').matchAll(TOKEN);
  const words = [...tokens].map(({ 0: token, groups }) => {
    const word = token.toLowerCase();
    if (groups?.['clause'] || CONTRARY.includes(word)) return CLAUSE_END;
    return groups?.['sentence'] ? SENTENCE_END : word;
  });
  return [SENTENCE_END, ...words, SENTENCE_END];
}

/** Where the text was cut, a word may have been. */
const withoutItsEnd = (text: string): string =>
  text.slice(0, Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1);
