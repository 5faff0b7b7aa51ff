/** Where a phrase was found, from a word up to but not including another, and which of its words were. */
export interface Finding {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

export interface Vocabulary {
  /** What `@name` stands for in a phrase. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Words that `~` passes over. */
  readonly fillers: ReadonlySet<string>;
  /** Words that no gap passes over. */
  readonly stops: ReadonlySet<string>;
}

interface Gap {
  readonly atMost: number;
  readonly passes: (word: string) => boolean;
}

/** One of the wanted words after a gap; or, at the end of a phrase, none of the unwanted ones next. */
interface Slot {
  readonly is: 'wanted' | 'unwanted';
  readonly words: ReadonlySet<string>;
  readonly gap: Gap;
}

type Look = (words: readonly string[]) => readonly Finding[];

/**
 * Looks for phrases among words. A phrase is words in order: `a/b` is either, `@name` any of a class, `~` some fillers
 * or none, `…` up to three words of any sort, `!a/b` at its end that neither comes next.
 */
export function phrasebook(phrases: readonly string[], vocabulary: Vocabulary): Look {
  const byFirst = new Map<string, (readonly Slot[])[]>();
  for (const [first, ...rest] of phrases.map((phrase) => slotsOf(phrase, vocabulary)))
    for (const word of first?.words ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), rest]);
  return (words) => foundBy(byFirst, words);
}

// Hardly any word begins a phrase, and every mail is read: those cost no more than to look them up.
function foundBy(byFirst: ReadonlyMap<string, readonly (readonly Slot[])[]>, words: readonly string[]): Finding[] {
  const found: Finding[] = [];
  for (const [from, word] of words.entries())
    for (const rest of byFirst.get(word) ?? NO_PHRASES) {
      const end = filled(words, from + 1, rest, word);
      if (end) found.push({ ...end, from });
    }
  return found;
}

const NO_PHRASES: readonly (readonly Slot[])[] = [];

// Gaps are short and phrases too, so that a word costs no more in one text than in another.
function filled(
  words: readonly string[],
  at: number,
  slots: readonly Slot[],
  said: string,
): Omit<Finding, 'from'> | undefined {
  const [slot, ...rest] = slots;
  if (!slot) return { words: said, to: at };
  if (slot.is === 'unwanted') return slot.words.has(words[at] ?? '') ? undefined : filled(words, at, rest, said);
  for (let passed = 0; passed <= slot.gap.atMost; passed++) {
    const word = words[at + passed];
    if (word === undefined) return undefined;
    const end = slot.words.has(word) && filled(words, at + passed + 1, rest, `${said}${passed ? ' … ' : ' '}${word}`);
    if (end) return end;
    if (!slot.gap.passes(word)) return undefined;
  }
  return undefined;
}

function slotsOf(phrase: string, vocabulary: Vocabulary): readonly Slot[] {
  const gaps = gapsOf(vocabulary);
  const written = phrase.split(' ');
  return written.flatMap((words, place) =>
    words in gaps ? [] : slotOf(words, gaps[written[place - 1] ?? ''] ?? NO_GAP, vocabulary),
  );
}

const NO_GAP: Gap = { atMost: 0, passes: () => false };

const gapsOf = ({ fillers, stops }: Vocabulary): Readonly<Record<string, Gap>> => ({
  '~': { atMost: 4, passes: (word) => fillers.has(word) },
  '…': { atMost: 3, passes: (word) => !stops.has(word) },
});

function slotOf(written: string, gap: Gap, { classes }: Vocabulary): Slot {
  const isUnwanted = written.startsWith('!');
  const words = (isUnwanted ? written.slice(1) : written).split('/');
  const meant = words.flatMap((word) => (word.startsWith('@') ? (classes[word.slice(1)] ?? []) : word));
  return { is: isUnwanted ? 'unwanted' : 'wanted', words: new Set(meant), gap };
}
