import { decodeEntities } from './html-entities';
import { type HtmlToken, htmlTokens } from './html-tokens';

interface Page {
  readonly lines: string[];
  /** The line that is being written. */
  pieces: string[];
  /** Which of the blockquotes that are open quote a mail, outermost first. */
  readonly quotes: boolean[];
  depth: number;
  preformatted: number;
  link: { readonly href: string; label: string } | undefined;
}

// No person writes more; it is there for the seconds that 40 MB of tags would take.
const HTML_MAX = 16 * 1024 * 1024;
const DEPTH_MAX = 20;
const LABEL_MAX = 2_000;
const BREAKING =
  'address article aside blockquote center dd div dl dt fieldset figure footer form header hr li main nav section tr';
const PARAGRAPHS = 'h1 h2 h3 h4 h5 h6 ol p pre table ul';

/** HTML as the plain text that a mail client would have sent with it: quotes bear `>`, links their address. */
export function htmlToText(html: string): string {
  const page: Page = { lines: [], pieces: [], quotes: [], depth: 0, preformatted: 0, link: undefined };
  for (const token of htmlTokens(html.slice(0, HTML_MAX))) write(page, token);
  endLine(page);
  return page.lines.join('\n').trim();
}

function write(page: Page, token: HtmlToken): void {
  if (token.is === 'text') {
    writeText(page, decodeEntities(token.text));
  } else {
    LAYOUT.get(token.name)?.(page);
    WRITERS[token.is].get(token.name)?.(page, token.attributes);
  }
}

function writeText(page: Page, text: string): void {
  if (page.link) page.link.label = (page.link.label + text).slice(0, LABEL_MAX);
  if (page.preformatted > 0) writePreformatted(page, text);
  else page.pieces.push(text);
}

// Hard spaces outlive the closing up of what stands between words.
function writePreformatted(page: Page, text: string): void {
  for (const [place, line] of text.replaceAll(' ', '\u00a0').split(/\r?\n/).entries()) {
    if (place > 0) breakLine(page);
    page.pieces.push(line);
  }
}

const LAYOUT: ReadonlyMap<string, (page: Page) => void> = new Map([
  ...BREAKING.split(' ').map((name) => [name, endLine] as const),
  ...PARAGRAPHS.split(' ').map((name) => [name, endParagraph] as const),
]);

type Writer = (page: Page, attributes: string) => void;

const OPENINGS = new Map<string, Writer>([
  ['br', breakLine],
  ['li', (page) => page.pieces.push('- ')],
  ['td', (page) => page.pieces.push(' ')],
  ['th', (page) => page.pieces.push(' ')],
  ['pre', openPreformatted],
  ['blockquote', openQuote],
  ['a', openLink],
]);

const CLOSINGS = new Map<string, Writer>([
  ['pre', closePreformatted],
  ['blockquote', closeQuote],
  ['a', closeLink],
]);

const WRITERS: Readonly<Record<'opening' | 'closing', ReadonlyMap<string, Writer>>> = {
  opening: OPENINGS,
  closing: CLOSINGS,
};

function openPreformatted(page: Page): void {
  page.preformatted += 1;
}

function closePreformatted(page: Page): void {
  page.preformatted = Math.max(0, page.preformatted - 1);
}

// Other blockquotes only indent.
const QUOTES_A_MAIL = /\bcite\b|_quote\b/i;

function openQuote(page: Page, attributes: string): void {
  const isMail = QUOTES_A_MAIL.test(attributes);
  breakLine(page);
  page.quotes.push(isMail);
  if (isMail) page.depth += 1;
}

function closeQuote(page: Page): void {
  if (page.quotes.pop()) page.depth -= 1;
  breakLine(page);
}

function openLink(page: Page, attributes: string): void {
  const [, href] = /\bhref\s*=\s*["']?(https?:[^"'\s]{1,2000})/i.exec(attributes) ?? [];
  page.link = href === undefined ? undefined : { href: decodeEntities(href), label: '' };
}

function closeLink(page: Page): void {
  const { link } = page;
  page.link = undefined;
  if (link?.label.trim() && !link.label.includes(bareAddress(link.href))) page.pieces.push(` <${link.href}>`);
}

const bareAddress = (href: string): string => href.replace(/^https?:\/\//i, '').replace(/\/$/, '');

function endLine(page: Page): void {
  if (page.pieces.some((piece) => piece.trim())) breakLine(page);
  else if (page.pieces.length > 0) page.pieces = [];
}

function endParagraph(page: Page): void {
  endLine(page);
  breakLine(page);
}

// However many breaks, one empty line is enough, at the depth of what follows.
function breakLine(page: Page): void {
  const text = page.pieces.length > 0 ? closedUp(page.pieces.join('')) : '';
  page.pieces = [];
  if (!text && isBlank(page.lines.at(-1))) page.lines.pop();
  if (text || page.lines.length > 0) page.lines.push(`${quoteMarks(page.depth)}${text}`.trimEnd());
}

const closedUp = (words: string): string =>
  words
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll('\u00a0', ' ')
    .trimEnd();

const isBlank = (line = ''): boolean => /^>*$/.test(line);
const quoteMarks = (depth: number): string => (depth > 0 ? `${'>'.repeat(Math.min(depth, DEPTH_MAX))} ` : '');
