import type { Policy } from '../../promises/policy';
import type { Language } from '../../promises/say';
import { agentsIn } from '../../ticket/audience';
import type { Audience, Letter } from '../../ticket/effects';
import type { Staff } from '../../ticket/staff';
import type { OpenedTicket } from '../../ticket/ticket';
import { isOwnAddress } from '../address';
import type { Automatic, OutgoingMail } from '../compose';
import { asHtml } from './as-html';
import { asText } from './as-text';
import type { LetterText } from './letter-text';
import { staffLanguage } from './writing';

/** Where all letters are posted from. */
export interface PostOffice {
  readonly policy: Policy;
  readonly staff: Staff;
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
  letter: Letter,
  ticket: OpenedTicket,
  office: PostOffice,
  { replyTo, reference }: WayBack,
): OutgoingMail {
  const common = { ...mailOf(text, languageOf(letter, ticket, office), office), replyTo, automatic: automatic(letter) };
  if ('to' in letter) return { ...common, to: addressesOf(letter.to, ticket, office), references: [reference] };
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

const languageOf = (letter: Letter, { language }: OpenedTicket, { policy }: PostOffice): Language =>
  'to' in letter ? staffLanguage(policy) : language;

/** What an agent has written is a person's mail; whatever comes about by itself says so. */
function automatic(letter: Letter): Automatic | undefined {
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
    case 'alert':
    case 'warning':
    case 'miss':
    case 'management':
      return 'auto-generated';
  }
}

// A copy to ourselves would come back as a mail of our own.
function copiesOf(letter: Letter, { messages, customer }: OpenedTicket, { addresses }: PostOffice): readonly string[] {
  if (letter.letter !== 'reply') return [];
  const copies = messages[letter.message]?.cc ?? [];
  return copies.filter((address) => address !== customer.email && !isOwnAddress(address, addresses.support));
}

// Our own id comes first: of a long list, clients and we ourselves keep the first and the latest.
function inThread({ messages }: OpenedTicket, reference: string): Pick<OutgoingMail, 'inReplyTo' | 'references'> {
  const parent = messages.findLast(({ from, mail }) => from === 'customer' && mail)?.mail;
  if (!parent) return { references: [reference] };
  return { inReplyTo: parent.messageId, references: [reference, ...parent.references, parent.messageId] };
}

// A letter that nobody would get goes to management: an alert that reaches no one is none (P12).
function addressesOf(to: readonly Audience[], ticket: OpenedTicket, { staff, addresses }: PostOffice): string[] {
  const found = [...new Set(to.flatMap((audience) => mailboxesOf(audience, ticket, staff, addresses.management)))];
  return found.length > 0 ? found : [addresses.management];
}

function mailboxesOf(audience: Audience, ticket: OpenedTicket, staff: Staff, management: string): string[] {
  return audience === 'management' ? [management] : agentsIn(audience, ticket, staff).map(({ email }) => email);
}
