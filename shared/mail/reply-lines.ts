/** A line of a reply as the rules see it. */
export interface Line {
  readonly raw: string;
  /** Without quote marks, the asterisks of bold and outer spaces; of a long line only how it begins. */
  readonly text: string;
  readonly quoted: boolean;
}

const LOOKED_AT = 1_000;

export function lineOf(raw: string): Line {
  const start = raw.slice(0, LOOKED_AT);
  return {
    raw,
    text: withoutEnd(start.replace(/^[\s>*\u200b-\u200f]+/, '')),
    quoted: /^\s{0,3}>/.test(start),
  };
}

const EDGE = /[\s*\u200b-\u200f]/;

// A pattern that ends with `$` would look at each run of spaces within the line once for every space.
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A line of nothing but `>` is blank too. */
export const isBlank = (line: Line | undefined): boolean => line?.text === '';

/** Where the next line with words is, at this place or after it; the number of lines if there is none. */
export function nextWords(lines: readonly Line[], from: number): number {
  let at = from;
  while (isBlank(lines[at])) at += 1;
  return at;
}

/** Whether what stands before this line is empty, or a rule across the page. */
export function beginsParagraph(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  return before === undefined || isBlank(before) || /^[-_]{3,}$/.test(before.text);
}
