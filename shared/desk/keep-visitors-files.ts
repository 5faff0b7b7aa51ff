import type { LinkedFile } from '../chat/inbound';
import { fileName, mimeType } from '../mail/repair';
import type { Attachment } from '../ticket/events';
import { keepAttachments } from './keep-attachments';
import type { Desk } from './ports';

/** What became of the files of a message: kept, or told by name and address. */
export interface VisitorsFiles {
  readonly attachments: readonly Attachment[];
  readonly links: readonly string[];
}

// More at once would take a function's memory.
const FETCHED_MAX = 5;

/**
 * Keeps the files that a visitor has sent, since the provider's addresses of them last for hours or days. What can't be
 * had is a line in the message. Each has a key of its own place, so that a second delivery takes nothing from the first.
 */
export async function keepVisitorsFiles(
  desk: Pick<Desk, 'chats' | 'files'>,
  arrival: string,
  files: readonly LinkedFile[],
): Promise<VisitorsFiles> {
  const kept = await Promise.all(files.map((file, place) => keepFile(desk, `${arrival}-${place}`, file, place)));
  return {
    attachments: kept.flat(),
    links: files.filter((_, place) => kept[place]?.length === 0).map(({ name, url }) => `${name}: ${url}`),
  };
}

async function keepFile(
  desk: Pick<Desk, 'chats' | 'files'>,
  key: string,
  file: LinkedFile,
  place: number,
): Promise<readonly Attachment[]> {
  const fetched = place < FETCHED_MAX ? await desk.chats.fetch(file) : undefined;
  if (!fetched) return [];
  const type = mimeType(file.type ?? fetched.type);
  return keepAttachments(desk, key, [{ name: fileName(file.name, type, place + 1), type, bytes: fetched.bytes }]);
}
