import { type TicketId, ticketIdOf } from '../ticket/ids';
import { normaliseAddress } from './address';
import { bareMessageId } from './message-key';
import type { Mail } from './read';
import { type ReplySecret, ticketOfAddress, ticketOfMessageId } from './reply-token';

export { bareMessageId, messageKey } from './message-key';
export {
  ownMessageId,
  type ReplySecret,
  replyAddress,
  staffLetterOfAddress,
  staffReplyAddress,
  ticketOfAddress,
  ticketOfMessageId,
} from './reply-token';

/** A ticket that a mail may belong to, and how we know: the use case looks references up and asks who may. */
export type ThreadCandidate =
  | { readonly by: 'token' | 'own-id' | 'subject'; readonly ticket: TicketId }
  | { readonly by: 'reference'; readonly messageId: string };

interface Threading {
  readonly secrets: readonly ReplySecret[];
  readonly supportAddress: string;
}

// A thread longer than this names its last mails, and those are the ones that we know.
const REFERENCES_MAX = 50;

/**
 * The tickets that a mail may belong to, the best evidence first. Never taken from the body, which quotes, nor from
 * Thread-Index, which Outlook copies from one matter to the next.
 */
export function threadCandidates(mail: Mail, recipients: readonly string[], by: Threading): ThreadCandidate[] {
  const ids = parentIds(mail);
  return [
    ...tickets('token', addressees(mail, recipients), (address) =>
      ticketOfAddress(address, by.secrets, by.supportAddress),
    ),
    ...ids.map(bareMessageId).map((messageId) => ({ by: 'reference', messageId }) as const),
    ...tickets('own-id', ids, (id) => ticketOfMessageId(id, by.secrets, by.supportAddress)),
    ...tickets('subject', numbersIn(mail.subject), ticketIdOf),
  ];
}

/**
 * Whether the mail answers another: it says so, or has come to the ticket of one. A mail that is handed on does not,
 * though many clients say that it does.
 */
export const isReply = ({ inReplyTo, references, subject }: Mail, cameToTicket = false): boolean =>
  (inReplyTo !== undefined || references.length > 0 || cameToTicket) && !FORWARDED.test(subject);

const FORWARDED = /^\s*(?:fwd?|vs|vb|wg|tr|videresendt|vidaresendt|videresend)\s*:/i;

function parentIds({ inReplyTo, references }: Mail): string[] {
  const newestFirst = references.slice(-REFERENCES_MAX).reverse();
  return [...new Set(inReplyTo === undefined ? newestFirst : [inReplyTo, ...newestFirst])];
}

/** Wherever our addresses may stand, those of the envelope first. */
export const addressees = ({ to, cc }: Mail, recipients: readonly string[]): string[] => [
  ...recipients.map(normaliseAddress),
  ...[...to, ...cc].map(({ address }) => address),
];

// In brackets as we print it, however it comes back; elsewhere only as printed, and no pair of years.
const BRACKETED = /\[#?([\da-z]{4}-?[\da-z]{4})\]/gi;
const BARE = /(?<![\w-])((?=[\dA-Z-]*[A-Z])[\dA-Z]{4}-[\dA-Z]{4})(?![\w-])/g;

const numbersIn = (subject: string): string[] =>
  [...subject.matchAll(BRACKETED), ...subject.matchAll(BARE)].map(([, number = '']) => number);

function tickets(
  by: 'token' | 'own-id' | 'subject',
  evidence: readonly string[],
  ticketOf: (evidence: string) => TicketId | undefined,
): ThreadCandidate[] {
  const found = evidence.map(ticketOf).filter((ticket) => ticket !== undefined);
  return [...new Set(found)].map((ticket) => ({ by, ticket }));
}
