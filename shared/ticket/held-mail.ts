import { reachable, underway } from './allowed';
import { begin } from './begin';
import type { Terms } from './circumstances';
import type { ActOf } from './command';
import type { TicketEvent } from './events';
import { received } from './follow-up';
import { Refusal } from './refusal';
import type { OpenedTicket } from './ticket';

/**
 * An agent vouches for a mail that was held: the customer's message counts from when it arrived, an agent's answer goes
 * out as the answer of whoever vouches for it.
 */
export function confirmMail(ticket: OpenedTicket, { held, by }: ActOf<'confirm-mail'>, terms: Terms): TicketEvent[] {
  const mail = ticket.held[held];
  if (!mail)
    throw new Refusal('no-such-mail', `No mail ${held} is held here. There are ${ticket.held.length}, from 0.`);
  if (mail.confirmed) return [];
  const confirmed: TicketEvent = { type: 'held-mail-confirmed', at: terms.now, held, by };
  if (!mail.agent) return [confirmed, ...received(ticket, { message: mail.message }, terms)];
  reachable(underway(ticket));
  const { words, attachments } = mail.message;
  // What the virus scan did not clear goes nowhere, and what the HTML shows (a logo) stays with it.
  const files = attachments.filter(({ locked, contentId }) => !locked && contentId === undefined);
  const enclosed = files.length > 0 && { attachments: files };
  const written: TicketEvent = { type: 'reply-written', at: terms.now, by, words, cc: [], ...enclosed };
  return [confirmed, written, ...begin(ticket, by, 'answered', terms)];
}
