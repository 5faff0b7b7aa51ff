import type { EnclosedFile } from '../mail/compose';
import type { Attachment } from '../ticket/events';
import { fileLink, IN_A_LETTER } from './links';
import type { Desk } from './ports';

/** What many mail servers still take, and SES too, once base64 has made it a third larger. */
const ENCLOSED_BYTES_MAX = 7_000_000;

/** A file that is too large for a letter, and where the reader gets it. */
export interface EnclosedLink {
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}

export interface Enclosures {
  readonly attachments: readonly EnclosedFile[];
  readonly links: readonly EnclosedLink[];
}

/** What a letter brings: the files themselves or, where they are over 7 MB in all, links that live for thirty days. */
export async function enclosuresFor(desk: Desk, attachments: readonly Attachment[]): Promise<Enclosures> {
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes, 0);
  if (bytes > ENCLOSED_BYTES_MAX)
    return { attachments: [], links: await Promise.all(attachments.map((attachment) => linked(desk, attachment))) };
  return { attachments: await Promise.all(attachments.map((attachment) => enclosed(desk, attachment))), links: [] };
}

const linked = async (desk: Desk, attachment: Attachment): Promise<EnclosedLink> => ({
  name: attachment.name,
  bytes: attachment.bytes,
  href: `${desk.site()}${await fileLink(desk, attachment, IN_A_LETTER)}`,
});

async function enclosed({ files }: Desk, { name, type, key, contentId }: Attachment): Promise<EnclosedFile> {
  const bytes = await files.read(key);
  if (!bytes) throw new Error(`The attachment kept at ${key} is gone.`);
  return { name, type, bytes, ...(contentId && { contentId }) };
}
