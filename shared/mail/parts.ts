import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MailParser } from 'mailparser';
import { fieldOf } from './head';
import { type Structured, structured } from './parameters';

/** A part of a mail: what its head says of it, and its bytes or the parts that it is made of. */
export interface Part {
  readonly type: string;
  readonly contentType: Structured;
  readonly disposition: Structured;
  readonly contentId: string | undefined;
  readonly bytes: Buffer;
  readonly parts: readonly Part[];
}

// For its splitter: a forwarded mail stays a part, whole. Taken apart, some never end.
const SPLITTER = { ignoreEmbedded: true, maxHeadSize: 64 * 1024, keepDeliveryStatus: true };

/** Takes a mail apart. Rejects where the parser gives up. */
export async function partsOf(mail: Buffer): Promise<Part> {
  const parser = Object.assign(new MailParser(SPLITTER), ownSteps());
  parser.end(mail);
  const contents: Content[] = [];
  for await (const emitted of parser) contents.push(...(await contentOf(emitted)));
  return partOf(parser.tree || EMPTY, contents.values());
}

interface Node {
  readonly contentType: string | false;
  readonly headers: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

interface Steps {
  readonly textTypes: readonly string[];
  readonly tree: Node | false;
  readonly processHeaders: (lines: readonly { readonly line: string }[]) => ReadonlyMap<string, string>;
}

// The parser's own reading of words loses letters of charsets that it doesn't know or that nobody named, and takes half
// a minute for 40 MB of iso-2022-jp or for the addresses in the heads of a thousand parts. So no type is text to it: it
// hands out all parts as bytes, with their heads as they are.
const ownSteps = (): Steps => ({ textTypes: [], tree: false, processHeaders: headOf });

function headOf(lines: readonly { readonly line: string }[]): ReadonlyMap<string, string> {
  const fields = lines.flatMap(({ line }) => fieldOf(line.replace(/\r?\n[ \t]*/g, ' '), 'windows-1252'));
  // The parser looks into whatever is there, and no one would catch what it throws.
  return new Map(fields.toReversed().flatMap(({ name, value }) => (value ? [[name, value]] : [])));
}

const EMPTY: Node = { contentType: 'text/plain', headers: new Map(), children: [] };

interface Content {
  readonly type: string;
  readonly bytes: Buffer;
}

interface Emitted {
  readonly type: 'attachment' | 'text';
  readonly content: Readable;
  readonly contentType: string | false;
  readonly release: () => void;
}

async function contentOf({ type, content, contentType, release }: Emitted): Promise<Content[]> {
  if (type === 'text') return [];
  const bytes = await buffer(content);
  release();
  return [{ type: contentType || '', bytes }];
}

// In the order in which they stood in the mail, which is that of a walk through the tree.
function partOf(node: Node, contents: Iterator<Content, undefined>, byDefault = 'text/plain'): Part {
  const isMultipart = node.contentType !== false && node.contentType.startsWith('multipart/');
  const content = isMultipart ? undefined : contents.next().value;
  const disposition = structured(node.headers.get('content-disposition') ?? '');
  const type = typeOf(content?.type ?? (node.contentType || ''), node.headers, disposition, byDefault);
  const partsDefault = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return {
    type,
    contentType: structured(node.headers.get('content-type') ?? ''),
    disposition,
    contentId: node.headers.get('content-id')?.replace(/^<|>$/g, '') || undefined,
    bytes: content?.bytes ?? Buffer.alloc(0),
    parts: node.children.map((part) => partOf(part, contents, partsDefault)),
  };
}

/** The parser's word, but where it knows none: a digest is made of mails, and what is no type at all is text. */
function typeOf(parsed: string, headers: Node['headers'], { value }: Structured, byDefault: string): string {
  if (parsed === 'text/plain' && !headers.has('content-type')) return byDefault;
  return parsed.includes('/') || value === 'attachment' ? parsed : 'text/plain';
}
