/** A piece of HTML: what stands between tags, as written, or a tag with its attributes as written. */
export type HtmlToken =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'opening' | 'closing'; readonly name: string; readonly attributes: string };

const MARKUP = /<(?=[a-z/!?])/gi;
const TAG = /^<(\/?)([a-z][^\s/>]{0,50})/i;
const UNSEEN = new Set(['script', 'style', 'title', 'template']);

/**
 * Cuts HTML into tokens in linear time whatever the input, which no parser that keeps a stack of open elements does.
 * Comments, declarations and the contents of scripts and styles are left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let quotes = true;
  let at = 0;
  while (at < html.length) {
    const start = indexOfPattern(MARKUP, html, at);
    if (start > at) yield { is: 'text', text: html.slice(at, start) };
    // Where a quote never ends, none is believed from there on: looking for its end again and again is quadratic.
    const end = markupEnd(html, start, quotes);
    quotes &&= end !== undefined;
    at = end ?? indexAfter(html, '>', start);
    const tag = tagOf(html.slice(start, at));
    if (tag) yield tag;
    if (tag?.is === 'opening' && UNSEEN.has(tag.name)) at = indexOfPattern(new RegExp(`</${tag.name}`, 'gi'), html, at);
  }
}

function markupEnd(html: string, start: number, quotes: boolean): number | undefined {
  if (html.startsWith('<!--', start)) return indexAfter(html, '-->', start + 4);
  if (!quotes || html[start + 1] === '!' || html[start + 1] === '?') return indexAfter(html, '>', start);
  return endOutsideQuotes(html, start);
}

const QUOTE_OR_END = /[>"']/g;

function endOutsideQuotes(html: string, start: number): number | undefined {
  let at = indexOfPattern(QUOTE_OR_END, html, start);
  while (at < html.length && html[at] !== '>') {
    const closing = html.indexOf(html.charAt(at), at + 1);
    if (closing === -1) return undefined;
    at = indexOfPattern(QUOTE_OR_END, html, closing + 1);
  }
  return at < html.length ? at + 1 : undefined;
}

function tagOf(markup: string): Exclude<HtmlToken, { is: 'text' }> | undefined {
  const [head, slash, name] = TAG.exec(markup) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const attributes = markup.slice(head.length, -1);
  return { is: slash ? 'closing' : 'opening', name: name.toLowerCase(), attributes };
}

function indexOfPattern(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function indexAfter(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? text.length : index + mark.length;
}
