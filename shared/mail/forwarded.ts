import { addressesIn } from './address';
import { decodeWords } from './encoded-words';
import { forwardedAt } from './forward-openings';
import { readHead } from './head';
import { headerBlockAt } from './header-block';
import type { Mail } from './read';
import { tidyLine } from './repair';
import { type Line, lineOf } from './reply-lines';

/** Who wrote the mail that another hands on; an address is not always told. */
export interface Author {
  readonly name: string;
  readonly email?: string;
}

interface Original {
  readonly from: Author;
  readonly subject?: string;
}

/**
 * A mail that somebody handed on: as text within their own, or whole, as an attachment, to be read with `readMail`.
 * Nothing proves that it was written so: believe it of somebody who may speak for others.
 */
export type Forwarded = Original &
  (
    | {
        readonly is: 'inline';
        /** What the original says. */
        readonly text: string;
        /** What whoever hands it on wrote above it. */
        readonly note: string;
      }
    | { readonly is: 'attached'; readonly raw: Buffer; readonly note: string }
  );

/** The mail that a mail hands on, if it hands one on. */
export const forwardedIn = (mail: Mail): Forwarded | undefined => attachedIn(mail) ?? inlineIn(mail);

// Of several, nobody could say whose the ticket is.
function attachedIn({ attachments, text, unreadable }: Mail): Forwarded | undefined {
  const [attached, ...others] = attachments.filter(({ type }) => type === 'message/rfc822');
  if (!attached || others.length > 0 || unreadable) return undefined;
  const { fields } = readHead(attached.bytes);
  const header = (wanted: string) => fields.find(({ name }) => name === wanted)?.value ?? '';
  const from = authorIn(header('from'));
  const subject = tidyLine(decodeWords(header('subject')));
  return from && { is: 'attached', from, ...(subject && { subject }), raw: attached.bytes, note: text.trim() };
}

function inlineIn(mail: Mail): Forwarded | undefined {
  const raw = mail.text.split('\n');
  const lines = raw.slice(0, LINES_MAX).map(lineOf);
  const opening = forwardedAt(lines, mail.subject);
  if (!opening) return undefined;
  const block = lines.slice(opening.block, blockEnd(lines, opening.block));
  const from = authorIn(valueAfter(FROM, block));
  const subject = tidyLine(valueAfter(SUBJECT, block));
  const text = unquoted(raw.slice(opening.block + block.length)).trim();
  const note = raw.slice(0, opening.line).join('\n').trim();
  return from && { is: 'inline', from, ...(subject && { subject }), text, note };
}

/** Whoever hands a mail on writes less above it. */
const LINES_MAX = 2_000;

// In the languages of `headerBlockAt`.
const FROM = /^(?:fra|frå|from|från|von|van|de|lähettäjä)\*{0,2}\s?:\*{0,2}\s*(.*)$/iu;
const SUBJECT = /^(?:emne|subject|ämne|betreff|onderwerp|objet|asunto|aihe)\*{0,2}\s?:\*{0,2}\s*(.*)$/iu;
const ADDRESSEES_LINES_MAX = 30;

// Many addressees push the subject out of the lines that tell a block of headers.
function blockEnd(lines: readonly Line[], block: number): number {
  const end = block + headerBlockAt(lines, block);
  if (lines.slice(block, end).some(({ text }) => SUBJECT.test(text))) return end;
  const rest = lines.slice(end, end + ADDRESSEES_LINES_MAX);
  const subject = rest.findIndex(({ text }) => text === '' || SUBJECT.test(text));
  return SUBJECT.test(rest[subject]?.text ?? '') ? end + subject + 1 : end;
}

function valueAfter(label: RegExp, block: readonly Line[]): string {
  const place = block.findIndex(({ text }) => label.test(text));
  const value = label.exec(block[place]?.text ?? '')?.[1] ?? '';
  // A long name pushes the address to a line of its own.
  const next = block[place + 1]?.text ?? '';
  return label === FROM && !value.includes('@') && /^[<[]\S+@\S+[>\]]$/.test(next) ? `${value} ${next}` : value;
}

/** `Kari <kari@kunde.example<mailto:kari@kunde.example>>`, `Kari [mailto:kari@kunde.example]`, or a name alone. */
function authorIn(value: string): Author | undefined {
  const linked = /[<[]\s*(?:mailto:)?([^\s<>[\]]+@[^\s<>[\]]+)/i.exec(value);
  const bare = linked ? undefined : addressesIn(value)[0];
  const name = nameIn(linked ? value.slice(0, linked.index) : (bare?.name ?? value));
  const email = linked ? addressesIn(linked[1] ?? '')[0]?.address : bare?.address;
  if (email) return { name: name.includes('@') ? '' : name, email };
  return name ? { name } : undefined;
}

const nameIn = (value: string): string => tidyLine(decodeWords(value)).replace(/^["'\s]+|["'\s]+$/g, '');

/** What Apple Mail hands on is quoted, which is no part of what it says. */
function unquoted(lines: readonly string[]): string {
  const words = lines.filter((line) => line.trim());
  const isQuoted = words.length > 0 && words.every((line) => line.startsWith('>'));
  return (isQuoted ? lines.map((line) => line.replace(/^> ?/, '')) : lines).join('\n');
}
