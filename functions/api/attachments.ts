import * as z from 'zod';
import { keepUpload, prepareUpload } from '../../shared/desk/uploads';
import { type TicketId, ticketIdOf } from '../../shared/ticket/ids';
import { Refusal } from '../../shared/ticket/refusal';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { type Call, onceKey, type Route } from './route';

/** A body has a megabyte at the most, and base64 takes a third more. */
const CONTENT_BYTES_MAX = 700_000;
const UPLOAD_BYTES_MAX = 100_000_000;

const file = { name: z.string().trim().min(1, 'Give the file a name.').max(255), type: z.string().max(255) };

const attachment = z.union([
  z.strictObject({ ...file, bytes: z.int().min(1).max(UPLOAD_BYTES_MAX, 'At most 100 MB.') }),
  z.strictObject({
    ...file,
    content: z
      .base64()
      .min(1)
      .max(Math.ceil(CONTENT_BYTES_MAX / 3) * 4, 'At most 700 kB here; give its size in bytes, and upload it.')
      .transform((text) => Buffer.from(text, 'base64')),
  }),
]);

export const ATTACHMENT_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/tickets/{id}/attachments',
    does:
      'Attach a file to the reply that you are about to write, by its size or, up to 700 kB, by its content in base64. ' +
      'Answers its id and, by its size, where to send it within 15 minutes by PUT, with exactly the given headers ' +
      '(412 says that it is there already).',
    body: attachment,
    answer: attach,
  },
];

async function attach(call: Call): Promise<Response> {
  const { desk, request, parameters } = call;
  const ticket = await knownTicket(call, parameters['id']);
  const body = attachment.parse(jsonOf(request));
  const once = onceKey(call);
  return json(
    201,
    'content' in body ? await keepUpload(desk, ticket, body, once) : await prepareUpload(desk, ticket, body, once),
  );
}

async function knownTicket({ desk }: Call, given = ''): Promise<TicketId> {
  const ticket = ticketIdOf(given);
  if (ticket && (await desk.tickets.hasVersion(ticket, 1))) return ticket;
  throw new Refusal('no-such-ticket', `There is no ticket “${given}”.`);
}
