import { decodeEntities } from './html-entities';
import { type HtmlToken, htmlTokens } from './html-tokens';
import { lettersOf } from './repair';
import { isBlank, type Line } from './reply-lines';

// Gmail, the new Outlook, Outlook on a telephone, Proton Mail. Apple's is left out: what is written below it on an iPhone
// ends up within.
const SIGNATURE =
  /\bclass=["'][^"']*\b(?:gmail_signature|protonmail_signature_block-user)(?![\w-])|\bid=["']?(?:Signature|ms-outlook-mobile-signature)(?![\w-])/;
const HTML_LOOKED_AT = 1024 * 1024;
const ATTRIBUTES_LOOKED_AT = 2_000;
const SIGNATURES_MAX = 5;
const LETTERS_MAX = 1_000;
const LINES_MAX = 20;

/**
 * How many lines of the text the signatures take that the HTML names, by the line where each begins. One counts only if
 * it fills its lines and says just the same; the last before the quote is meant.
 */
export function signatureLines(lines: readonly Line[], html: string, quoteAt = lines.length): Map<number, number> {
  const own = lines.slice(0, quoteAt);
  return new Map(
    signaturesIn(html.slice(0, HTML_LOOKED_AT)).flatMap((signature) => {
      const at = own.findLastIndex((_, place) => sizeAt(own, place, signature) > 0);
      return at === -1 ? [] : [[at, sizeAt(own, at, signature)] as const];
    }),
  );
}

interface Open {
  readonly element: string;
  readonly depth: number;
  readonly letters: string;
}

function signaturesIn(html: string): readonly string[] {
  const found: string[] = [];
  let open: Open | undefined;
  for (const token of htmlTokens(html)) {
    open = open ? goOn(open, token) : opened(token);
    if (open?.depth === 0) {
      if (open.letters) found.push(open.letters);
      open = undefined;
    }
    if (found.length === SIGNATURES_MAX) break;
  }
  return found;
}

function opened(token: HtmlToken): Open | undefined {
  if (token.is !== 'opening' || !SIGNATURE.test(token.attributes.slice(0, ATTRIBUTES_LOOKED_AT))) return undefined;
  return { element: token.name, depth: 1, letters: '' };
}

function goOn(open: Open, token: HtmlToken): Open | undefined {
  if (open.letters.length > LETTERS_MAX) return undefined;
  if (token.is === 'text') return { ...open, letters: open.letters + lettersOf(decodeEntities(token.text)) };
  if (token.name !== open.element) return open;
  return { ...open, depth: open.depth + (token.is === 'opening' ? 1 : -1) };
}

function sizeAt(lines: readonly Line[], at: number, signature: string): number {
  if (isBlank(lines[at])) return 0;
  let letters = '';
  for (const [ahead, line] of lines.slice(at, at + LINES_MAX).entries()) {
    letters += line.quoted ? '>' : lettersOf(line.text);
    if (letters === signature) return ahead + 1;
    if (!signature.startsWith(letters)) return 0;
  }
  return 0;
}
