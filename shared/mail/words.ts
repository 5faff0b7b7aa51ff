import { decodeText } from './charset';
import { unflow } from './flowed';
import { htmlToText } from './html-text';
import type { Part } from './parts';
import { isVisible, lettersOf, tidyText } from './repair';

export interface Words {
  /** Always there to be read: made of the HTML where the mail brings no text, or a lesser one. */
  readonly text: string;
  readonly html: string | undefined;
}

/** One passage in its two versions; either may be missing. */
interface Passage {
  readonly plain: string;
  readonly html: string;
}

/** With what is to be seen of its HTML. */
interface Seen extends Passage {
  readonly seen: string;
}

/** What a mail says, in the order of its parts. */
export function wordsOf(mail: Part): Words {
  const passages = passagesOf(mail).map((passage): Seen => ({ ...passage, seen: htmlToText(passage.html) }));
  return {
    text: passages.map(textOf).filter(Boolean).join('\n'),
    html: passages.some(isPage) ? pageOf(passages) : undefined,
  };
}

/** Whether a part is shown as words, and is no file. */
export const isWords = ({ type, disposition }: Part): boolean =>
  (type === 'text/plain' || type === 'text/html') && ['', 'inline'].includes(disposition.value);

function passagesOf(part: Part): Passage[] {
  if (part.type === 'multipart/alternative') return [versionsOf(part.parts.map(passagesOf))];
  const own = isWords(part) ? [passageIn(part)] : [];
  return [...own, ...part.parts.flatMap(passagesOf)];
}

// Some programs send as alternatives what is said nowhere else, so that none of a kind may be left out.
function versionsOf(alternatives: readonly (readonly Passage[])[]): Passage {
  const withHtml = alternatives.filter((passages) => passages.some(({ html }) => html));
  const plain = alternatives.filter((passages) => !withHtml.includes(passages)).flat();
  return {
    plain: [...new Set(plain.map((passage) => passage.plain))].join('\n'),
    html: withHtml.map(pageOf).join(BETWEEN),
  };
}

function passageIn({ type, contentType, bytes }: Part): Passage {
  const text = tidyText(decodeText(bytes, contentType.parameters.get('charset')));
  if (type === 'text/html') return { plain: '', html: text };
  const says = (name: string, value: string) => contentType.parameters.get(name)?.toLowerCase() === value;
  return { plain: says('format', 'flowed') ? unflow(text, says('delsp', 'yes')) : text, html: '' };
}

const BETWEEN = '<br>\n';

const pageOf = (passages: readonly Passage[]): string =>
  passages.map(({ plain, html }) => html || asHtml(plain)).join(BETWEEN);

const asHtml = (plain: string): string =>
  `<div style="white-space:pre-wrap">${plain.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)}</div>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const textOf = ({ plain, seen }: Seen): string => (saysMore(seen, plain) ? seen : plain);

const isPage = ({ plain, html, seen }: Seen): boolean => isVisible(html) && (isVisible(seen) || !isVisible(plain));

/** Whether the HTML is the fuller version: the text is missing, a mere stub, about something else, or one end of it. */
function saysMore(seen: string, plain: string): boolean {
  if (!isVisible(plain)) return isVisible(seen);
  if (saysOther(seen, plain)) return true;
  if (seen.length <= plain.length) return false;
  const [all, part] = [lettersOf(seen), lettersOf(plain)];
  if (all.length <= part.length) return false;
  return all.length > STUB * part.length || all.startsWith(part) || all.endsWith(part);
}

const STUB = 4;

const WORDS_COMPARED = 40;
const IN_COMMON = 0.3;

// “Open this mail in a newer program” is no version of what the HTML says.
function saysOther(seen: string, plain: string): boolean {
  const words =
    plain
      .slice(0, 1_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const compared = words.slice(0, WORDS_COMPARED);
  const page = seen.slice(0, 20_000).toLowerCase();
  return isVisible(page) && compared.filter((word) => page.includes(word)).length < IN_COMMON * compared.length;
}
