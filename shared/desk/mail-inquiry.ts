import { isOwnAddress } from '../mail/address';
import type { Classification, Ourselves } from '../mail/classify';
import { type Forwarded, forwardedIn } from '../mail/forwarded';
import { freshText } from '../mail/fresh-text';
import type { Inquirer } from '../mail/machine-senders';
import { marksOf } from '../mail/marks';
import { replyAddressee } from '../mail/participants';
import { type Mail, readMail } from '../mail/read';
import { comesFromItsDomain, isProven } from '../mail/sender-proof';
import { isReply } from '../mail/thread';
import type { Inquiry } from '../ticket/command';
import type { Channel, Customer, Language } from '../ticket/events';
import type { AgentId } from '../ticket/ids';
import { agentOf } from './agents-answer';
import { keepMessage, type MailReceipt, type RawMail, senderOf } from './keep-message';
import { knownCustomer, type Proof } from './known-customer';
import { languageOf } from './language-of';
import type { Desk } from './ports';
import type { Route } from './route-mail';

/** Whose inquiry a mail is, and in whose words: not always those of the address that it comes from. */
export interface Speaker {
  readonly channel: Channel;
  readonly customer: Customer;
  readonly subject: string;
  /** Where they are not the mail's own. */
  readonly text?: string;
  readonly loggedBy?: AgentId;
  /** A machine that we know speaks for somebody. */
  readonly machine?: Inquirer['is'];
}

/** A form and an answering machine speak for whom they name, an agent who hands a mail on for whoever wrote it. */
export async function speakerOf(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  machine: Inquirer | undefined,
): Promise<Speaker> {
  if (machine) return throughMachine(machine, mail, receipt);
  const { staff } = await desk.circumstances();
  const agent = isProven(mail, receipt) ? agentOf(mail.from?.address, staff) : undefined;
  const forwarded = agent && forwardedIn(mail);
  // A letter of ours that is handed on is nobody's inquiry.
  if (forwarded && !isOwnAddress(forwarded.from.email ?? '', desk.addresses.support))
    return { ...(await originalOf(forwarded, mail)), loggedBy: agent.id };
  return writerOf(desk, mail, receipt);
}

// Who left a message on the machine is called back.
function throughMachine(behind: Inquirer, mail: Mail, receipt: MailReceipt): Speaker {
  const { is, name, email, phone, subject, text } = behind;
  const named = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
  return {
    machine: is,
    channel: is === 'voicemail' ? 'phone' : 'mail',
    customer: email || phone ? named : { ...senderOf(mail, receipt), ...named },
    subject: subject ?? mail.subject,
    ...(text && { text }),
  };
}

async function originalOf(forwarded: Forwarded, mail: Mail): Promise<Speaker> {
  const { name, email } = forwarded.from;
  const text = forwarded.is === 'inline' ? forwarded.text : (await readMail(forwarded.raw)).text;
  return {
    channel: 'mail',
    customer: { ...(name && { name }), ...(email && { email }) },
    subject: forwarded.subject ?? mail.subject,
    // What the agent wrote above it is for us, and folded away with the rest.
    ...(text && { text }),
  };
}

/** Whoever wrote the mail, in their own name. */
export function writerOf({ machineSenders }: Desk, mail: Mail, receipt: MailReceipt): Speaker {
  const sender = senderOf(mail, receipt);
  const answersTo = replyAddressee(mail, receipt, machineSenders)?.address;
  const customer = { ...sender, ...(answersTo && answersTo !== sender.email && { answersTo }) };
  return { channel: 'mail', customer, subject: mail.subject };
}

/** What is known of a mail when it is turned into something for a ticket. */
export interface MailParts {
  readonly mail: Mail;
  readonly receipt: MailReceipt;
  readonly own: Ourselves;
  readonly raw: RawMail;
  readonly classification: Classification;
  readonly speaker: Speaker;
  readonly route: Route;
}

/** What a mail asks of the desk. */
export async function inquiryOf(desk: Desk, parts: MailParts): Promise<Inquiry> {
  const { classification, speaker, route } = parts;
  const { channel, customer, subject, loggedBy } = speaker;
  const message = await messageOf(desk, parts);
  const language = await languageFor(desk, customer, `${subject}\n${message.words.text}`);
  return {
    type: 'receive-inquiry',
    channel,
    customer: route.isOpened ? customer : await knownCustomer(desk)(customer, proofOf(parts)),
    subject: subject || NO_SUBJECT[language],
    language,
    message,
    ...(message.words.key && { whole: wordsIn(parts).fresh }),
    acknowledge: mayBeAcknowledged(parts),
    ...(loggedBy && { loggedBy }),
    ...(route.follows && { follows: route.follows }),
    ...(classification.lands.unknown === 'parked' && !route.isOpened && { park: classification.reason }),
  };
}

// Whom a machine or an agent names, their domain has not vouched for here.
const proofOf = ({ mail, receipt, speaker: { machine, loggedBy } }: MailParts): Proof =>
  !machine && !loggedBy && comesFromItsDomain(mail, receipt) ? 'proven' : 'said';

/** What an agent hands on, its author has written to somebody here and not to the desk. */
export const mayBeAcknowledged = ({
  classification,
  speaker,
}: Pick<MailParts, 'classification' | 'speaker'>): boolean =>
  classification.acknowledge && speaker.loggedBy === undefined;

/** What a mail says and brings, kept; in the words of whoever speaks in it. */
export function messageOf(desk: Desk, parts: MailParts) {
  const { mail, receipt, own, raw, classification, speaker, route } = parts;
  const { customer, machine } = speaker;
  const { name, email } = customer;
  const through = machine ? [{ rule: 0, says: `A machine that we know sent it: ${machine}.` }] : [];
  return keepMessage(desk, mail, receipt, raw, {
    ...wordsIn(parts),
    sender: { ...(name && { name }), ...(email && { email }) },
    classed: { as: classification.class, reason: classification.reason },
    marks: [...through, ...route.marks, ...marksOf({ mail, receipt, own })],
  });
}

/** What whoever speaks has written now, and the rest of the mail. */
function wordsIn({ mail, speaker: { text }, route }: MailParts): { fresh: string; folded: string } {
  if (text !== undefined) return { fresh: text, folded: mail.text };
  const { fresh, folded } = freshText({ ...mail, isReply: isReply(mail, route.isOpened) });
  return { fresh: fresh || mail.text, folded: fresh ? folded : '' };
}

// What was set on the customer, else what the mail is written in, without what it quotes: that is ours.
async function languageFor(desk: Desk, { email }: Customer, text: string): Promise<Language> {
  const { now, policies } = await desk.circumstances();
  const policy = policies.inForce(now);
  const known = email ? (await desk.contacts.of([email])).get(email)?.language : undefined;
  return known && policy.languages.includes(known) ? known : languageOf(text, policy);
}

const NO_SUBJECT = { nb: '(uten emne)', en: '(no subject)' } as const;
