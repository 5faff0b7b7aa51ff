import { createHash } from 'node:crypto';
import { bareMessageId } from '../mail/thread';
import type { Instant } from '../promises/instant';
import { reopensUntil } from '../ticket/due';
import type { TicketId } from '../ticket/ids';
import type { Ticket } from '../ticket/ticket';
import { type Current, currentOf } from './history';
import type { Desk } from './ports';

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

/** A mail that we have never seen, as the parent that this sender's mails name: two first mails of a thread meet in it. */
export const unknownParentKey = (messageId: string, sender: string): string =>
  keyFor('parent', bareMessageId(messageId), sender);

export const conversationKey = (provider: string, conversation: string): string =>
  keyFor('conversation', provider, conversation);

/** A request of the API that its caller may send again. */
export const requestKey = (agent: string, path: string, idempotencyKey: string): string =>
  keyFor('request', agent, path, idempotencyKey);

const successorKey = (ticket: TicketId): string => keyFor('successor', ticket);

/** Where an inquiry goes: to a ticket, perhaps one that takes up where an older one was closed for good. */
export interface Place {
  readonly ticket: TicketId;
  readonly follows?: TicketId;
}

/** The ticket itself while its customer's words reopen it; after that the one that follows it. */
export async function placeAt(desk: Desk, { ticket }: Current): Promise<Place> {
  const { now, policy } = await desk.circumstances();
  if (!isClosedForGood(ticket, (at) => now > reopensUntil(at, policy))) return { ticket: ticket.id };
  const next = await desk.claims.claim(successorKey(ticket.id), await unusedTicketId(desk));
  return { follows: ticket.id, ...(await placeAt(desk, await currentOf(desk, next))) };
}

const isClosedForGood = (ticket: Ticket, isOver: (resolvedAt: Instant) => boolean): boolean =>
  ticket.state === 'opened' && ticket.status.is === 'resolved' && isOver(ticket.status.at);

/** An id that no ticket has. */
export async function unusedTicketId({
  newTicketId,
  tickets,
}: Pick<Desk, 'newTicketId' | 'tickets'>): Promise<TicketId> {
  const id = newTicketId();
  return (await tickets.hasVersion(id, 1)) ? unusedTicketId({ newTicketId, tickets }) : id;
}
