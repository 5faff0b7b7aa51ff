import { type Admission, admit, standingOf } from '../mail/admission';
import type { Landing } from '../mail/classification';
import type { Classification, Ourselves, Receipt } from '../mail/classify';
import type { Mail } from '../mail/read';
import { type ThreadCandidate, threadCandidates } from '../mail/thread';
import type { Doubt, Mark } from '../ticket/events';
import type { AgentId, TicketId } from '../ticket/ids';
import { participantsOf } from '../ticket/participants';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { currentOf } from './history';
import type { MailReceipt } from './keep-message';
import type { Desk } from './ports';
import { holderOf, mailIdKey, type Origin, type Place, placeAt, sentIdKey, threadKey, unusedTicketId } from './routing';

/** Where a mail goes, and as what. */
export type Route = Place & Coming & { readonly marks: readonly Mark[] };

/**
 * A message opens a ticket or lands on one; a note lands on one; what is held waits on one for an agent to confirm it;
 * an answer is an agent's, to the customer.
 */
type Coming =
  | { readonly as: 'message' | 'note' }
  | { readonly as: 'held'; readonly doubt: Doubt; readonly agent?: AgentId }
  | { readonly as: 'answer'; readonly by: AgentId; readonly seen: number };

/** A mail with what the door said of it, and what it was taken for. */
export interface Arrived {
  readonly mail: Mail;
  readonly receipt: MailReceipt;
  readonly own: Ourselves;
  readonly classification: Classification;
  /** The id of ours that it bears inside, as a mail does that came back. */
  readonly returned?: string | undefined;
}

/**
 * Where a mail belongs, by the best evidence it bears. A ticket that it merely names, or that its sender takes no part
 * in, gets no mail of theirs: they get a ticket of their own, which says what it follows.
 */
export async function routeOf(desk: Desk, arrived: Arrived): Promise<Route> {
  const { lands } = arrived.classification;
  // What may harm, or is ourselves come back, never lands on a ticket that people work on, whatever it names.
  if (lands.known === 'parked') return asMessage(await newPlace(desk));
  let follows: TicketId | undefined;
  for await (const named of namedTickets(desk, arrived)) {
    const verdict = verdictOn(named, arrived);
    if (verdict.is !== 'link') return letIn(desk, verdict, named, arrived);
    follows ??= named.ticket.id;
  }
  // Spam is let in by a token alone, and no thread of it is one.
  const isSpam = lands.known === 'message' && lands.unknown === 'parked';
  const place = isSpam ? await newPlace(desk) : await placeOfThread(desk, arrived);
  return { ...(follows && { follows }), ...place, as: place.isOpened ? lands.known : 'message', marks: [] };
}

async function letIn(desk: Desk, verdict: Admission, named: Named, arrived: Arrived): Promise<Route> {
  const { known } = arrived.classification.lands;
  // A machine's mail takes nothing up that has ended.
  const place =
    known === 'note' ? { ticket: named.ticket.id, isOpened: true } : await placeAt(desk, named, originOf(arrived));
  return { ...place, ...comingOf(verdict, named.candidate, place, known), marks: [markOf(verdict)] };
}

const asMessage = (place: Place): Route => ({ ...place, as: 'message', marks: [] });

function originOf({ receipt: { receivedAt }, classification }: Arrived): Origin {
  return { author: classification.class === 'human' ? 'person' : 'machine', receivedAt };
}

// Where the ticket has ended, a new one takes the words up, and they are its own.
function comingOf(
  { is, rule }: Admission,
  { by }: ThreadCandidate,
  { isOpened }: Place,
  known: Landing['known'],
): Coming {
  if (!isOpened || known === 'parked') return { as: 'message' };
  if (is === 'hold') return { as: 'held', doubt: rule === UNVERIFIED ? 'unverified-sender' : DOUBTS[by] };
  return { as: known };
}

/** The rule of senders whom their domain disowns, or who are several. */
const UNVERIFIED = 25;

const DOUBTS: Readonly<Record<ThreadCandidate['by'], Doubt>> = {
  token: 'unknown-sender',
  reference: 'unknown-sender',
  'own-id': 'unknown-sender',
  subject: 'number-alone',
};

const markOf = ({ rule, reason }: Admission): Mark => ({ rule, says: reason });

interface Named {
  readonly candidate: ThreadCandidate;
  readonly ticket: OpenedTicket;
  readonly version: number;
}

async function* namedTickets(desk: Desk, { mail, receipt, returned }: Arrived): AsyncIterable<Named> {
  const secrets = await desk.secrets.replySecrets();
  const by = { secrets, supportAddress: desk.addresses.support };
  const inside = returned === undefined ? [] : [{ by: 'reference', messageId: returned } as const];
  const candidates = [...threadCandidates(mail, receipt.recipients, by), ...inside];
  const holders = await holdersOf(desk, candidates);
  for (const candidate of candidates) {
    const id = 'ticket' in candidate ? candidate.ticket : holders.get(candidate.messageId);
    const current = id && (await currentOf(desk, id));
    if (current && current.ticket.state === 'opened')
      yield { candidate, ticket: current.ticket, version: current.version };
  }
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

function verdictOn({ candidate, ticket }: Named, arrived: Arrived): Admission {
  const { mail, receipt, classification } = arrived;
  if (classification.lands.known === 'note') return admitNote(candidate, ticket, arrived);
  const verdict = admit(candidate.by, standingOf(mail, receipt, participantsOf(ticket)), receipt);
  // What is held on a ticket that is solved would be forgotten there.
  return verdict.is === 'hold' && ticket.status.is === 'resolved' ? { ...verdict, is: 'link' } : verdict;
}

/** More than this no person reads, and each makes the ticket dearer to open. */
const NOTES_MAX = 100;

// A note alerts nobody and tells nobody anything, so a machine need not take part; a number in a subject proves nothing.
function admitNote({ by }: ThreadCandidate, ticket: OpenedTicket, { mail }: Arrived): Admission {
  if (by === 'subject' && !participantsOf(ticket).includes(mail.from?.address ?? ''))
    return { is: 'link', rule: 23, reason: 'its subject names a ticket that its sender takes no part in' };
  if (ticket.notes >= NOTES_MAX) return { is: 'link', rule: 9, reason: 'the ticket has too many notes of machines' };
  return { is: 'add', rule: 9, reason: 'it answers what we have sent' };
}

// Mails of a thread that has no ticket meet in the parent that they name; the parent, read after its answer, in itself.
async function placeOfThread(desk: Desk, arrived: Arrived): Promise<Place> {
  const { mail, receipt } = arrived;
  const { messageId, inReplyTo, references, from } = mail;
  const origin = originOf(arrived);
  const root = inReplyTo ?? references.at(-1) ?? messageId;
  if (!root || !from) return newPlace(desk);
  const current = await holderOf(desk, threadKey(root, from.address), origin);
  const { ticket } = current;
  // A thread is claimed in somebody's name, and anybody can write in it.
  const isTheirs = origin.author === 'machine' || ticket.state === 'unopened' || takesPart(ticket, mail, receipt);
  if (!isTheirs) return newPlace(desk);
  // Some programs give all their mails one id, which makes no thread of them.
  return root === messageId && hasMail(ticket, root) ? newPlace(desk) : placeAt(desk, current, origin);
}

const hasMail = (ticket: Ticket, id: string): boolean =>
  ticket.state === 'opened' && ticket.messages.some(({ mail }) => mail?.messageId === id);

/** A ticket of its own. */
const newPlace = async (desk: Desk): Promise<Place> => ({
  ticket: await unusedTicketId(desk),
  isOpened: false,
});

/** Whether the mail's sender may be taken for one of the ticket's own. */
export const takesPart = (ticket: OpenedTicket, mail: Mail, receipt: Receipt): boolean =>
  ['participant', 'colleague'].includes(standingOf(mail, receipt, participantsOf(ticket)));
