import type { OpenedTicket } from './opened-ticket';

/** What an event changes about a ticket; what is not named stays. */
export type Changes = Partial<OpenedTicket>;
