import { createHash } from 'node:crypto';
import * as z from 'zod';
import { fileName, mimeType } from '../mail/repair';
import { DAY } from '../promises/instant';
import type { Attachment } from '../ticket/events';
import type { TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Desk, Upload, UploadAddress } from './ports';
import { seal, unseal } from './sealed';

/** So long an attachment waits for the reply that brings it. */
const WAITS_DAYS = 7;

/**
 * An attachment's id says where it is and what it is, and for which ticket: nobody can make one, or use it elsewhere. It
 * has some 500 characters at the most.
 */
export interface Prepared {
  readonly id: string;
}

/** Makes room for a file that an agent will send to S3 itself. The same request again makes the same room. */
export async function prepareUpload(
  desk: Desk,
  ticket: TicketId,
  given: Upload,
  once: string,
): Promise<Prepared & { readonly upload: UploadAddress }> {
  const attachment = attachmentFor(ticket, given, once);
  const upload = await desk.files.upload(attachment.key, attachment);
  return { id: await idFor(desk, ticket, attachment), upload };
}

/** Keeps a small file that came with the request. */
export async function keepUpload(
  desk: Desk,
  ticket: TicketId,
  { name, type, content }: Omit<Upload, 'bytes'> & { readonly content: Buffer },
  once: string,
): Promise<Prepared> {
  const contentHash = createHash('sha256').update(content).digest('hex');
  const attachment = attachmentFor(ticket, { name, type, bytes: content.length }, `${once} ${contentHash}`);
  await desk.files.write(attachment.key, content, attachment.type, attachment.name);
  return { id: await idFor(desk, ticket, attachment) };
}

/** The attachments of a reply, in its order. Throws `Refusal` for one that is not the ticket's, or was never uploaded. */
export const attachmentsNamed = (desk: Desk, ticket: TicketId, ids: readonly string[]): Promise<Attachment[]> =>
  Promise.all(ids.map((id, index) => attachmentNamed(desk, ticket, id, index + 1)));

// The place is made from the file as well: a key that is used again for another file does not write over the first.
function attachmentFor(ticket: TicketId, given: Upload, once: string): Attachment {
  const type = mimeType(given.type);
  const file = { name: fileName(given.name, type, 1), type, bytes: given.bytes };
  const place = createHash('sha256')
    .update(JSON.stringify([once, file]))
    .digest('base64url')
    .slice(0, 22);
  return { ...file, key: `attachments/${ticket}/${place}` };
}

async function idFor({ circumstances, secrets }: Desk, ticket: TicketId, attachment: Attachment): Promise<string> {
  const { name, type, bytes, key } = attachment;
  const until = (await circumstances()).now + WAITS_DAYS * DAY;
  return seal('upload', [ticket, name, type, bytes, key], until, await secrets.replySecrets());
}

const claimsOfId = z
  .tuple([z.string(), z.string(), z.string(), z.number(), z.string()])
  .transform(([ticket, name, type, bytes, key]) => ({ ticket, attachment: { name, type, bytes, key } }));

async function attachmentNamed(desk: Desk, ticket: TicketId, id: string, place: number): Promise<Attachment> {
  const { now } = await desk.circumstances();
  const read = unseal('upload', id, await desk.secrets.replySecrets(), now);
  if (read.is === 'run-out') throw refusal(place, `is older than ${WAITS_DAYS} days. Attach it again.`);
  const claims = read.is === 'genuine' ? claimsOfId.parse(read.claims) : undefined;
  if (claims?.ticket !== ticket)
    throw refusal(place, `is none of this ticket. POST /api/tickets/${ticket}/attachments gives the id of one.`);
  const { attachment } = claims;
  if ((await desk.files.size(attachment.key)) !== attachment.bytes)
    throw refusal(place, `, “${attachment.name}”, has not been uploaded. Send it to its address by PUT first.`);
  return attachment;
}

const refusal = (place: number, why: string) =>
  new Refusal('bad-request', `Attachment ${place}${why.startsWith(',') ? '' : ' '}${why}`);
