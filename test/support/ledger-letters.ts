import type { SentLetter } from '../../infra/local/sent';
import { bareMessageId } from '../../shared/mail/thread';
import type { Delivery } from '../../shared/ticket/delivery';
import type { Effect } from '../../shared/ticket/effects';
import { isAboutOne } from './journey';
import type { Books } from './ledger';
import type { Row } from './ledger-table';
import type { TicketJson } from './local-desk';

/** Each letter was sent, once; but for one whose answer was lost: it may be there twice, and is counted as uncertain. */
export function lettersAreSentOnce({ tickets, sent, items }: Books): string[] {
  const letters = items.flatMap(lettersOf);
  return tickets.flatMap((ticket) => {
    const copies = sent.filter((letter) => isAbout(letter, ticket)).map(nameOf);
    const own = letters.filter(({ id }) => id.startsWith(ticket.id));
    const done = own.filter(({ delivery, arrived }) => delivery.is === 'done' && !arrived).map(nameGiven);
    const most = own.map(copiesAtMost).reduce((sum, count) => sum + count, 0);
    return [
      ...done.filter((name) => !copies.includes(name)).map((name) => `${ticket.id}: the letter ${name} was not sent`),
      ...(copies.length > most ? [`${ticket.id}: ${copies.length} letters were sent, not ${most} at most`] : []),
    ];
  });
}

/** Nothing was said to anybody that no ticket tells of, but for the weekly report. */
export function strayLetters({ tickets, sent }: Books): string[] {
  return sent
    .filter(isAboutOne)
    .filter((letter) => letter.to !== 'management@desk.test' && !tickets.some((ticket) => isAbout(letter, ticket)))
    .map(({ to, subject }) => `a letter to ${to} is about no ticket: ${subject}`);
}

const isAbout = (letter: SentLetter, { id }: TicketJson): boolean =>
  (isAboutOne(letter) && `${letter.subject} ${letter.text}`.includes(id)) ||
  (letter.headers['webhook-id']?.startsWith(id) ?? false);

interface OwnLetter {
  readonly id: string;
  readonly delivery: Delivery;
  /** The mail service's answer was lost, and it has told since that the letter arrived: its name is not known. */
  readonly arrived: boolean;
}

function lettersOf({ pk, sk, effects, deliveries = [], ...row }: Row): OwnLetter[] {
  if (!String(sk).startsWith('C#')) return [];
  // The edge: an item is what the adapter wrote.
  const ends = deliveries as readonly Delivery[];
  return (effects as readonly Effect[]).flatMap(({ type }, index) => {
    const delivery = ends[index];
    const id = `${String(pk).slice(2)}.${Number(String(sk).slice(2))}.${index}`;
    const arrived = delivery?.is === 'done' && !delivery.serviceId && `deliveredAt.${index}` in row;
    return type === 'letter' && delivery ? [{ id, delivery, arrived }] : [];
  });
}

function copiesAtMost({ delivery }: OwnLetter): number {
  if (delivery.is === 'unknown') return 2;
  return delivery.is === 'done' ? 1 + Math.min(delivery.doubts, 1) : 0;
}

/** A mail or an SMS goes by the id that its service gave it, a reply to a chat by the letter's own. */
const nameOf = ({ headers }: SentLetter): string =>
  headers['webhook-id'] ?? headers['sns-message-id'] ?? bareMessageId(headers['message-id'] ?? '');

const nameGiven = ({ id, delivery }: OwnLetter): string =>
  delivery.is === 'done' && delivery.serviceId ? delivery.serviceId : id;
