import * as z from 'zod';
import { givenAddress } from '../mail/given-address';
import { authorOf, fileAt } from './fields';
import type { ChatProvider, Inbound } from './inbound';
import { verify } from './signature';

const words = z.string().trim().min(1).max(20_000);
const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ offset: true });

/** What our own widget's webhook posts. */
export const standardEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message.created'),
    data: z.object({
      conversationId: id,
      messageId: id,
      sentAt: instant,
      visitor: z.object({
        name: z.string().max(200).default(''),
        email: givenAddress.optional(),
        organisation: z.string().max(200).optional(),
      }),
      text: words,
      files: z
        .array(z.object({ name: z.string().min(1).max(200), type: z.string().max(200).optional(), url: z.url() }))
        .max(20)
        .default([]),
    }),
  }),
  z.object({
    type: z.literal('conversation.ended'),
    data: z.object({ conversationId: id, endedAt: instant }),
  }),
]);

/** Our own widget: Standard Webhooks. It posts what visitors write and nothing else. */
export const standard: ChatProvider = {
  signedBy: 'webhook-id, webhook-timestamp and webhook-signature',
  verify,
  parse: (body) => (isKnown(body) ? [inboundOf(standardEvent.parse(body))] : undefined),
};

// Providers add kinds of events; one that we do not know is no fault.
const KNOWN = new Set<unknown>(standardEvent.options.map(({ shape }) => shape.type.value));

function isKnown(body: unknown): boolean {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  return typeof type !== 'string' || KNOWN.has(type);
}

function inboundOf({ type, data }: z.output<typeof standardEvent>): Inbound {
  const { conversationId } = data;
  switch (type) {
    case 'message.created': {
      const { messageId, sentAt, visitor, text } = data;
      const author = authorOf('visitor', visitor);
      const files = data.files.map(({ url, name, type }) => fileAt(url, name, type));
      return { is: 'message', id: messageId, conversationId, at: Date.parse(sentAt), author, text, files };
    }
    case 'conversation.ended':
      return { is: 'ended', id: data.endedAt, conversationId, at: Date.parse(data.endedAt) };
  }
}
