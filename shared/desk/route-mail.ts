import type { Receipt } from '../mail/classify';
import type { Mail } from '../mail/read';
import { bareMessageId, type ThreadCandidate, threadCandidates } from '../mail/thread';
import type { TicketId } from '../ticket/ids';
import type { OpenedTicket } from '../ticket/ticket';
import { currentOf } from './history';
import type { Desk } from './ports';
import { mailIdKey, type Place, placeAt, sentIdKey, unknownParentKey, unusedTicketId } from './routing';

/** Where a mail goes, and whether it found a ticket that was there. */
export interface MailPlace extends Place {
  readonly isKnown: boolean;
}

/**
 * The ticket that a mail belongs to, by the best evidence it bears. A ticket that it merely names, or that its sender
 * takes no part in, gets no mail of theirs: they get a ticket of their own, which says what it follows.
 */
export async function placeOfMail(desk: Desk, mail: Mail, receipt: Receipt): Promise<MailPlace> {
  const secrets = await desk.secrets.replySecrets();
  const candidates = threadCandidates(mail, receipt.recipients, { secrets, supportAddress: desk.addresses.support });
  const holders = await holdersOf(desk, candidates);
  let follows: TicketId | undefined;
  for (const candidate of candidates) {
    const id = 'ticket' in candidate ? candidate.ticket : holders.get(candidate.messageId);
    const current = id && (await currentOf(desk, id));
    if (!current || current.ticket.state === 'unopened') continue;
    if (mayAdd(candidate, current.ticket, mail, receipt)) return knownPlace(await placeAt(desk, current));
    follows ??= id;
  }
  return { ...(follows && { follows }), ...(await newPlace(desk, mail)) };
}

const knownPlace = (place: Place): MailPlace => ({ ...place, isKnown: place.follows === undefined });

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

// Two first mails of a thread that we never saw meet in the parent that both name.
async function newPlace(desk: Desk, { inReplyTo, references, from }: Mail): Promise<MailPlace> {
  const id = await unusedTicketId(desk);
  const parent = inReplyTo ?? references.at(-1);
  if (!parent || !from) return { ticket: id, isKnown: false };
  const held = await desk.claims.claim(unknownParentKey(bareMessageId(parent), from.address), id);
  const current = await currentOf(desk, held);
  return current.ticket.state === 'unopened'
    ? { ticket: held, isKnown: false }
    : knownPlace(await placeAt(desk, current));
}
