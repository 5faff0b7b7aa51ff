import { sayInstant } from '../../promises/say';
import type { Attachment, Language } from '../../ticket/events';
import type { Message, OpenedTicket } from '../../ticket/ticket';
import { tidyLine } from '../repair';
import { excerpt } from './excerpt';
import type { Block, Said } from './letter-text';
import { type InEach, isSaidInChat, nameOf, type Writing } from './writing';

const MESSAGES = 3;
const BOUNDS = { letters: 300, lines: 10 };
const FILES_NAMED = 5;

const nb = {
  title: 'Tidligere i saken',
  customer: 'Kunden',
  attached: 'Vedlegg',
  more: (count: number) => `og ${count} til`,
};
const en: typeof nb = {
  title: 'Earlier in the case',
  customer: 'The customer',
  attached: 'Attached',
  more: (count) => `and ${count} more`,
};
const WORDS: InEach<typeof nb> = { nb, en };

/** What was said before a message, in short, for whoever reads the letter alone. A chat shows it anyway. */
export function historyBefore(message: number | undefined, ticket: OpenedTicket, writing: Writing): Block[] {
  const { messages, language } = ticket;
  if (isSaidInChat(ticket)) return [];
  const before = messages.slice(0, message).filter(saysSomething).slice(-MESSAGES).toReversed();
  const said = before.map((earlier) => inShort(earlier, ticket, writing));
  return said.length > 0 ? [{ is: 'history', title: WORDS[language].title, said }] : [];
}

function inShort(message: Message, ticket: OpenedTicket, { policy, staff }: Writing): Said {
  const { language, lastActivityAt: relativeTo } = ticket;
  const { from, at, words, attachments } = message;
  const who = from === 'customer' ? senderOf(message, ticket, language) : (nameOf(from, staff) ?? policy.vendor.name);
  const when = sayInstant(at, policy, language, { relativeTo });
  return { who, when, text: excerpt(words.text, BOUNDS) || attachedIn(attachments, language) };
}

const saysSomething = ({ words, attachments }: Message): boolean =>
  words.text.trim() !== '' || attachments.some(isThere);

// Of a file that was erased its place alone is left.
const isThere = ({ name }: Attachment): boolean => name !== '';

/** Who wrote a message of the customer's: themselves, or whoever else takes part. */
export function senderOf({ sender }: Pick<Message, 'sender'>, { customer }: OpenedTicket, language: Language): string {
  const isCustomer = !sender?.email || sender.email === customer.email;
  const known = sender?.name ?? (isCustomer ? customer.name : undefined) ?? sender?.email ?? customer.email;
  return (known && tidyLine(known)) || WORDS[language].customer;
}

/** 'Vedlegg: faktura.pdf, bilde.png og 3 til'; nothing where there are none. */
export function attachedIn(attachments: readonly Attachment[], language: Language): string {
  const { attached, more } = WORDS[language];
  const all = attachments.filter(isThere);
  if (all.length === 0) return '';
  const names = all.slice(0, FILES_NAMED).map(({ name }) => tidyLine(name));
  const unnamed = all.length - names.length;
  return `${attached}: ${names.join(', ')}${unnamed > 0 ? ` ${more(unnamed)}` : ''}`;
}
