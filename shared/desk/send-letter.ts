import { asText } from '../mail/letters/as-text';
import { addressed, writeLetter } from '../mail/letters/letters';
import { ownMessageId, replyAddress } from '../mail/thread';
import { heldTo } from '../ticket/circumstances';
import type { Outcome } from '../ticket/delivery';
import type { Letter } from '../ticket/effects';
import type { OpenedTicket, Ticket } from '../ticket/ticket';
import { wholeWords } from './keep-words';
import { orRefused } from './or-refused';
import type { Desk } from './ports';
import { postOffice } from './post-office';
import { sentIdKey } from './routing';

/**
 * Sends a letter about the ticket as it was when the letter fell due: by mail, or back to the chat. Whatever breaks
 * before it is handed over is an answered error: nothing was sent.
 */
export const sendLetter =
  (desk: Desk) =>
  async (letter: Letter, letterId: string, ticket: Ticket): Promise<Outcome> => {
    if (ticket.state === 'unopened') return { is: 'refused', error: 'There is no ticket to write about.' };
    return orRefused(send(desk, letter, letterId, ticket));
  };

async function send(desk: Desk, letter: Letter, letterId: string, ticket: OpenedTicket): Promise<Outcome> {
  const { conversation } = ticket.customer;
  if (conversation && !('to' in letter))
    return desk.chats.send(await chatReply(desk, letter, letterId, ticket, conversation));
  const outcome = await desk.mailer.send(await mailOf(desk, letter, ticket));
  if (outcome.is === 'done' && outcome.serviceId && !('to' in letter))
    await rememberSent(desk, outcome.serviceId, ticket);
  return outcome;
}

async function mailOf(desk: Desk, letter: Letter, ticket: OpenedTicket) {
  const office = await postOffice(desk, ticket);
  const secrets = await desk.secrets.replySecrets();
  const text = writeLetter(letter, ticket, { ...office, words: await wordsOf(desk, letter, ticket) });
  const replyTo = replyAddress(ticket.id, secrets, desk.addresses.support);
  return addressed(text, letter, ticket, office, {
    replyTo,
    reference: ownMessageId(ticket.id, secrets, desk.addresses.support),
  });
}

async function chatReply(
  desk: Desk,
  letter: Letter,
  letterId: string,
  ticket: OpenedTicket,
  conversation: NonNullable<OpenedTicket['customer']['conversation']>,
) {
  const { now: sentAt, policies, staff } = await desk.circumstances();
  const policy = heldTo(ticket, policies);
  const words = await wordsOf(desk, letter, ticket);
  const author =
    'message' in letter && letter.message !== undefined ? ticket.messages[letter.message]?.from : undefined;
  const agent = staff.find(({ id }) => id === author)?.name ?? policy.vendor.name;
  const text =
    letter.letter === 'reply' && words ? words : asText(writeLetter(letter, ticket, { policy, staff, words }));
  return { letterId, conversation, sentAt, agent, text };
}

async function wordsOf(desk: Desk, letter: Letter, { messages }: OpenedTicket): Promise<string | undefined> {
  const message = 'message' in letter && letter.message !== undefined ? messages[letter.message] : undefined;
  return message && wholeWords(desk, message.words);
}

// SES gives the mail an id of its own, which the customer's answer will name. Without this claim it still finds
// home by the address it is sent to, so a failure here must not make the letter look unsent.
async function rememberSent(desk: Desk, serviceId: string, ticket: OpenedTicket): Promise<void> {
  await desk.claims.claim(sentIdKey(serviceId), ticket.id).catch((error: unknown) => {
    desk.log.info('a sent mail was not remembered', { ticket: ticket.id, error: String(error) });
  });
}
