import type { OpenedTicket } from '../ticket/ticket';
import type { Current } from './history';
import { wholeWords } from './keep-words';
import type { Desk, StatusEntry } from './ports';

/** Writes what the status page says of an incident; an older version of the ticket never replaces a newer one. */
export const publishStatus =
  (desk: Pick<Desk, 'files' | 'statusPage'>) =>
  async ({ ticket, version }: Current): Promise<void> => {
    if (ticket.state === 'opened') await desk.statusPage.publish(ticket.id, version, await entryOf(desk, ticket));
  };

/** Nothing of whom it concerns, nor of how many: the text as somebody has published it, when, and whether it is over. */
async function entryOf(
  { files }: Pick<Desk, 'files'>,
  { incident, status }: OpenedTicket,
): Promise<StatusEntry | undefined> {
  const published = incident?.published;
  if (!published) return undefined;
  return {
    text: await wholeWords({ files }, published.words),
    publishedAt: published.at,
    ...(status.is === 'resolved' && { resolvedAt: status.at }),
  };
}
