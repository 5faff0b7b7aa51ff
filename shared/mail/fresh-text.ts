import { foldRules, type Opening, type Reply } from './fresh-text-rules';
import { htmlToText } from './html-text';
import { quoteLine } from './quote-structures';
import { isVisible } from './repair';
import { isBlank, type Line, lineOf, nextWords } from './reply-lines';
import { signatureLines } from './signature-structures';

export interface FreshText {
  /** What the person wrote now. */
  readonly fresh: string;
  /** What the mail repeats, and the signature. */
  readonly folded: string;
}

/**
 * What is new in a reply. Every line that says something is in one of the two parts; if a reply seems to say nothing
 * new, all of it is fresh. A first mail, or one that is handed on, is fresh throughout.
 */
export function freshText(mail: { text: string; html?: string | undefined; isReply: boolean }): FreshText {
  const { html = '', isReply } = mail;
  const text = isVisible(mail.text) ? mail.text : htmlToText(html) || mail.text;
  if (!isReply) return { fresh: text, folded: '' };
  const { fresh, folded } = partsOf(text, html);
  return isVisible(fresh) ? { fresh, folded } : { fresh: text, folded: '' };
}

// No person answers further down: what comes after goes the way of the last line before it.
const LINES_MAX = 20_000;

function partsOf(text: string, html: string): FreshText {
  const { raw, rest } = firstLines(text.replaceAll('\r\n', '\n'));
  const lines = raw.map(lineOf);
  const folds = foldedLines(replyOf(lines, html));
  const all = [...raw, rest];
  const isFolded = (place: number) => folds[Math.min(place, raw.length - 1)] === true;
  return {
    fresh: joined(all.filter((_, place) => !isFolded(place))),
    folded: joined(all.filter((_, place) => isFolded(place))),
  };
}

function replyOf(lines: readonly Line[], html: string): Reply {
  const quoteAt = quoteLine(lines, html);
  const isMarked = lines.some(({ quoted }) => quoted);
  return { lines, isMarked, quoteAt, signatures: signatureLines(lines, html, quoteAt) };
}

function firstLines(text: string): { readonly raw: readonly string[]; readonly rest: string } {
  let end = 0;
  for (let count = 0; count < LINES_MAX; count += 1) {
    const lineFeed = text.indexOf('\n', end);
    if (lineFeed === -1) return { raw: text.split('\n'), rest: '' };
    end = lineFeed + 1;
  }
  return { raw: text.slice(0, end - 1).split('\n'), rest: text.slice(end) };
}

const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function foldedLines(reply: Reply): boolean[] {
  const { lines } = reply;
  const openings = lines.map((_, at) => openingAt(reply, at));
  const folded = lines.map(() => false);
  let at = 0;
  while (at < lines.length) {
    const opening = openings[at];
    const end = opening ? endOf(opening, at, lines, openings) : at;
    if (opening?.folds !== 'nothing-more') folded.fill(true, at, end);
    at = Math.max(end, at + 1);
  }
  return withEmptyQuotes(lines, folded);
}

// A `>` with nothing after it opens no quotation, but belongs to the one below it.
function withEmptyQuotes(lines: readonly Line[], folded: boolean[]): boolean[] {
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    if (folded[at + 1] && lines[at]?.quoted && isBlank(lines[at])) folded[at] = true;
  }
  return folded;
}

type Openings = readonly (Opening | undefined)[];

function openingAt(reply: Reply, at: number): Opening | undefined {
  if (isBlank(reply.lines[at])) return undefined;
  for (const { folds, opens } of foldRules) {
    const size = opens(reply, at);
    if (size > 0) return { folds, size };
  }
  return undefined;
}

const SHORT_SIGNATURE_LINES_MAX = 20;

function endOf({ folds, size }: Opening, at: number, lines: readonly Line[], openings: Openings): number {
  switch (folds) {
    case 'quotation':
      return quotationEnd(lines, at, size);
    case 'signature':
      return signatureEnd(openings, at, lines.length);
    case 'short-signature':
      return signatureEnd(openings, at, SHORT_SIGNATURE_LINES_MAX);
    case 'opening':
      return at + size;
    case 'nothing-more':
      return lines.length;
  }
}

// Where lines bear `>`, what stands between them or below is an answer; where none do, nothing tells.
function quotationEnd(lines: readonly Line[], at: number, size: number): number {
  const next = nextWords(lines, at + size);
  if (lines[next]?.quoted) return quotedUpTo(lines, next);
  return lines[at]?.quoted ? quotedUpTo(lines, at) : lines.length;
}

function quotedUpTo(lines: readonly Line[], from: number): number {
  let end = from;
  for (let at = from; lines[at]?.quoted || isBlank(lines[at]); at += 1) {
    if (lines[at]?.quoted) end = at + 1;
  }
  return end;
}

function signatureEnd(openings: Openings, at: number, linesMax: number): number {
  for (let end = at + 1; end <= at + linesMax; end += 1) {
    if (end === openings.length || openings[end]?.folds === 'quotation') return end;
  }
  return at;
}
