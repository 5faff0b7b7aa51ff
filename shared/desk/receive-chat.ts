import type { ChatMessage } from '../chat/standard';
import type { Inquiry } from '../ticket/command';
import type { Customer } from '../ticket/events';
import { commandId, type TicketId } from '../ticket/ids';
import { handle } from './handle';
import { keepWords } from './keep-words';
import { languageOf } from './language-of';
import type { Desk } from './ports';
import { arrivalKey, conversationKey, holderOf, placeAt } from './routing';

const SUBJECT_MAX = 80;

/** A chat message becomes a ticket, or the next message of its conversation's; the same message again changes nothing. */
export const receiveChat =
  (desk: Desk) =>
  async (provider: string, chat: ChatMessage): Promise<TicketId> => {
    // Not every provider's message ids are unique beyond their conversation.
    const arrival = arrivalKey(`chat ${provider}`, JSON.stringify([chat.conversationId, chat.messageId]));
    const { now } = await desk.circumstances();
    const origin = { author: 'person', receivedAt: now } as const;
    const current = await holderOf(desk, conversationKey(provider, chat.conversationId), origin);
    const { ticket, follows } = await placeAt(desk, current, origin);
    const id = await desk.claims.claim(arrival, ticket);
    const inquiry = { ...(await inquiryOf(desk, provider, chat)), ...(follows && { follows }) };
    await handle(desk)(id, inquiry, commandId(arrival));
    return id;
  };

async function inquiryOf(
  desk: Desk,
  provider: string,
  { text, conversationId, visitor }: ChatMessage,
): Promise<Inquiry> {
  const { now, policies } = await desk.circumstances();
  return {
    type: 'receive-inquiry',
    channel: 'chat',
    customer: customerOf(visitor, { provider, id: conversationId }),
    subject: subjectOf(text),
    language: languageOf(text, policies.inForce(now)),
    message: { words: await keepWords(desk, text), attachments: [], receivedAt: now },
    acknowledge: true,
  };
}

const customerOf = (
  { name, email, organisation }: ChatMessage['visitor'],
  conversation: NonNullable<Customer['conversation']>,
): Customer => ({
  ...(name && { name }),
  ...(email && { email }),
  ...(organisation && { organisation }),
  conversation,
});

// A chat has no subject of its own, so it goes by its first words.
function subjectOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const letters = [...line];
  return letters.length <= SUBJECT_MAX ? line : `${letters.slice(0, SUBJECT_MAX - 1).join('')}…`;
}
