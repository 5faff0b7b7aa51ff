import { type Classification, classify, type Receipt } from '../mail/classify';
import { freshText } from '../mail/fresh-text';
import { loopToken } from '../mail/loop-token';
import { type Mail, readMail } from '../mail/read';
import { isReply, messageKey } from '../mail/thread';
import type { Instant } from '../promises/instant';
import type { Command, Inquiry } from '../ticket/command';
import type { Customer, CustomerMessage } from '../ticket/events';
import { commandId } from '../ticket/ids';
import { handle, openTicket } from './handle';
import { type Current, currentOf } from './history';
import { keepAttachments } from './keep-attachments';
import { keepWords } from './keep-words';
import { languageOf } from './language-of';
import type { Desk } from './ports';
import { type MailPlace, placeOfMail } from './route-mail';
import { arrivalKey, mailIdKey, sentIdKey, unusedTicketId } from './routing';

/** What SES tells of a mail that it has stored under `inbound/`: the envelope and its verdicts. */
export interface MailReceipt extends Receipt {
  readonly messageId: string;
  readonly receivedAt: Instant;
}

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
    const keptAt = `mail/${receipt.messageId}.eml`;
    await accept(desk, await readMail(raw), receipt, keptAt);
    await desk.files.move(`${INBOX}${receipt.messageId}`, keptAt);
  };

async function accept(desk: Desk, mail: Mail, receipt: MailReceipt, keptAt: string): Promise<void> {
  const arrival = arrivalKey('mail', deliveredAs(mail, receipt));
  const classification = classify(mail, receipt, await ourselves(desk, mail));
  const place = isSetAside(classification) ? await placeApart(desk) : await placeOfMail(desk, mail, receipt);
  const ticket = await desk.claims.claim(arrival, place.ticket);
  if (mail.messageId) await desk.claims.claim(mailIdKey(mail.messageId), ticket);
  // Held by an earlier delivery, which may have found another place, or not have come as far as a ticket.
  const isKnown = ticket === place.ticket ? place.isKnown : isOpen(await currentOf(desk, ticket));
  const command = await commandOf(desk, mail, receipt, { classification, keptAt, isKnown });
  const follows = command.type === 'receive-inquiry' && place.follows ? { follows: place.follows } : {};
  const bring = isKnown ? handle(desk) : openTicket(desk);
  await bring(ticket, { ...command, ...follows }, commandId(arrival));
}

// Without an id, a mail that says the same is the same one delivered again on that day, and a new one on another.
const deliveredAs = (mail: Mail, { receivedAt }: MailReceipt): string =>
  mail.messageId ? messageKey(mail) : `${messageKey(mail)} ${new Date(receivedAt).toISOString().slice(0, 10)}`;

// What may harm, or is ourselves come back, never lands on a ticket that people work on, whatever it names.
const isSetAside = ({ class: kind }: Classification) => kind === 'loop' || kind === 'quarantine';

const placeApart = async (desk: Desk): Promise<MailPlace> => ({ ticket: await unusedTicketId(desk), isKnown: false });

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
  readonly keptAt: string;
  readonly isKnown: boolean;
}

async function commandOf(desk: Desk, mail: Mail, receipt: MailReceipt, arrival: Arrival): Promise<Command> {
  const { classification, keptAt: raw, isKnown } = arrival;
  const { reason } = classification;
  switch (classification.class) {
    case 'auto':
    case 'bounce':
      if (isKnown) return { type: 'note-automatic-mail', reason, words: await keepWords(desk, mail.text), raw };
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
  { classification, keptAt }: Arrival,
  park?: string,
): Promise<Inquiry> {
  const { policy } = await desk.circumstances();
  const { text } = mail;
  const message = await messageOf(desk, mail, receipt, keptAt);
  const language = languageOf(`${mail.subject}\n${text}`, policy);
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

async function messageOf(desk: Desk, mail: Mail, receipt: MailReceipt, keptAt: string): Promise<CustomerMessage> {
  const { text, html, messageId, references, unreadable } = mail;
  const { fresh, folded } = freshText({ text, ...(html && { html }), isReply: isReply(mail) });
  return {
    words: await keepWords(desk, fresh || text),
    ...(fresh && folded && { quoted: await keepWords(desk, folded) }),
    attachments: unreadable
      ? [wholeMail(mail, keptAt)]
      : await keepAttachments(desk, receipt.messageId, mail.attachments),
    receivedAt: receipt.receivedAt,
    sender: senderOf(mail, receipt),
    ...(messageId && { mail: { messageId, references } }),
    raw: keptAt,
    ...(unreadable && { unreadable }),
  };
}

// What could not be read is attached whole; the raw mail is kept anyway.
const wholeMail = ({ attachments: [whole] }: Mail, key: string) => ({
  name: whole?.name ?? 'mail.eml',
  type: 'message/rfc822',
  bytes: whole?.bytes.length ?? 0,
  key,
});

function senderOf({ from }: Mail, { envelopeFrom }: MailReceipt): Customer {
  const email = from?.address ?? (envelopeFrom.includes('@') ? envelopeFrom.toLowerCase() : undefined);
  return { ...(from?.name && { name: from.name }), ...(email && { email }) };
}
