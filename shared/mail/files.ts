import { detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';
import { decodeWords, hexBytes } from './encoded-words';
import { readHead } from './head';
import type { Part } from './parts';
import { fileName, mimeType, tidyLine } from './repair';
import { unpackTnef } from './tnef';
import { isWords } from './words';

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** What a `cid:` address in the HTML calls it. */
  readonly contentId?: string;
  /** An image that the HTML shows; any other is a file, however it was sent. */
  readonly inline?: true;
}

interface File {
  readonly name: string | undefined;
  readonly type: string;
  readonly bytes: Buffer;
  readonly contentId?: string | undefined;
}

/** The files of a mail in its order, what Outlook packed after the pack that it came in. */
export function attachmentsOf(mail: Part, html = ''): MailAttachment[] {
  const shown = contentIdsIn(html);
  return filesOf(mail)
    .flatMap((file) => [file, ...packedIn(file)])
    .map((file, place) => attachmentOf(file, place + 1, shown));
}

export const isTnef = ({ type, name = '' }: { readonly type: string; readonly name: string | undefined }): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name);

function filesOf(part: Part): File[] {
  const own = isFile(part) ? [fileOf(part)] : [];
  return [...own, ...part.parts.flatMap(filesOf)];
}

// Words that were sent as a file are both: shown, and there to be downloaded.
const isFile = (part: Part): boolean =>
  !part.type.startsWith('multipart/') && (!isWords(part) || part.disposition.parameters.has('filename'));

function fileOf({ type, contentType, disposition, contentId, bytes }: Part): File {
  const given = disposition.parameters.get('filename') ?? contentType.parameters.get('name');
  return { name: given ?? (type === 'message/rfc822' ? subjectOf(bytes) : undefined), type, bytes, contentId };
}

/** What a mail that was handed on is called. */
function subjectOf(mail: Buffer): string | undefined {
  const subject = readHead(mail).fields.find(({ name }) => name === 'subject')?.value ?? '';
  return subject && `${tidyLine(decodeWords(subject)).replace(/[/\\]+/g, ' ')}.eml`;
}

const packedIn = (file: File): File[] =>
  isTnef(file)
    ? unpackTnef(file.bytes).files.map(({ name, bytes }) => ({ name, bytes, type: detectMimeType(name ?? false) }))
    : [];

function attachmentOf({ name, type: given, bytes, contentId }: File, place: number, shown: Shown): MailAttachment {
  const type = mimeType(given);
  const attachment = { name: fileName(name, type, place), type, bytes };
  if (!contentId) return attachment;
  const inline = type.startsWith('image/') && shown.has(contentId);
  return inline ? { ...attachment, contentId, inline } : { ...attachment, contentId };
}

type Shown = ReadonlySet<string>;

const CONTENT_ID = /\bcid:([^"'\s<>)]{1,998})/gi;

/** What the HTML shows of the mail's own; a browser reads these addresses with `%40` for `@` just as well. */
const contentIdsIn = (html: string): Shown =>
  new Set([...html.matchAll(CONTENT_ID)].flatMap(([, id = '']) => [id, percentDecoded(id)]));

const percentDecoded = (text: string): string => hexBytes(text, /%([\da-f]{2})/gi).toString();
