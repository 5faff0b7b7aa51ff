import { attributionAt } from './attribution';
import { dividerAt, handsOn, isListFooter } from './dividers';
import { headerBlockAt } from './header-block';
import { isProgramsLine } from './program-lines';
import type { Line } from './reply-lines';
import { isMarker } from './reply-marker';

export interface Reply {
  readonly lines: readonly Line[];
  /** Whether any line bears `>`. */
  readonly isMarked: boolean;
  /** The line that opens the quote by what the HTML says. */
  readonly quoteAt: number | undefined;
  /** How many lines the signature takes that begins at a line, by what the HTML says. */
  readonly signatures: ReadonlyMap<number, number>;
}

/**
 * How far a fold goes: over the quotation that it opens (the lines with `>` after it; if there are none, all the rest),
 * over a signature, which ends where a quotation begins, over one if it is short, over the opening alone, or nowhere
 * from here on.
 */
type Extent = 'quotation' | 'signature' | 'short-signature' | 'opening' | 'nothing-more';

export interface Opening {
  readonly folds: Extent;
  /** In lines. */
  readonly size: number;
}

interface FoldRule {
  readonly name: string;
  readonly folds: Extent;
  /** How many lines the opening takes that begins at this one; 0 where none does. */
  readonly opens: (reply: Reply, at: number) => number;
}

/** In order of precedence where several open at one line. */
export const foldRules: readonly FoldRule[] = [
  { name: 'our marker', folds: 'quotation', opens: ({ lines }, at) => Number(isMarker(lines[at])) },
  { name: 'a mail handed on', folds: 'nothing-more', opens: ({ lines }, at) => Number(handsOn(lines[at])) },
  { name: 'answers within the quotation', folds: 'nothing-more', opens: announcesAnswers },
  { name: 'attribution', folds: 'quotation', opens: ({ lines }, at) => attributionAt(lines, at) },
  { name: 'block of headers', folds: 'quotation', opens: ({ lines }, at) => headerBlockAt(lines, at) },
  { name: 'divider', folds: 'quotation', opens: ({ lines }, at) => dividerAt(lines, at) },
  { name: 'structure of the HTML', folds: 'quotation', opens: structureAt },
  { name: 'quoted lines', folds: 'quotation', opens: ({ lines }, at) => Number(isQuotation(lines, at)) },
  { name: 'signature', folds: 'signature', opens: ({ lines }, at) => Number(lines[at]?.raw === '-- ') },
  { name: 'signature of the HTML', folds: 'opening', opens: ({ signatures }, at) => signatures.get(at) ?? 0 },
  // Without the space that RFC 3676 4.3 asks for, the dashes may divide the customer's own words.
  { name: 'dashes', folds: 'short-signature', opens: ({ lines }, at) => Number(lines[at]?.raw.trimEnd() === '--') },
  { name: "a list's footer", folds: 'short-signature', opens: ({ lines }, at) => Number(isListFooter(lines, at)) },
  { name: "a program's line", folds: 'opening', opens: ({ lines }, at) => Number(isProgramsLine(lines[at])) },
];

const ATTRIBUTION_LINES_MAX = 4;

// In an unknown language an attribution is told by the HTML alone, and goes on to the lines with `>`.
function structureAt({ lines, quoteAt }: Reply, at: number): number {
  if (quoteAt !== at) return 0;
  const ahead = lines.slice(at, at + ATTRIBUTION_LINES_MAX + 1).findIndex(({ quoted }) => quoted);
  return Math.max(ahead, 1);
}

// One line that begins `> 50` says "more than fifty".
const isQuotation = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.quoted === true && (lines[at + 1]?.quoted === true || !/^\d/.test(lines[at]?.text ?? ''));

const WITHIN =
  '(?:under|nedenfor|nedanfor|below|inline|in-line|(?:i|med|in) (?:rødt|raudt|blått|grønt|red|blue|green))';
const ANSWERS = '(?:svar(?:a|ene|er|ar)?|kommentar(?:er|ar|ene|ane)?|answers?|replies|comments?)';
const ANNOUNCEMENTS = [`${ANSWERS} (?:\\S+ ){0,4}${WITHIN}(?=\\s*(?:[.!:,;)]|$))`, `(?:inline|in-line) ${ANSWERS}`].map(
  (words) => new RegExp(`(?<!\\p{L})${words}`, 'iu'),
);

// "My answers below in red": where no line bears `>`, nothing tells them from what they answer.
function announcesAnswers({ lines, isMarked }: Reply, at: number): number {
  if (isMarked) return 0;
  return Number(ANNOUNCEMENTS.some((announcement) => announcement.test(lines[at]?.text ?? '')));
}
