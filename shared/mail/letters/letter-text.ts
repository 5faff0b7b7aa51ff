/** What a letter says, before it is text or HTML: both are made from the same blocks, so they can't say different things. */
export interface LetterText {
  readonly subject: string;
  /** What a client shows beside the subject in its list. */
  readonly preview: string;
  /** The line above which the reader answers, where an answer comes by mail: what stands below it is ours. */
  readonly answerAbove?: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** Running text; a line break in it stays one. */
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'facts'; readonly facts: readonly LabelledFact[] }
  /** Somebody's own words, told apart from ours. */
  | { readonly is: 'quote'; readonly text: string; readonly by?: Speaker }
  /** What was said before, newest first, set back below the letter. */
  | { readonly is: 'history'; readonly title: string; readonly said: readonly Said[] }
  /** What comes along as links, with the line above them. */
  | { readonly is: 'files'; readonly text: string; readonly files: readonly LinkedFile[] }
  | { readonly is: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** What the reader can press; the first is the one that is meant. */
  | { readonly is: 'links'; readonly links: readonly Link[] }
  | { readonly is: 'fine-print'; readonly text: string };

export interface LabelledFact {
  readonly label: string;
  readonly value: string;
}

export interface Speaker {
  readonly who: string;
  readonly when?: string;
}

export interface Said extends Speaker {
  readonly text: string;
}

export interface Link {
  readonly text: string;
  readonly href: string;
}

export interface LinkedFile {
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

export const paragraph = (text: string): Block => ({ is: 'paragraph', text });
export const heading = (level: 1 | 2, text: string): Block => ({ is: 'heading', level, text });
export const quote = (text: string, by?: Speaker): Block => ({ is: 'quote', text, ...(by && { by }) });
export const finePrint = (text: string): Block => ({ is: 'fine-print', text });

/** Facts in the order given; one that is not known is left out. */
export const facts = (...pairs: readonly (readonly [label: string, value: string | undefined])[]): Block => ({
  is: 'facts',
  facts: pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
});

/** What an agent wrote, as the letter's own text: a paragraph for each that is set apart by an empty line. */
export const paragraphs = (text: string): Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n(?:[^\S\n]*\n)+/)
    .map(paragraph);
