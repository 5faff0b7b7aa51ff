import type { Ticket } from '../ticket/ticket';
import type { Desk } from './ports';

/** The language that an agent has set on a ticket is its customer's from now on, whatever they write about next. */
export const rememberLanguage =
  (desk: Desk) =>
  async (ticket: Ticket): Promise<void> => {
    if (ticket.state === 'unopened' || !ticket.customer.email) return;
    await desk.contacts.note(ticket.customer.email, { language: ticket.language });
  };
