import { commandId, type TicketId } from '../ticket/ids';
import { Refusal, type RefusalReason } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import { type ChangeOfPromise, changeUnder, versionOf } from '../ticket/versions';
import { handle } from './handle';
import { currentOf } from './history';
import type { Desk, ListOptions } from './ports';

export interface ChangesPage {
  readonly changes: readonly ChangeOfPromise[];
  readonly cursor?: string;
}

/** Lists what a version would change, a page of a queue at a time; tickets that are held to it already are left out. */
export const changesUnder =
  (desk: Desk) =>
  async (version: string, queue: 'open' | 'waiting', options: ListOptions): Promise<ChangesPage> => {
    const circumstances = await desk.circumstances();
    const to = versionOf(circumstances.policies, version);
    const { tickets, cursor } = await desk.lists.page(queue, options);
    const read = await Promise.all(tickets.map(({ id }) => currentOf(desk, id)));
    const changes = read.flatMap(({ ticket }) => changeUnder(ticket, to, circumstances) ?? []);
    return { changes, ...(cursor && { cursor }) };
  };

/** What came of applying a version to a ticket. */
export type Applied =
  | { readonly ticket: TicketId; readonly applied: true }
  | { readonly ticket: TicketId; readonly applied: false; readonly error: RefusalReason; readonly message: string };

/**
 * Holds tickets to a version from now on: those that somebody has looked at in the list of changes, by name. One that
 * is refused (closed meanwhile) keeps no other back.
 */
export const applyVersion =
  (desk: Desk) =>
  async (version: string, tickets: readonly TicketId[], agent: Agent, onceKey: string): Promise<Applied[]> => {
    if (!agent.senior && agent.works !== 'management')
      throw new Refusal('not-allowed', 'Seniors and management apply a version of the promise.');
    versionOf((await desk.circumstances()).policies, version);
    const done: Applied[] = [];
    for (const ticket of tickets) done.push(await applyTo(desk, ticket, version, agent, onceKey));
    return done;
  };

const applyTo = (desk: Desk, ticket: TicketId, version: string, { id: by }: Agent, onceKey: string): Promise<Applied> =>
  handle(desk)(ticket, { type: 'apply-policy', version, by }, commandId(`${onceKey} ${ticket}`)).then(
    () => ({ ticket, applied: true }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return { ticket, applied: false, error: error.reason, message: error.message };
    },
  );
