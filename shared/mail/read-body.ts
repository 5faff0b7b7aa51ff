import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { Unreadable } from './guard';
import type { Head } from './head';
import { htmlToText } from './html-text';
import { fileName, isVisible, lettersOf, mimeType, tidyText } from './repair';

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** What a `cid:` address in the HTML calls it. */
  readonly contentId?: string;
}

export interface Body {
  /** Always there to be read: made of the HTML where the mail brings no text, or a lesser one. */
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly MailAttachment[];
  /** Why the parser did not read it; then its one attachment is the raw mail. */
  readonly unreadable?: Unreadable;
}

const PARSER = {
  keepDeliveryStatus: true,
  keepCidLinks: true,
  skipImageLinks: true,
  skipTextLinks: true,
  // Ours is linear; the parser's takes minutes for a megabyte of tags that are never closed.
  skipHtmlToText: true,
  // Read by its splitter: a forwarded mail stays a part, whole. Taken apart, some never end.
  ignoreEmbedded: true,
  // Of a part: enough for any name, too little for the addresses that keep the parser busy.
  maxHeadSize: 8 * 1024,
};

/** The body of a mail. Never rejects: what the parser can't read comes whole. */
export async function readBody(raw: Buffer, head: Head): Promise<Body> {
  try {
    const { text = '', html, attachments } = await parse(withoutEnvelope(head));
    return { ...wordsOf(tidyText(text), tidyText(html || '')), attachments: attachments.map(attachmentOf) };
  } catch {
    return wholeMail(raw, 'parser-failed');
  }
}

// Making HTML of text costs 18 s and 2 GB for 40 MB of `&`. Only text that stands beside HTML (a list's footer) needs
// it, to be shown with it; skipped, it leaves its breaks behind.
async function parse(mail: Buffer): Promise<ParsedMail> {
  const parsed = await simpleParser(mail, { ...PARSER, skipTextToHtml: true });
  const textBesideHtml =
    /^<br\/>\n|<br\/>\n(?:<br\/>\n|$)/.test(parsed.html || '') && (parsed.text ?? '').length <= BESIDE_MAX;
  return textBesideHtml ? simpleParser(mail, PARSER) : parsed;
}

const BESIDE_MAX = 1_000_000;

/** A mail that isn't taken apart: itself its only attachment. */
export const wholeMail = (raw: Buffer, unreadable: Unreadable): Body => ({
  text: '',
  html: undefined,
  attachments: [{ name: 'mail.eml', type: 'message/rfc822', bytes: raw }],
  unreadable,
});

// The parser sees only what says how the body is built: it reads the clock for a broken Date, and takes seconds for
// addresses in groups in groups.
function withoutEnvelope({ fields, body }: Head): Buffer {
  const content = fields.filter(({ name }) => name.startsWith('content-'));
  return Buffer.concat([Buffer.from(content.map(({ name, value }) => `${name}: ${value}\r\n`).join('')), CRLF, body]);
}

const CRLF = Buffer.from('\r\n');

function wordsOf(plain: string, html: string): Pick<Body, 'text' | 'html'> {
  const seen = htmlToText(html);
  return {
    text: saysMore(seen, plain) ? seen : plain,
    html: isVisible(html) && (isVisible(seen) || !isVisible(plain)) ? html : undefined,
  };
}

/**
 * Whether the HTML is the fuller version: the text is missing, a mere stub, or one part (a list's footer) of a mail
 * whose other part is HTML; the parser puts all parts into the HTML.
 */
function saysMore(seen: string, plain: string): boolean {
  if (!isVisible(plain)) return isVisible(seen);
  if (seen.length <= plain.length) return false;
  const [all, part] = [lettersOf(seen), lettersOf(plain)];
  if (all.length <= part.length) return false;
  return all.length > STUB * part.length || all.startsWith(part) || all.endsWith(part);
}

const STUB = 4;

function attachmentOf({ filename, contentType, content, cid }: Attachment, place: number): MailAttachment {
  const type = mimeType(contentType);
  const attachment = { name: fileName(filename, type, place + 1), type, bytes: content };
  return cid ? { ...attachment, contentId: cid } : attachment;
}
