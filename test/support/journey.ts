import type { SentLetter } from '../../infra/local/sent';
import type { RunningDesk } from './in-process';
import type { Answer, DeskClient, TicketJson } from './local-desk';

/** What an act brought, once all that followed is done: the tickets it opened, whole, and the letters it sent. */
export interface Outcome {
  readonly opened: readonly TicketJson[];
  readonly said: readonly SentLetter[];
}

export async function whatCameOf(desk: DeskClient, act: () => Promise<unknown>): Promise<Outcome> {
  const [before, letters] = [await allTickets(desk), await desk.sent()];
  await act();
  await desk.settle();
  const known = new Set(before.map(({ id }) => id));
  const opened = (await allTickets(desk)).filter(({ id }) => !known.has(id));
  return {
    opened: await Promise.all(opened.map(({ id }) => ticketOf(desk, id))),
    said: (await desk.sent()).slice(letters.length),
  };
}

/** The one ticket that something opened, whole. */
export async function openedBy(desk: DeskClient, act: () => Promise<unknown>): Promise<TicketJson> {
  const { opened } = await whatCameOf(desk, act);
  const [ticket] = opened;
  if (!ticket || opened.length > 1) throw new Error(`One ticket was to be opened, not ${opened.length}.`);
  return ticket;
}

export const ticketOf = async (desk: DeskClient, id: string): Promise<TicketJson> =>
  (await desk.api('anna', `/tickets/${id}`)).body;

/** What an agent does to a ticket: an act is a resource beneath it. */
export const act = (
  desk: DeskClient,
  agent: string,
  { id }: { readonly id: string },
  name: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Answer<TicketJson>> => desk.api(agent, `/tickets/${id}/${name}`, body, headers);

const QUEUES = ['open', 'waiting', 'parked', 'resolved'];

const allTickets = async (desk: DeskClient): Promise<TicketJson[]> =>
  (await Promise.all(QUEUES.map((queue) => desk.tickets(queue)))).flat();

/** What the bucket holds under a prefix. */
export async function filesOf({ local }: RunningDesk, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of local.desk.files.list(prefix)) keys.push(key);
  return keys;
}
