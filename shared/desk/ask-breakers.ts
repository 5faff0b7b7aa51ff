import type { Arrival, Permission } from '../mail/breakers';
import type { Desk } from './ports';

/** What the breakers let a new inquiry have. */
export interface Permitted {
  /** A ticket of its own. */
  readonly ticket: Permission;
  /** The same as the ticket where none was asked for. */
  readonly acknowledgement: Permission;
}

/**
 * Asks the breakers for a new inquiry. An acknowledgement is asked for first, since its ticket is granted with it, in
 * the same write; the ticket is asked for by itself where there is to be none.
 */
export async function askBreakers(
  { breakers }: Pick<Desk, 'breakers'>,
  arrival: Arrival,
  acknowledge: boolean,
): Promise<Permitted> {
  const first = await breakers.ask(arrival, acknowledge ? 'acknowledgement' : 'ticket');
  const ticket = acknowledge && !first.granted ? await breakers.ask(arrival, 'ticket') : first;
  return { ticket, acknowledgement: first };
}
