import type { Outcome } from '../ticket/delivery';
import { erasureIn } from '../ticket/erasure';
import { commandId, type TicketId } from '../ticket/ids';
import type { Redacted } from '../ticket/origins';
import { type Copy, copiesOf, isOnItsWay, type Whole } from './copies';
import { eachOf, TICKETS_AT_ONCE } from './each-of';
import { handle } from './handle';
import { currentOf } from './history';
import type { Desk } from './ports';
import { INBOX } from './receive-mail';

/**
 * Erases what was redacted on a ticket, wherever it is kept: the files first, then the words in the history. The copies in
 * other tickets are redacted there, before anything is gone by which they are found. Done again, it goes on where it
 * stopped; at the end it looks again, since another may have been at work on the same commit.
 *
 * What the services keep of the past is not reached: S3 the former versions of files for a month, DynamoDB the table as
 * it was at any second of the last 35 days. Both are there to restore from, and expire by themselves.
 */
export const erase =
  (desk: Desk) =>
  async (ticket: TicketId): Promise<Outcome> => {
    const ours = { ticket, history: await desk.tickets.history(ticket) };
    const { pending, commits, files } = erasureIn(ticket, ours.history);
    if (pending.length === 0) return { is: 'done' };
    if (pending.some((redaction) => isOnItsWay(ours, redaction)))
      return { is: 'refused', error: 'What was redacted is still on its way to another ticket.' };
    for (const redaction of pending) await redactCopies(desk, ours, redaction);
    await eachOf(files.flatMap(withInbox), TICKETS_AT_ONCE, (key) => desk.files.remove(key));
    for (const { version, events } of commits) await desk.tickets.redact(ticket, version, events);
    return erase(desk)(ticket);
  };

// What is redacted there already is not redacted again, so that tickets which know of each other come to an end.
async function redactCopies(desk: Desk, ours: Whole, redaction: Redacted): Promise<void> {
  const copies = await copiesOf(desk, ours, redaction);
  await eachOf(copies, TICKETS_AT_ONCE, (copy) => redactCopy(desk, ours, redaction, copy));
}

async function redactCopy(desk: Desk, ours: Whole, redaction: Redacted, { ticket: id, place }: Copy): Promise<void> {
  const { event, version, file } = redaction;
  const { ticket } = await currentOf(desk, id);
  const message = ticket.state === 'opened' ? ticket.messages[place] : undefined;
  const attachment = file === undefined ? undefined : message?.attachments.findIndex(({ key }) => key === file);
  if (!message || attachment === -1) return;
  const { by, reason } = event;
  const once = commandId(`redacted in ${ours.ticket} ${version}`);
  await handle(desk)(id, { type: 'redact', message: place, attachment, by, reason }, once);
}

const KEPT_MAIL = /^mail\/(.+)\.eml$/;

// A raw mail that was not moved out of the inbox yet would be, at the next round.
function withInbox(key: string): readonly string[] {
  const [, mail] = KEPT_MAIL.exec(key) ?? [];
  return mail === undefined ? [key] : [key, `${INBOX}${mail}`];
}
