import type { Instant } from '../../promises/instant';
import type { Policy } from '../../promises/policy';
import type { Language } from '../../promises/say';
import type { Letter } from '../../ticket/effects';
import type { TicketEvent } from '../../ticket/events';
import type { AgentId, TicketId } from '../../ticket/ids';
import type { Staff } from '../../ticket/staff';
import type { OpenedTicket } from '../../ticket/ticket';
import { type Block, finePrint, paragraph } from './letter-text';

/** What a letter is written with, besides the ticket as it was when the letter fell due. */
export interface Writing {
  readonly policy: Policy;
  readonly staff: Staff;
  /** The whole of what the agent wrote, where the letter carries it. */
  readonly words?: string | undefined;
  /**
   * What has happened to the ticket, oldest first, through the commit that owes the letter: what a letter tells and the
   * ticket does not keep is read there. The commit's own will do; with all of them more is told of what came before.
   */
  readonly events?: readonly TicketEvent[] | undefined;
  /** Attachments of a reply that are too big to enclose, as signed links. */
  readonly enclosed?: readonly Enclosed[] | undefined;
  /** Until when those links work. */
  readonly enclosedUntil?: Instant | undefined;
  /** What a reader of staff can do at once; the first of them is the one to press. */
  readonly links?: readonly ActLink[] | undefined;
}

/** Leads to a page that asks before it does anything. */
export interface ActLink {
  readonly act: 'take' | 'acknowledge' | 'dismiss';
  readonly href: string;
}

export interface Enclosed {
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}

export type LetterOf<K extends Letter['letter']> = Extract<Letter, { letter: K }>;
/** What is sent as a mail, or said in a chat; an SMS is neither. */
export type MailLetter = Exclude<Letter, { letter: 'text-message' }>;

/** Words of one kind in each language. */
export type InEach<T> = Readonly<Record<Language, T>>;

type Way = 'mail' | 'chat';

const GREETING: InEach<string> = { nb: 'Hei,', en: 'Hello,' };
const CLOSING: InEach<string> = { nb: 'Vennlig hilsen', en: 'Kind regards' };
const ANSWER_HERE: InEach<Record<Way, string>> = {
  nb: { mail: 'svare på denne e-posten', chat: 'skrive her i chatten' },
  en: { mail: 'reply to this e-mail', chat: 'write here in the chat' },
};
const NUMBER: InEach<(id: TicketId) => string> = { nb: (id) => `Sak ${id}.`, en: (id) => `Case ${id}.` };
const ADD_MORE: InEach<(answerHere: string) => string> = {
  nb: (answerHere) => `Vil du legge til noe, kan du ${answerHere}.`,
  en: (answerHere) => `To add anything, ${answerHere}.`,
};

export const greeting = ({ language }: OpenedTicket): Block => paragraph(GREETING[language]);

/** Whether a letter to the customer is said in the chat; once the visitor has gone, they read their mail. */
export const isSaidInChat = ({ customer, chat }: OpenedTicket): boolean =>
  customer.conversation !== undefined && !(chat?.ended && customer.email);

/** How the customer goes on with the conversation: an infinitive, to be put into a sentence. */
export const answerHere = (ticket: OpenedTicket): string =>
  ANSWER_HERE[ticket.language][isSaidInChat(ticket) ? 'chat' : 'mail'];

/** Signed by the vendor alone, where no person wrote it. */
export const signedByVendor = ({ language }: OpenedTicket, { policy }: Writing): Block =>
  paragraph(`${CLOSING[language]}\n${policy.vendor.name}`);

/** Signed by whoever wrote the message; the closing words are theirs. */
export function signedByAuthor({ messages }: OpenedTicket, message: number, { policy, staff }: Writing): Block {
  const author = nameOf(messages[message]?.from, staff);
  return paragraph([author, policy.vendor.name].filter(Boolean).join('\n'));
}

export const numberOf = ({ language, id }: OpenedTicket): string => NUMBER[language](id);
export const howToAddMore = (ticket: OpenedTicket): string => ADD_MORE[ticket.language](answerHere(ticket));
export const footnote = (ticket: OpenedTicket): Block => finePrint(`${numberOf(ticket)} ${howToAddMore(ticket)}`);

export const nameOf = (agent: AgentId | 'customer' | undefined, staff: Staff): string | undefined =>
  staff.find(({ id }) => id === agent)?.name;

/** What letters to staff are written in. */
export const staffLanguage = ({ languages }: Policy): Language => languages[0] ?? 'nb';
