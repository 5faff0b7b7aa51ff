import type { OutgoingMail } from '../mail/compose';
import { type LetterKey, letterIdOf } from '../mail/letter-tag';
import { asText } from '../mail/letters/as-text';
import { addressed, becauseOf, writeLetter } from '../mail/letters/letters';
import { ownMessageId, replyAddress, staffReplyAddress } from '../mail/thread';
import { heldTo } from '../ticket/circumstances';
import { reasonToWithhold } from '../ticket/contact';
import type { Outcome } from '../ticket/delivery';
import type { Letter } from '../ticket/effects';
import type { TicketEvent } from '../ticket/events';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { enclosuresFor } from './enclosures';
import { wholeWords } from './keep-words';
import { fileLink, IN_A_LETTER } from './links';
import { orRefused } from './or-refused';
import type { Desk } from './ports';
import { postOffice } from './post-office';
import { sentIdKey } from './routing';

/** A letter that a commit owes: the ticket as it was then, and what had happened to it. */
export interface OwedLetter {
  readonly letter: Letter;
  readonly key: LetterKey;
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

type About = Omit<OwedLetter, 'ticket'> & { readonly ticket: OpenedTicket };

/**
 * Sends a letter about the ticket as it was when the letter fell due: by mail, or back to the chat. Whatever breaks
 * before it is handed over is an answered error: nothing was sent.
 */
export const sendLetter =
  (desk: Desk) =>
  async ({ ticket, ...owed }: OwedLetter): Promise<Outcome> => {
    if (ticket.state === 'unopened') return { is: 'refused', error: 'There is no ticket to write about.' };
    return orRefused(send(desk, { ...owed, ticket }));
  };

async function send(desk: Desk, about: About): Promise<Outcome> {
  const { letter, ticket } = about;
  const { conversation } = ticket.customer;
  if (conversation && !('to' in letter)) return desk.chats.send(await chatReply(desk, about, conversation));
  const mail = await mailOf(desk, about);
  const withheld = 'to' in letter ? undefined : await reasonNotToSend(desk, ticket, mail);
  if (withheld) return { is: 'withheld', reason: withheld };
  const outcome = await desk.mailer.send(mail);
  if (outcome.is === 'done' && outcome.serviceId && !('to' in letter))
    await rememberSent(desk, outcome.serviceId, ticket);
  return outcome;
}

async function reasonNotToSend({ contacts }: Desk, { undeliverable }: OpenedTicket, { to, automatic }: OutgoingMail) {
  const [address] = to;
  if (!automatic || address === undefined) return undefined;
  // A report that came as a mail is believed on its ticket.
  if (undeliverable.includes(address)) return 'undeliverable';
  return reasonToWithhold((await contacts.of([address])).get(address), true);
}

async function mailOf(desk: Desk, about: About): Promise<OutgoingMail> {
  const { letter, key, ticket, events } = about;
  const office = await postOffice(desk, ticket);
  const secrets = await desk.secrets.replySecrets();
  const { support } = desk.addresses;
  const { attachments, links } = await enclosuresFor(desk, attachmentsOf(about));
  const { now } = await desk.circumstances();
  const text = writeLetter(letter, ticket, {
    ...office,
    words: await wordsOf(desk, about),
    because: becauseOf(letter, events),
    enclosed: links,
    enclosedUntil: now + IN_A_LETTER,
  });
  // An agent's answer to a letter goes by an address of its own, which says whose letter it was.
  const replyTo = 'to' in letter ? staffReplyAddress(key, secrets, support) : replyAddress(ticket.id, secrets, support);
  const way = { replyTo, reference: ownMessageId(ticket.id, secrets, support) };
  return { ...addressed(text, letter, ticket, office, way), attachments, letterId: letterIdOf(key) };
}

async function chatReply(
  desk: Desk,
  about: About,
  conversation: NonNullable<OpenedTicket['customer']['conversation']>,
) {
  const { letter, key, ticket } = about;
  const { now: sentAt, policies, staff } = await desk.circumstances();
  const policy = heldTo(ticket, policies);
  const words = await wordsOf(desk, about);
  const agent = staff.find(({ id }) => id === messageOf(about)?.from)?.name ?? policy.vendor.name;
  const text =
    letter.letter === 'reply' && words ? words : asText(writeLetter(letter, ticket, { policy, staff, words }));
  return {
    letterId: letterIdOf(key),
    conversation,
    sentAt,
    agent,
    text: [text, ...(await filesOf(desk, about))].join('\n'),
  };
}

// A chat takes no files along.
const filesOf = (desk: Desk, about: About): Promise<string[]> =>
  Promise.all(
    attachmentsOf(about).map(async (file) => `${file.name}: ${desk.site()}${await fileLink(desk, file, IN_A_LETTER)}`),
  );

async function wordsOf(desk: Desk, about: About): Promise<string | undefined> {
  const message = messageOf(about);
  return message && wholeWords(desk, message.words);
}

// What the virus scan did not clear goes nowhere.
const attachmentsOf = (about: About) => (messageOf(about)?.attachments ?? []).filter(({ locked }) => !locked);

/** What an agent has written, where the letter brings it. */
const messageOf = ({ letter, ticket }: About) =>
  'message' in letter && letter.message !== undefined ? ticket.messages[letter.message] : undefined;

// SES gives the mail an id of its own, which the customer's answer will name. Without this claim it still finds
// home by the address it is sent to, so a failure here must not make the letter look unsent.
async function rememberSent(desk: Desk, serviceId: string, ticket: OpenedTicket): Promise<void> {
  await desk.claims.claim(sentIdKey(serviceId), ticket.id).catch((error: unknown) => {
    desk.log.info('a sent mail was not remembered', { ticket: ticket.id, error: String(error) });
  });
}
