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
    text: start.replace(/^[\s>*\u200b-\u200f]+/, '').replace(/[\s*]+$/, ''),
    quoted: /^\s{0,3}>/.test(start),
  };
}

/** A line of nothing but `>` is blank too. */
export const isBlank = (line: Line | undefined): boolean => line?.text === '';

/** Where the next line with words is, at this place or after it; the number of lines if there is none. */
export function nextWords(lines: readonly Line[], from: number): number {
  let at = from;
  while (isBlank(lines[at])) at += 1;
  return at;
}
