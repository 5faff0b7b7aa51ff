import type { OutgoingMail } from '../mail/compose';
import { type LetterKey, letterIdOf } from '../mail/letter-tag';
import { asText } from '../mail/letters/as-text';
import { addressed, isSaidInChat, writeLetter } from '../mail/letters/letters';
import { ownMessageId, replyAddress } from '../mail/thread';
import { reasonToWithhold } from '../ticket/contact';
import type { Outcome } from '../ticket/delivery';
import type { Letter } from '../ticket/effects';
import { isErased } from '../ticket/erased';
import type { TicketEvent } from '../ticket/events';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { enclosuresFor } from './enclosures';
import { wholeWords } from './keep-words';
import { fileLink, IN_A_LETTER } from './links';
import { orRefused } from './or-refused';
import type { Desk } from './ports';
import { postOffice } from './post-office';
import { sentIdKey } from './routing';
import { sendText, sendToStaff } from './send-to-staff';

/** A letter that a commit owes: the ticket as it was then, and what had happened to it by then. */
export interface OwedLetter {
  readonly letter: Letter;
  readonly key: LetterKey;
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/** The same about a ticket that is there. */
export interface About<L extends Letter = Letter> extends Omit<OwedLetter, 'ticket' | 'letter'> {
  readonly letter: L;
  readonly ticket: OpenedTicket;
}

type CustomerLetter = Exclude<Letter, { to: unknown }>;

/**
 * Sends a letter about the ticket as it was when the letter fell due: by mail, back to the chat, or as an SMS. Whatever
 * breaks before it is handed over is an answered error: nothing was sent.
 */
export const sendLetter =
  (desk: Desk) =>
  async ({ ticket, ...owed }: OwedLetter): Promise<Outcome> => {
    if (ticket.state === 'unopened') return { is: 'refused', error: 'There is no ticket to write about.' };
    return orRefused(send(desk, { ...owed, ticket }));
  };

function send(desk: Desk, { letter, ...about }: About): Promise<Outcome> {
  if (letter.letter === 'text-message') return sendText(desk, { ...about, letter });
  return 'to' in letter ? sendToStaff(desk, { ...about, letter }) : sendToCustomer(desk, { ...about, letter });
}

async function sendToCustomer(desk: Desk, about: About<CustomerLetter>): Promise<Outcome> {
  const { ticket } = about;
  const { conversation } = ticket.customer;
  const message = messageOf(about);
  if (message && isErased(message)) return { is: 'withheld', reason: 'redacted' };
  if (conversation && isSaidInChat(ticket)) return desk.chats.send(await chatReply(desk, about, conversation));
  const mail = await mailOf(desk, about);
  const withheld = await reasonNotToSend(desk, ticket, mail);
  if (withheld) return { is: 'withheld', reason: withheld };
  const outcome = await desk.mailer.send(mail);
  if (outcome.is === 'done' && outcome.serviceId) await rememberSent(desk, outcome.serviceId, ticket);
  return outcome;
}

async function reasonNotToSend({ contacts }: Desk, { undeliverable }: OpenedTicket, { to, automatic }: OutgoingMail) {
  const [address] = to;
  if (!automatic || address === undefined) return undefined;
  // A report that came as a mail is believed on its ticket.
  if (undeliverable.includes(address)) return 'undeliverable';
  return reasonToWithhold((await contacts.of([address])).get(address), true);
}

async function mailOf(desk: Desk, about: About<CustomerLetter>): Promise<OutgoingMail> {
  const { letter, key, ticket, events } = about;
  const office = await postOffice(desk, ticket);
  const secrets = await desk.secrets.replySecrets();
  const { support } = desk.addresses;
  const { attachments, links } = await enclosuresFor(desk, attachmentsOf(about));
  const text = writeLetter(letter, ticket, {
    ...office,
    events,
    words: await wordsOf(desk, about),
    enclosed: links,
    enclosedUntil: office.now + IN_A_LETTER,
  });
  const way = {
    replyTo: replyAddress(ticket.id, secrets, support),
    reference: ownMessageId(ticket.id, secrets, support),
  };
  return { ...addressed(text, letter, ticket, office, way), attachments, letterId: letterIdOf(key) };
}

async function chatReply(
  desk: Desk,
  about: About<CustomerLetter>,
  conversation: NonNullable<OpenedTicket['customer']['conversation']>,
) {
  const { letter, key, ticket } = about;
  const office = await postOffice(desk, ticket);
  const { now: sentAt, policy, staff } = office;
  const words = await wordsOf(desk, about);
  const agent = staff.find(({ id }) => id === messageOf(about)?.from)?.name ?? policy.vendor.name;
  const text = letter.letter === 'reply' && words ? words : asText(writeLetter(letter, ticket, { ...office, words }));
  return {
    letterId: letterIdOf(key),
    conversation,
    sentAt,
    agent,
    text: [text, ...(await filesOf(desk, about))].join('\n'),
  };
}

// A chat takes no files along.
const filesOf = (desk: Desk, about: About<CustomerLetter>): Promise<string[]> =>
  Promise.all(
    attachmentsOf(about).map(async (file) => `${file.name}: ${desk.site()}${await fileLink(desk, file, IN_A_LETTER)}`),
  );

async function wordsOf(desk: Desk, about: About<CustomerLetter>): Promise<string | undefined> {
  const message = messageOf(about);
  return message && wholeWords(desk, message.words);
}

// What the virus scan did not clear goes nowhere.
const attachmentsOf = (about: About<CustomerLetter>) =>
  (messageOf(about)?.attachments ?? []).filter(({ locked }) => !locked);

/** What an agent has written, where the letter brings it. */
const messageOf = ({ letter, ticket }: About<CustomerLetter>) =>
  'message' in letter && letter.message !== undefined ? ticket.messages[letter.message] : undefined;

// SES gives the mail an id of its own, which the customer's answer will name. Without this claim it still finds
// home by the address it is sent to, so a failure here must not make the letter look unsent.
async function rememberSent(desk: Desk, serviceId: string, ticket: OpenedTicket): Promise<void> {
  await desk.claims.claim(sentIdKey(serviceId), ticket.id).catch((error: unknown) => {
    desk.log.info('a sent mail was not remembered', { ticket: ticket.id, error: String(error) });
  });
}
