import type { Attachment } from '../ticket/events';
import type { Desk } from './ports';

interface Incoming {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Keeps attachments byte for byte, each under a key made from the mail's id: the same mail again writes the same files. */
export const keepAttachments = (
  { files }: Pick<Desk, 'files'>,
  mailId: string,
  attachments: readonly Incoming[],
): Promise<Attachment[]> =>
  Promise.all(
    attachments.map(async ({ name, type, bytes }, index) => {
      const key = `attachments/${mailId}/${index}`;
      await files.write(key, bytes, type);
      return { name, type, bytes: bytes.length, key };
    }),
  );
