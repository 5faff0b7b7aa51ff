import type { Receipt } from '../mail/classify';
import type { Mail } from '../mail/read';
import { type ThreadCandidate, threadCandidates } from '../mail/thread';
import type { TicketId } from '../ticket/ids';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { currentOf } from './history';
import type { MailReceipt } from './keep-message';
import type { Desk } from './ports';
import { holderOf, mailIdKey, type Origin, type Place, placeAt, sentIdKey, threadKey, unusedTicketId } from './routing';

/**
 * Where a mail belongs, by the best evidence it bears. A ticket that it merely names, or that its sender takes no part
 * in, gets no mail of theirs: they get a ticket of their own, which says what it follows.
 */
export async function placeOfMail(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  author: Origin['author'],
): Promise<Place> {
  const origin = { author, receivedAt: receipt.receivedAt };
  const secrets = await desk.secrets.replySecrets();
  const candidates = threadCandidates(mail, receipt.recipients, { secrets, supportAddress: desk.addresses.support });
  const holders = await holdersOf(desk, candidates);
  let follows: TicketId | undefined;
  for (const candidate of candidates) {
    const id = 'ticket' in candidate ? candidate.ticket : holders.get(candidate.messageId);
    const current = id && (await currentOf(desk, id));
    if (!current || current.ticket.state === 'unopened') continue;
    if (mayAdd(candidate, current.ticket, mail, receipt)) return placeAt(desk, current, origin);
    follows ??= id;
  }
  return { ...(follows && { follows }), ...(await placeOfThread(desk, mail, origin)) };
}

async function holdersOf(desk: Desk, candidates: readonly ThreadCandidate[]): Promise<ReadonlyMap<string, TicketId>> {
  const ids = candidates.flatMap((candidate) => (candidate.by === 'reference' ? [candidate.messageId] : []));
  if (ids.length === 0) return new Map();
  const found = await desk.claims.holders(ids.flatMap((id) => [mailIdKey(id), sentIdKey(id)]));
  return new Map(
    ids.flatMap((id) => {
      const ticket = found.get(sentIdKey(id)) ?? found.get(mailIdKey(id));
      return ticket ? [[id, ticket] as const] : [];
    }),
  );
}

// Ids can be guessed or forwarded, a signed token only forwarded: it lets a mail in, and nothing out.
function mayAdd({ by }: ThreadCandidate, ticket: OpenedTicket, mail: Mail, { verdicts }: Receipt): boolean {
  switch (by) {
    case 'token':
      return true;
    case 'reference':
    case 'own-id':
      return takesPart(ticket, mail);
    case 'subject':
      return takesPart(ticket, mail) && verdicts.dmarc === 'PASS';
  }
}

function takesPart({ customer, messages }: OpenedTicket, { from }: Mail): boolean {
  const address = from?.address;
  return address !== undefined && (address === customer.email || messages.some(({ cc }) => cc.includes(address)));
}

// Mails of a thread that has no ticket meet in the parent that they name; the parent, read after its answer, in itself.
async function placeOfThread(desk: Desk, mail: Mail, origin: Origin): Promise<Place> {
  const { messageId, inReplyTo, references, from } = mail;
  const root = inReplyTo ?? references.at(-1) ?? messageId;
  if (!root || !from) return newPlace(desk);
  const current = await holderOf(desk, threadKey(root, from.address), origin);
  // Some programs give all their mails one id, which makes no thread of them.
  return root === messageId && hasMail(current.ticket, root) ? newPlace(desk) : placeAt(desk, current, origin);
}

const hasMail = (ticket: Ticket, id: string): boolean =>
  ticket.state === 'opened' && ticket.messages.some(({ mail }) => mail?.messageId === id);

/** A ticket of its own. */
export const newPlace = async (desk: Desk): Promise<Place> => ({
  ticket: await unusedTicketId(desk),
  isOpened: false,
});
