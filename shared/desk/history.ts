import type { TicketId } from '../ticket/ids';
import { replay, type Ticket, unopened } from '../ticket/ticket';
import type { Commit, Desk } from './ports';

/** A ticket, and the version of the commit that made it so. */
export interface Current {
  readonly ticket: Ticket;
  readonly version: number;
}

/** The ticket as its commits have made it, up to and with a version (or all of them). */
export function stateOf(id: TicketId, history: readonly Commit[], upTo = Infinity): Current {
  const commits = history.filter(({ version }) => version <= upTo);
  const ticket = commits.reduce<Ticket>((before, { events }) => replay(events, before), unopened(id));
  return { ticket, version: commits.at(-1)?.version ?? 0 };
}

/** The ticket as it is now. */
export const currentOf = async ({ tickets }: Pick<Desk, 'tickets'>, id: TicketId): Promise<Current> =>
  stateOf(id, await tickets.history(id));
