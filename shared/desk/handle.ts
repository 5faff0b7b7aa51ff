import { heldTo } from '../ticket/circumstances';
import type { Command } from '../ticket/command';
import { decide } from '../ticket/decide';
import { effectsOf } from '../ticket/effects';
import { factsOf } from '../ticket/facts';
import type { CommandId, TicketId } from '../ticket/ids';
import { summaryOf } from '../ticket/summary';
import { replay } from '../ticket/ticket';
import { type Current, stateOf } from './history';
import type { Desk, KeptCommit } from './ports';

/** The ticket after a command, and whether the command brought anything new. */
export interface Handled extends Current {
  readonly news: boolean;
}

/**
 * The one way a ticket changes: load, decide, commit events and owed effects together. A command that has
 * been committed before (its answer was lost) changes nothing; a race that is lost is decided again.
 * Throws `Refusal` where the act is forbidden.
 */
export const handle =
  (desk: Desk) =>
  async (id: TicketId, command: Command, commandId: CommandId): Promise<Handled> =>
    attempt(desk, await desk.tickets.history(id), id, command, commandId);

/** The same for a ticket that nobody can have written to yet, which saves reading a history that is not there. */
export const openTicket =
  (desk: Desk) =>
  (id: TicketId, command: Command, commandId: CommandId): Promise<Handled> =>
    attempt(desk, [], id, command, commandId);

async function attempt(
  desk: Desk,
  history: readonly KeptCommit[],
  id: TicketId,
  command: Command,
  commandId: CommandId,
): Promise<Handled> {
  const before = stateOf(id, history);
  if (history.some((commit) => commit.command === commandId)) return { ...before, news: false };
  const circumstances = await desk.circumstances();
  const { now: at, policies } = circumstances;
  const events = decide(before.ticket, command, circumstances);
  const ticket = replay(events, before.ticket);
  if (events.length === 0 || ticket.state === 'unopened') return { ...before, news: false };
  const version = before.version + 1;
  const effects = effectsOf(before.ticket, events, ticket, policies);
  const facts = factsOf(before.ticket, events, ticket, version, at);
  const outcome = await desk.tickets.append({ ticket: id, version, command: commandId, at, events, effects, facts });
  if (outcome === 'lost-the-race') return handle(desk)(id, command, commandId);
  await summarise(desk)({ ticket, version }).catch((error: unknown) => {
    desk.log.info('the summary is left to the relay', { ticket: id, error: String(error) });
  });
  return { ticket, version, news: true };
}

/**
 * Writes the row that lists show. The commit owes it; it is written at once too, so that a list shows a change
 * to whoever made it.
 */
export const summarise =
  (desk: Desk) =>
  async ({ ticket, version }: Current): Promise<void> => {
    if (ticket.state === 'unopened') return;
    const { policies } = await desk.circumstances();
    await desk.tickets.summarise(ticket, summaryOf(ticket, version, heldTo(ticket, policies)));
  };
