import sanitizeHtml from 'sanitize-html';
import { htmlToText } from './html-text';
import { safeStyle } from './safe-style';
import { ATTRIBUTES, SILENT, TAGS } from './safe-tags';

/** A stranger's HTML, made harmless. */
export interface SafeHtml {
  readonly html: string;
  /** How many elements would have loaded something from elsewhere: images mostly, and most of those to spy. */
  readonly blocked: number;
  /** False where it was cut, or only its text is here, as it was too long or too deep. */
  readonly whole: boolean;
}

interface Images {
  /** The address of the image that the mail brings under this content id. */
  readonly imageFor: (contentId: string) => string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

const HTML_MAX = 1_000_000;
/** Twice as much as it was, where every other word is a link. What is larger does not fit into an answer. */
const SAFE_MAX = 2_000_000;
const TEXT_MAX = 200_000;
/** Browsers stop at 512; the time of the parser grows with the depth. */
const DEPTH_MAX = 500;

/**
 * The HTML of a mail as text, tables and the images that it brings itself: nothing in it runs, loads from elsewhere,
 * asks for anything or lies over the page. What is allowed is listed; all else goes, known or not.
 */
export function safeHtml(html: string, { imageFor }: Images): SafeHtml {
  const found: Found = { depth: 0, blocked: 0, contentIds: [] };
  const safe = sanitised(html.slice(0, HTML_MAX), found);
  const { blocked, contentIds } = found;
  if (safe === undefined || safe.length > SAFE_MAX) return { html: textOf(html), blocked, whole: false };
  const imageAt = (place: string) => imageFor(contentIds[Number(place)] ?? '');
  return { html: withImages(safe, imageAt), blocked, whole: html.length <= HTML_MAX };
}

interface Found {
  depth: number;
  blocked: number;
  readonly contentIds: string[];
}

function sanitised(html: string, found: Found): string | undefined {
  try {
    return sanitizeHtml(html, optionsFor(found));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const optionsFor = (found: Found): sanitizeHtml.IOptions => ({
  allowedTags: [...TAGS],
  allowedAttributes: ATTRIBUTES,
  nonTextTags: [...SILENT],
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  onOpenTag: (name, attributes) => enter(found, name, attributes),
  onCloseTag: () => {
    found.depth -= 1;
  },
  transformTags: {
    a: (_, attributes) => linkOf(attributes),
    img: (_, attributes) => imageOf(found, attributes),
    '*': (tagName, attributes) => ({ tagName, attribs: styled(attributes) }),
  },
});

function enter(found: Found, name: string, attributes: Attributes): void {
  found.depth += 1;
  if (found.depth > DEPTH_MAX) throw new RangeError('This HTML is nested deeper than any browser shows.');
  if (isLoading(name, attributes)) found.blocked += 1;
}

const LOADED_BY = ['src', 'srcset', 'background', 'poster', 'data', 'dynsrc', 'lowsrc'];
const LOADING_BY_HREF = new Set(['link', 'image', 'use', 'feimage']);

const isLoading = (name: string, attributes: Attributes): boolean =>
  LOADED_BY.some((attribute) => isElsewhere(attributes[attribute])) ||
  (LOADING_BY_HREF.has(name) && isElsewhere(attributes['href'] ?? attributes['xlink:href'])) ||
  /url\s*\(|image-set/i.test(attributes['style'] ?? '');

const isElsewhere = (address = ''): boolean => address.trim() !== '' && !/^\s*(cid|data):/i.test(address);

function styled({ style, ...others }: Attributes): sanitizeHtml.Attributes {
  const safe = safeStyle(style ?? '');
  return safe ? { ...others, style: safe } : others;
}

// A link into the page, or relative to it, would lead to us: in a mail it has never led anywhere.
function linkOf({ href = '', ...others }: Attributes): sanitizeHtml.Tag {
  if (!/^\s*(https?:\/\/|mailto:|tel:)/i.test(href)) return { tagName: 'a', attribs: others };
  return { tagName: 'a', attribs: { ...others, href, rel: 'noopener noreferrer nofollow', target: '_blank' } };
}

const DATA_IMAGE = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z\d+/=\s]{1,200000}$/i;

/** An image that the mail brings; in place of any other the words that say what it shows. */
function imageOf({ contentIds }: Found, { src = '', alt = '', ...others }: Attributes): sanitizeHtml.Tag {
  if (DATA_IMAGE.test(src)) return { tagName: 'img', attribs: { src, alt, ...others } };
  const [, contentId] = /^\s*cid:(.{1,500})$/is.exec(src) ?? [];
  if (contentId === undefined) return { tagName: 'span', attribs: {}, text: alt };
  const place = contentIds.push(unescaped(contentId.trim())) - 1;
  return { tagName: 'img', attribs: { src: `cid:${place}`, alt, ...others } };
}

// RFC 2392: a content id in a URL is percent-encoded; not every client does.
function unescaped(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}

// Only now, when every address has been looked at, come our own in. A “<” is that of a tag, as text has “&lt;”.
const withImages = (html: string, imageAt: (place: string) => string | undefined): string =>
  html.replace(/<img src="cid:(\d+)"([^>]*)>/g, (_, place: string, others: string) => {
    const address = imageAt(place);
    return address === undefined ? '' : `<img src="${escaped(address)}"${others}>`;
  });

const textOf = (html: string): string =>
  `<pre>${escaped(htmlToText(html.slice(0, HTML_MAX)).slice(0, TEXT_MAX))}</pre>`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
