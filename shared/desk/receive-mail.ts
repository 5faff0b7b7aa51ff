import { type Classification, classify } from '../mail/classify';
import { loopToken } from '../mail/loop-token';
import { type Mail, readMail } from '../mail/read';
import { messageKey } from '../mail/thread';
import type { Command, Inquiry } from '../ticket/command';
import { commandId } from '../ticket/ids';
import { handle, openTicket } from './handle';
import { type Current, currentOf } from './history';
import { keepMessage, type MailReceipt, type RawMail, senderOf } from './keep-message';
import { keepWords } from './keep-words';
import { languageOf } from './language-of';
import type { Desk } from './ports';
import { newPlace, placeOfMail } from './route-mail';
import { arrivalKey, mailIdKey, type Place, sentIdKey } from './routing';

export const INBOX = 'inbound/';

/**
 * A mail becomes a ticket, or lands on the one that it answers. It is claimed first, then committed, and moved out of
 * the inbox last: whatever breaks on the way, the next delivery or the sweep goes on where it stopped.
 */
export const receiveMail =
  (desk: Desk) =>
  async (receipt: MailReceipt): Promise<void> => {
    const raw = await desk.files.read(`${INBOX}${receipt.messageId}`);
    if (!raw) return;
    const key = `mail/${receipt.messageId}.eml`;
    await accept(desk, await readMail(raw), receipt, { key, bytes: raw.length });
    await desk.files.move(`${INBOX}${receipt.messageId}`, key);
  };

async function accept(desk: Desk, mail: Mail, receipt: MailReceipt, raw: RawMail): Promise<void> {
  const arrival = arrivalKey('mail', deliveredAs(mail, receipt));
  const classification = classify(mail, receipt, await ourselves(desk, mail));
  const place = await placeFor(desk, mail, receipt, classification);
  const ticket = await desk.claims.claim(arrival, place.ticket);
  if (mail.messageId) await desk.claims.claim(mailIdKey(mail.messageId), ticket);
  // Held by an earlier delivery, which may have found another place, or not have come as far as a ticket.
  const isKnown = ticket === place.ticket ? place.isOpened : isOpen(await currentOf(desk, ticket));
  const command = await commandOf(desk, mail, receipt, { classification, raw, isKnown });
  const follows = command.type === 'receive-inquiry' && place.follows ? { follows: place.follows } : {};
  const bring = isKnown ? handle(desk) : openTicket(desk);
  await bring(ticket, { ...command, ...follows }, commandId(arrival));
}

// Without an id, a mail that says the same is the same one delivered again on that day, and a new one on another.
const deliveredAs = (mail: Mail, { receivedAt }: MailReceipt): string =>
  mail.messageId ? messageKey(mail) : `${messageKey(mail)} ${new Date(receivedAt).toISOString().slice(0, 10)}`;

// What may harm, or is ourselves come back, never lands on a ticket that people work on, whatever it names.
function placeFor(desk: Desk, mail: Mail, receipt: MailReceipt, { class: kind }: Classification): Promise<Place> {
  switch (kind) {
    case 'loop':
    case 'quarantine':
      return newPlace(desk);
    case 'auto':
    case 'bounce':
      return placeOfMail(desk, mail, receipt, 'machine');
    case 'human':
      return placeOfMail(desk, mail, receipt, 'person');
  }
}

const isOpen = ({ ticket }: Current): boolean => ticket.state === 'opened';

async function ourselves(desk: Desk, { messageId }: Mail) {
  const key = messageId && sentIdKey(messageId);
  const sent = key ? await desk.claims.holders([key]) : new Map();
  return {
    supportAddress: desk.addresses.support,
    loopToken: loopToken(await desk.secrets.replySecrets()),
    isOurMessageId: (id: string) => sent.has(sentIdKey(id)),
  };
}

interface Arrival {
  readonly classification: Classification;
  readonly raw: RawMail;
  readonly isKnown: boolean;
}

async function commandOf(desk: Desk, mail: Mail, receipt: MailReceipt, arrival: Arrival): Promise<Command> {
  const { classification, raw, isKnown } = arrival;
  const { reason } = classification;
  switch (classification.class) {
    case 'auto':
    case 'bounce':
      if (isKnown)
        return { type: 'note-automatic-mail', reason, words: await keepWords(desk, mail.text), raw: raw.key };
      return inquiryOf(desk, mail, receipt, arrival, classification.class === 'bounce' ? reason : undefined);
    case 'human':
      return inquiryOf(desk, mail, receipt, arrival);
    case 'loop':
    case 'quarantine':
      return inquiryOf(desk, mail, receipt, arrival, reason);
  }
}

async function inquiryOf(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  { classification, raw }: Arrival,
  park?: string,
): Promise<Inquiry> {
  const { now, policies } = await desk.circumstances();
  const { text } = mail;
  const message = await keepMessage(desk, mail, receipt, raw);
  const language = languageOf(`${mail.subject}\n${text}`, policies.inForce(now));
  return {
    type: 'receive-inquiry',
    channel: 'mail',
    customer: senderOf(mail, receipt),
    subject: mail.subject || NO_SUBJECT[language],
    language,
    message,
    acknowledge: classification.acknowledge,
    ...(park && { park }),
  };
}

const NO_SUBJECT = { nb: '(uten emne)', en: '(no subject)' } as const;
