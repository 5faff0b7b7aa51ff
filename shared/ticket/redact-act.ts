import type { Terms } from './circumstances';
import type { ActOf } from './command';
import { isErased } from './erased';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { Refusal } from './refusal';

/** Erases what should never have been sent: a message with all that came with it, or one file. */
export function redact(ticket: OpenedTicket, command: ActOf<'redact'>, { now }: Pick<Terms, 'now'>): TicketEvent[] {
  const { message: place, attachment, by, reason } = command;
  const message = ticket.messages[place];
  if (!message) {
    const count = ticket.messages.length;
    throw new Refusal('no-such-message', `There is no message ${place} here. There are ${count}, from 0.`);
  }
  if (attachment !== undefined && !message.attachments[attachment]) {
    const count = message.attachments.length;
    throw new Refusal('no-such-message', `Message ${place} has no file ${attachment}. It has ${count}, from 0.`);
  }
  if (isErased(message)) return [];
  return [
    {
      type: 'message-redacted',
      at: now,
      message: place,
      ...(attachment !== undefined && { attachment }),
      by,
      reason,
    },
  ];
}
