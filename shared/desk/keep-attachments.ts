import type { Attachment } from '../ticket/events';
import type { Desk } from './ports';

interface Incoming {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly contentId?: string | undefined;
  /** Whether the HTML of the mail shows it. */
  readonly inline?: true | undefined;
}

/**
 * Keeps attachments byte for byte, each under a key made from the mail's id: the same mail again writes the same files.
 * Their names, safe by now, are kept with them, and say to every browser that they are to be saved.
 */
export const keepAttachments = (
  { files }: Pick<Desk, 'files'>,
  mailId: string,
  attachments: readonly Incoming[],
): Promise<Attachment[]> =>
  Promise.all(
    attachments.map(async ({ name, type, bytes, contentId, inline }, index) => {
      const key = `attachments/${mailId}/${index}`;
      await files.write(key, bytes, type, name);
      return { name, type, bytes: bytes.length, key, ...(inline && contentId && { contentId }) };
    }),
  );
