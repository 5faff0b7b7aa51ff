import type { LocalDesk } from '../../infra/local/desk';
import { seededId } from './seeds';

/** What an agent looks at; the path by which the API shows it depends on what is there. */
export interface View {
  readonly what: string;
  pathAt(desk: LocalDesk): Promise<string>;
}

const PAGE = 5;
const QUEUES = ['open', 'level2', 'mine', 'overdue', 'waiting', 'resolved'];

/** A ticket (the first one has the same story everywhere), and three pages of each queue. */
export const VIEWS: readonly View[] = [
  { what: 'a ticket', pathAt: async () => `/tickets/${seededId(0)}` },
  ...QUEUES.flatMap((queue) => [
    { what: `${queue}, first page`, pathAt: async () => pathOf({ queue, limit: PAGE }) },
    { what: `${queue}, second page`, pathAt: (desk: LocalDesk) => secondPage(desk, { queue, limit: PAGE }) },
    { what: `${queue}, last page`, pathAt: (desk: LocalDesk) => lastPage(desk, queue) },
  ]),
];

/** Asks as bo. Throws unless the answer is good. */
export async function ask({ httpUrl }: LocalDesk, path: string): Promise<unknown> {
  const response = await fetch(`${httpUrl}/api${path}`, { headers: { authorization: 'Bearer local-bo' } });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return response.json();
}

interface Place {
  readonly queue: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const pathOf = ({ queue, limit, cursor }: Place): string =>
  `/tickets?queue=${queue}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`;

async function cursorAfter(desk: LocalDesk, place: Place): Promise<string | undefined> {
  const { cursor } = (await ask(desk, pathOf(place))) as { readonly cursor: string | null };
  return cursor ?? undefined;
}

const secondPage = async (desk: LocalDesk, first: Place): Promise<string> =>
  pathOf({ ...first, cursor: await cursorAfter(desk, first) });

// In great steps first, each of so many pages, or the last of ten thousand pages were far away.
async function lastPage(desk: LocalDesk, queue: string): Promise<string> {
  const far = await lastPlace(desk, { queue, limit: 20 * PAGE });
  return pathOf(await lastPlace(desk, { ...far, limit: PAGE }));
}

async function lastPlace(desk: LocalDesk, from: Place): Promise<Place> {
  let last = from;
  for (;;) {
    const cursor = await cursorAfter(desk, last);
    if (cursor === undefined) return last;
    last = { ...last, cursor };
  }
}
