import { decodeEntities } from './html-entities';
import { type HtmlToken, htmlTokens } from './html-tokens';
import { lettersOf } from './repair';
import type { Line } from './reply-lines';

/** The element with which a client opens what it quotes. */
interface QuoteStructure {
  readonly client: string;
  readonly element: string;
  readonly attributes: RegExp;
}

const QUOTE_STRUCTURES: readonly QuoteStructure[] = [
  { client: 'Gmail', element: 'div', attributes: /class=["'][^"']*\bgmail_(?:quote|attr)\b/i },
  { client: 'Outlook on the web', element: 'div', attributes: /id=["']?(?:x_)*(?:appendonsend|divRplyFwdMsg)\b/i },
  { client: 'Outlook, new', element: 'div', attributes: /id=["']?mail-editor-reference-message-container\b/i },
  { client: 'Outlook', element: 'div', attributes: /border:\s*none;\s*border-top:\s*solid\s+#(?:E1E1E1|B5C4DF)/i },
  {
    client: 'Outlook, cleaned',
    element: 'div',
    attributes: /border-top:\s*1(?:\.0)?pt solid (?:rgb\(225, ?225, ?225\)|#e1e1e1)/i,
  },
  { client: 'Apple Mail', element: 'blockquote', attributes: /type=["']?cite\b/i },
  { client: 'Thunderbird', element: 'div', attributes: /class=["'][^"']*\bmoz-cite-prefix\b/i },
  { client: 'Proton Mail', element: 'div', attributes: /class=["'][^"']*\bprotonmail_quote\b/i },
  { client: 'Yahoo', element: 'div', attributes: /(?:class|id)=["'][^"']*\byahoo_quoted/i },
  { client: 'GMX', element: 'div', attributes: /name=["']?quote\b/i },
  { client: 'Zimbra', element: 'hr', attributes: /id=["']?zwchr\b/i },
  { client: 'Zoho', element: 'div', attributes: /class=["'][^"']*\bzmail_extra\b/i },
  { client: 'Roundcube', element: 'p', attributes: /id=["']?reply-intro\b/i },
  { client: 'Spark', element: 'div', attributes: /name=["']?messageReplySection\b/i },
];

const HTML_LOOKED_AT = 1024 * 1024;
const ATTRIBUTES_LOOKED_AT = 2_000;
// Long enough to be found once, short enough to end before a link, whose address stands in the text and not in the HTML.
const ANCHOR = 20;

/** The line of the text with which begins what the HTML says is quoted. */
export function quoteLine(lines: readonly Line[], html: string): number | undefined {
  const { before, after } = aroundQuote(html.slice(0, HTML_LOOKED_AT));
  if (after.length < ANCHOR) return undefined;
  let letters = 0;
  for (const [place, { text }] of lines.entries()) {
    if (letters >= before / 2 && beginsWith(lines, place, after)) return place;
    letters += lettersOf(text).length;
  }
  return undefined;
}

// The text says more than the HTML before the quote (links) or less (images), but not twice or half as much.
function aroundQuote(html: string): { readonly before: number; readonly after: string } {
  let before = 0;
  let after = '';
  let inQuote = false;
  for (const token of htmlTokens(html)) {
    inQuote ||= opensQuote(token);
    const letters = token.is === 'text' ? lettersOf(decodeEntities(token.text)) : '';
    if (inQuote) after += letters;
    else before += letters.length;
    if (after.length >= ANCHOR) break;
  }
  return { before, after: after.slice(0, ANCHOR) };
}

function opensQuote(token: HtmlToken): boolean {
  if (token.is !== 'opening') return false;
  const attributes = token.attributes.slice(0, ATTRIBUTES_LOOKED_AT);
  return QUOTE_STRUCTURES.some(
    (structure) => structure.element === token.name && structure.attributes.test(attributes),
  );
}

// The anchor may go on over the end of a wrapped line.
function beginsWith(lines: readonly Line[], at: number, anchor: string): boolean {
  let letters = lettersOf(lines[at]?.text ?? '');
  if (letters === '') return false;
  for (let next = at + 1; letters.length < anchor.length && next < at + 4; next += 1) {
    letters += lettersOf(lines[next]?.text ?? '');
  }
  return letters.startsWith(anchor);
}
