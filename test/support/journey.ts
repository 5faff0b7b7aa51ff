import type { SentLetter } from '../../infra/local/sent';
import type { RunningDesk } from './in-process';
import type { Answer, DeskClient, TicketJson } from './local-desk';

/** The staff of the local desk, as a letter to them is addressed. */
export const LEVEL_2 = 'anna@desk.test, bo@desk.test';
export const LEVEL_3 = 'cato@desk.test, dina@desk.test';
export const SENIORS = 'anna@desk.test, dina@desk.test';
export const ANNAS_PHONE = '+4790000001';
export const MANAGEMENT = 'management@desk.test';

/** What an act brought, once all that followed is done: the tickets it opened, whole, and the letters it sent. */
export interface Outcome {
  readonly opened: readonly TicketJson[];
  readonly said: readonly SentLetter[];
}

export async function whatCameOf(desk: DeskClient, act: () => Promise<unknown>): Promise<Outcome> {
  await desk.settle();
  const letters = await desk.sent();
  const opened = await allOpenedBy(desk, act);
  return { opened, said: (await desk.sent()).slice(letters.length).filter(isAboutOne) };
}

/** The reminder to triage is about all that is left of a day, and has a journey of its own. */
export const isAboutOne = ({ subject }: SentLetter): boolean => !subject.startsWith('Ikke vurdert ennå');

/** The one ticket that something opened, whole. */
export async function openedBy(desk: DeskClient, act: () => Promise<unknown>): Promise<TicketJson> {
  const opened = await allOpenedBy(desk, act);
  const [ticket] = opened;
  if (!ticket || opened.length > 1) throw new Error(`One ticket was to be opened, not ${opened.length}.`);
  return ticket;
}

async function allOpenedBy(desk: DeskClient, act: () => Promise<unknown>): Promise<TicketJson[]> {
  const known = new Set(await unresolved(desk));
  await act();
  await desk.settle();
  const ids = (await unresolved(desk)).filter((id) => !known.has(id));
  const tickets = await Promise.all(ids.map((id) => ticketOf(desk, id)));
  return tickets.filter(({ timeline }) => !timeline.some(({ type }) => type === 'ticket-reopened'));
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

const unresolved = async (desk: DeskClient): Promise<string[]> => {
  const queues = await Promise.all(['open', 'waiting', 'parked'].map((queue) => desk.tickets(queue)));
  return queues.flat().map(({ id }) => id);
};

/** What the bucket holds under a prefix. */
export async function filesOf({ local }: RunningDesk, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of local.desk.files.list(prefix)) keys.push(key);
  return keys;
}
