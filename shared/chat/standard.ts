import * as z from 'zod';
import { givenAddress } from '../mail/given-address';

const words = z.string().trim().min(1).max(20_000);

/** What our own widget's webhook posts. Unknown types are answered and left alone. */
export const standardEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message.created'),
    data: z.object({
      conversationId: z.string().min(1).max(200),
      messageId: z.string().min(1).max(200),
      sentAt: z.iso.datetime({ offset: true }),
      visitor: z.object({
        name: z.string().max(200).default(''),
        email: givenAddress.optional(),
        organisation: z.string().max(200).optional(),
      }),
      text: words,
    }),
  }),
]);

export type ChatMessage = z.output<typeof standardEvent>['data'];
