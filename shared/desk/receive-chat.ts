import { addressLeft } from '../chat/address-left';
import type { Author, ConversationEnd, Inbound, InboundMessage } from '../chat/inbound';
import type { ProviderName } from '../chat/providers';
import type { Inquiry } from '../ticket/command';
import type { Customer } from '../ticket/events';
import { commandId, type TicketId } from '../ticket/ids';
import { handle } from './handle';
import { currentOf } from './history';
import { keepVisitorsFiles } from './keep-visitors-files';
import { keepWords } from './keep-words';
import { knownCustomer } from './known-customer';
import { languageOf } from './language-of';
import { isOwnReply } from './own-replies';
import type { Desk } from './ports';
import { arrivalKey, conversationKey, holderOf, type Place, placeAt } from './routing';

/**
 * What a chat's webhook has brought, in its order: a visitor's message becomes a ticket, or the next message of its
 * conversation's, and the same again changes nothing. The ticket that took it in; nothing where it says nothing new.
 */
export const receiveChat =
  (desk: Desk) =>
  async (provider: ProviderName, inbound: readonly Inbound[]): Promise<TicketId | undefined> => {
    const tickets: TicketId[] = [];
    for (const one of inbound) tickets.push(...(await receive(desk, provider, one)));
    return tickets.at(-1);
  };

async function receive(desk: Desk, provider: ProviderName, inbound: Inbound): Promise<readonly TicketId[]> {
  if (inbound.is === 'ended') return endChat(desk, provider, inbound);
  const isNew = inbound.author.kind === 'visitor' && !(await isOwnReply(desk, provider, inbound));
  return isNew ? [await takeIn(desk, provider, inbound)] : [];
}

async function takeIn(desk: Desk, provider: ProviderName, message: InboundMessage): Promise<TicketId> {
  const arrival = keyOf(provider, message);
  const { now } = await desk.circumstances();
  const origin = { author: 'person', receivedAt: now } as const;
  const current = await holderOf(desk, conversationKey(provider, message.conversationId), origin);
  const place = await placeAt(desk, current, origin);
  const id = await desk.claims.claim(arrival, place.ticket);
  await handle(desk)(id, await inquiryOf(desk, { provider, message, arrival, place }), commandId(arrival));
  return id;
}

// Not every provider's message ids are unique beyond their conversation.
const keyOf = (provider: ProviderName, { is, conversationId, id }: Inbound): string =>
  arrivalKey(is === 'message' ? `chat ${provider}` : `chat ended ${provider}`, JSON.stringify([conversationId, id]));

// Whoever ends what has no ticket has said nothing. A machine only looks: an end must not open one.
async function endChat(desk: Desk, provider: ProviderName, end: ConversationEnd): Promise<readonly TicketId[]> {
  const key = conversationKey(provider, end.conversationId);
  const holder = (await desk.claims.holders([key])).get(key);
  if (!holder) return [];
  const { now } = await desk.circumstances();
  const { ticket, isOpened } = await placeAt(desk, await currentOf(desk, holder), {
    author: 'machine',
    receivedAt: now,
  });
  if (!isOpened || (await hasGoneOn(desk, ticket, end))) return [];
  await handle(desk)(ticket, { type: 'end-chat' }, commandId(keyOf(provider, end)));
  return [ticket];
}

// Webhooks come in any order: an end that is older than the visitor's last words has been overtaken by them.
async function hasGoneOn(desk: Desk, id: TicketId, { at }: ConversationEnd): Promise<boolean> {
  const { ticket } = await currentOf(desk, id);
  return (
    ticket.state === 'opened' &&
    ticket.messages.some(({ from, at: writtenAt }) => from === 'customer' && writtenAt > at)
  );
}

interface Arrived {
  readonly provider: ProviderName;
  readonly message: InboundMessage;
  readonly arrival: string;
  readonly place: Place;
}

async function inquiryOf(desk: Desk, { provider, message, arrival, place }: Arrived): Promise<Inquiry> {
  const { now, policies } = await desk.circumstances();
  const { author, conversationId, text, files } = message;
  const { attachments, links } = await keepVisitorsFiles(desk, arrival, files);
  const words = [text, ...links].filter((line) => line !== '').join('\n');
  const customer = customerOf(author, text, { provider, id: conversationId });
  return {
    type: 'receive-inquiry',
    channel: 'chat',
    customer: place.isOpened ? customer : await knownCustomer(desk)(customer),
    subject: subjectOf(text || files[0]?.name || ''),
    language: languageOf(text, policies.inForce(now)),
    message: { words: await keepWords(desk, words), attachments, receivedAt: now },
    whole: text,
    acknowledge: true,
    ...(place.follows && { follows: place.follows }),
  };
}

function customerOf(
  { name, email: known, phone, organisation }: Author,
  text: string,
  conversation: NonNullable<Customer['conversation']>,
): Customer {
  const email = known ?? addressLeft(text);
  return {
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(organisation && { organisation }),
    conversation,
  };
}

const SUBJECT_MAX = 80;

// A chat has no subject of its own, so it goes by its first words.
function subjectOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const letters = [...line];
  return letters.length <= SUBJECT_MAX ? line : `${letters.slice(0, SUBJECT_MAX - 1).join('')}…`;
}
