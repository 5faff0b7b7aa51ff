import { createHash } from 'node:crypto';
import { bareMessageId } from '../mail/thread';
import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import { heldTo } from '../ticket/circumstances';
import { reopens } from '../ticket/due';
import type { TicketId } from '../ticket/ids';
import { type OpenedTicket, unopened } from '../ticket/ticket';
import { type Current, currentOf } from './history';
import type { Desk } from './ports';
import { survivorOf } from './survivor';

/** Keys of claims are hashes, so that they say nothing of anybody. */
const keyFor = (kind: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest('hex')
    .slice(0, 40);

/** One delivery of something: the same again finds its ticket. */
export const arrivalKey = (channel: string, what: string): string => keyFor('arrival', channel, what);

/** The id of a mail that arrived, which a later mail may name. */
export const mailIdKey = (messageId: string): string => keyFor('mail', bareMessageId(messageId));

/** The id that SES gave a mail of ours: its answers name it, and a mail that bears it is our own come back. */
export const sentIdKey = (messageId: string): string => keyFor('sent', bareMessageId(messageId));

/**
 * A thread that no ticket has yet, by the mail that this sender's mails name as their parent, or by the first one itself:
 * whichever of them is read first, they meet in it.
 */
export const threadKey = (messageId: string, sender: string): string =>
  keyFor('thread', bareMessageId(messageId), sender);

export const conversationKey = (provider: string, conversation: string): string =>
  keyFor('conversation', provider, conversation);

/** A request of the API that its caller may send again. */
export const requestKey = (agent: string, path: string, idempotencyKey: string): string =>
  keyFor('request', agent, path, idempotencyKey);

/** The ticket in which a storm from one sender is gathered, by when it began. */
export const stormKey = (sender: string, since: Instant): string => keyFor('storm', sender, String(since));

const successorKey = (ticket: TicketId): string => keyFor('successor', ticket);

/** Where an inquiry goes: to a ticket, perhaps one that takes up where an older one has ended. */
export interface Place {
  readonly ticket: TicketId;
  readonly follows?: TicketId;
  /** Whether the ticket is there already, or is to be opened. */
  readonly isOpened: boolean;
}

/** Who wrote what has arrived, and when it did. */
export interface Origin {
  readonly author: 'person' | 'machine';
  readonly receivedAt: Instant;
}

/** The ticket itself, or the one in which it goes on, while it takes its customer's words in; after that the one that follows it. */
export async function placeAt(desk: Desk, current: Current, origin: Origin): Promise<Place> {
  const { ticket } = await survivorOf(desk, current);
  if (ticket.state === 'unopened') return { ticket: ticket.id, isOpened: false };
  const { policies } = await desk.circumstances();
  if (!hasEnded(ticket, origin, policies)) return { ticket: ticket.id, isOpened: true };
  const next = await holderOf(desk, successorKey(ticket.id), origin);
  return { follows: ticket.id, ...(await placeAt(desk, next, origin)) };
}

// A longer conversation is no conversation, and each of its mails would cost more than the one before.
const MESSAGES_MAX = 500;

// What is parked alerts nobody, so a person's words must not end up there.
function hasEnded(ticket: OpenedTicket, { receivedAt }: Origin, policies: Policies): boolean {
  const { status, messages, held } = ticket;
  if (status.is === 'parked' || messages.length + held.length >= MESSAGES_MAX) return true;
  return status.is === 'resolved' && !reopens(receivedAt, status.at, heldTo(ticket, policies));
}

/**
 * The ticket that holds a claim, or a new one. A person's words make the claim, so that what they write next meets them.
 * A machine's mail only looks: it may be parked, and then whoever comes to the same place would be as silent.
 */
export async function holderOf(desk: Desk, key: string, { author }: Pick<Origin, 'author'>): Promise<Current> {
  const id = await unusedTicketId(desk);
  const { claim, holders } = desk.claims;
  const holder = author === 'person' ? await claim(key, id) : ((await holders([key])).get(key) ?? id);
  return holder === id ? { ticket: unopened(id), version: 0 } : currentOf(desk, holder);
}

/** An id that no ticket has. */
export async function unusedTicketId({
  newTicketId,
  tickets,
}: Pick<Desk, 'newTicketId' | 'tickets'>): Promise<TicketId> {
  const id = newTicketId();
  return (await tickets.hasVersion(id, 1)) ? unusedTicketId({ newTicketId, tickets }) : id;
}
