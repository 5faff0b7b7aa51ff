import type { TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { OpenedTicket } from '../ticket/ticket';
import { type Current, stateOf } from './history';
import type { Commit, Desk } from './ports';

/** The ticket as it is now; throws `Refusal` where there is none of that number. */
export const openedTicket = async ({ tickets }: Pick<Desk, 'tickets'>, id: TicketId): Promise<OpenedTicket> =>
  openedBy(id, await tickets.history(id)).ticket;

export interface Opened extends Current {
  readonly ticket: OpenedTicket;
}

/** The same by a history that has been read, with the version that it has come to. */
export function openedBy(id: TicketId, history: readonly Commit[]): Opened {
  const { ticket, version } = stateOf(id, history);
  if (ticket.state === 'opened') return { ticket, version };
  throw new Refusal('no-such-ticket', `There is no ticket ${id}.`);
}
