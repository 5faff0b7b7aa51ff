import type { Instant } from '../../promises/instant';
import type { Language } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import { agentsIn } from '../../ticket/audience';
import { type Crew, onDuty } from '../../ticket/roster';
import type { Staff } from '../../ticket/staff';
import type { OpenedTicket } from '../../ticket/ticket';
import { heardBy, type Topic } from '../../ticket/wants';
import { isOwnAddress } from '../address';
import type { Automatic, OutgoingMail } from '../compose';
import { asHtml } from './as-html';
import { asText } from './as-text';
import type { LetterText } from './letter-text';
import type { StaffLetter } from './staff-letter';
import { type LetterOf, type MailLetter, staffLanguage } from './writing';

/** Where all letters are posted from. */
export interface PostOffice extends Crew {
  /** When it is sent: who is on duty then, and not away, is a matter of the roster. */
  readonly now: Instant;
  readonly addresses: { readonly support: string; readonly management: string };
  readonly loopToken: string;
}

/** How an answer finds back to its ticket: our plus address, and our own id among the references. */
export interface WayBack {
  readonly replyTo: string;
  readonly reference: string;
}

/** A letter about a ticket as a mail: to whom, in which thread, and whether a machine speaks. */
export function addressed(
  text: LetterText,
  letter: MailLetter,
  ticket: OpenedTicket,
  office: PostOffice,
  { replyTo, reference }: WayBack,
): OutgoingMail {
  const common = { ...mailOf(text, languageOf(letter, ticket, office), office), replyTo, automatic: automatic(letter) };
  if ('to' in letter) return { ...common, to: addressesOf(letter, ticket, office), references: [reference] };
  const { email, answersTo = email } = ticket.customer;
  // An acknowledgement goes to whoever wrote, whatever their mail asked for.
  const receiver = letter.letter === 'acknowledgement' ? email : answersTo;
  const to = receiver ? [receiver] : [];
  return { ...common, to, cc: copiesOf(letter, ticket, office), ...inThread(ticket, reference) };
}

/** The weekly report as a mail. */
export const addressedToManagement = (text: LetterText, language: Language, office: PostOffice): OutgoingMail => ({
  ...mailOf(text, language, office),
  to: [office.addresses.management],
  automatic: 'auto-generated',
});

function mailOf(text: LetterText, language: Language, { policy, addresses, loopToken }: PostOffice) {
  const { vendor } = policy;
  return {
    from: { name: vendor.name, address: addresses.support },
    cc: [],
    subject: text.subject,
    text: asText(text),
    html: asHtml(text, { vendor, language }),
    references: [],
    headers: {},
    loopToken,
  };
}

const languageOf = (letter: MailLetter, { language }: OpenedTicket, { policy }: PostOffice): Language =>
  'to' in letter ? staffLanguage(policy) : language;

/** What an agent has written is a person's mail; whatever comes about by itself says so. */
function automatic(letter: MailLetter): Automatic | undefined {
  switch (letter.letter) {
    case 'acknowledgement':
      return 'auto-replied';
    case 'reply':
    case 'estimate':
    case 'coming-back':
      return undefined;
    case 'resolution':
      return letter.message === undefined ? 'auto-generated' : undefined;
    case 'postponement':
    case 'waiting-reminder':
    case 'offer-of-mail':
    case 'alert':
    case 'warning':
    case 'miss':
    case 'management':
      return 'auto-generated';
  }
}

// A copy to ourselves would come back as a mail of our own.
function copiesOf(
  letter: MailLetter,
  { messages, customer, absorbed = [] }: OpenedTicket,
  { addresses }: PostOffice,
): readonly string[] {
  if (!('message' in letter) || letter.message === undefined) return [];
  // Whoever's ticket was merged into this one hears of it here alone.
  const others = absorbed.flatMap(({ email, answersTo = email }) => answersTo ?? []);
  const copies = new Set([...(messages[letter.message]?.cc ?? []), ...others]);
  const receivers = [customer.email, customer.answersTo];
  return [...copies].filter((address) => !receivers.includes(address) && !isOwnAddress(address, addresses.support));
}

// Our own id comes first: of a long list, clients and we ourselves keep the first and the latest.
function inThread({ messages }: OpenedTicket, reference: string): Pick<OutgoingMail, 'inReplyTo' | 'references'> {
  const parent = messages.findLast(({ from, mail }) => from === 'customer' && mail)?.mail;
  if (!parent) return { references: [reference] };
  return { inReplyTo: parent.messageId, references: [reference, ...parent.references, parent.messageId] };
}

// A letter that nobody would get goes to management: an alert that reaches no one is none (P12).
function addressesOf(letter: StaffLetter, ticket: OpenedTicket, office: PostOffice): readonly string[] {
  const { management } = office.addresses;
  const found = receiversOf(letter, ticket, office).map(({ email }) => email);
  if (letter.to.includes('management')) return [...new Set([...found, management])];
  return found.length > 0 ? found : [management];
}

/**
 * Who of the staff a letter to them is for, as things are when it is sent, once each: without those who have chosen not
 * to hear of it, and may. Management has a mailbox and is not among them.
 */
export function receiversOf(
  letter: StaffLetter | LetterOf<'text-message'>,
  ticket: OpenedTicket,
  office: PostOffice,
): Staff {
  const { staff, now: at, policy } = office;
  const meant = letter.to.flatMap((audience) =>
    audience === 'management' ? [] : agentsIn(audience, ticket, staff, { at, ...office }),
  );
  const topic = topicOf(letter);
  if (topic === undefined) return [...new Set(meant)];
  const whose = { onDuty: onDuty(at, office)?.id, assignee: ticket.assignee };
  return heardBy(topic, [...new Set(meant)], { ...whose, date: zoneOf(policy.timeZone).dateOf(at) });
}

function topicOf(letter: StaffLetter | LetterOf<'text-message'>): Topic | undefined {
  switch (letter.letter) {
    case 'alert':
      return letter.why;
    case 'text-message':
      return 'senior-called';
    case 'warning':
    case 'miss':
      return letter.letter;
    case 'management':
      return undefined;
  }
}
