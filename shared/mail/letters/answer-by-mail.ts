import { sayInstant } from '../../promises/say';
import { isReachable } from '../../ticket/customer';
import { isUnderway } from '../../ticket/due';
import type { AlertReason } from '../../ticket/effects';
import type { OpenedTicket } from '../../ticket/ticket';
import { excerpt } from './excerpt';
import { attachedIn, senderOf } from './history';
import { type Block, paragraph, quote } from './letter-text';
import { saysWhatIsWritten } from './news';
import type { StaffLetter } from './staff-letter';
import { STAFF_WORDS } from './staff-words';
import { type LetterOf, staffLanguage, type Writing } from './writing';

/** Whether an agent is asked to answer from the mailbox, is warned that an answer goes out, or could reach nobody. */
type Answering = 'asked-for' | 'possible' | 'useless';

const ANSWERING: Readonly<Record<AlertReason, Answering>> = {
  'new-inquiry': 'asked-for',
  'new-message': 'asked-for',
  assigned: 'asked-for',
  'handed-over': 'asked-for',
  'senior-needed': 'asked-for',
  'waiting-over': 'asked-for',
  'look-again': 'asked-for',
  'answer-overdue': 'asked-for',
  'come-back': 'asked-for',
  suspected: 'asked-for',
  'senior-called': 'asked-for',
  'chat-waiting': 'asked-for',
  'coming-back-near': 'asked-for',
  'call-back': 'possible',
  'version-overdue': 'possible',
  'customer-reminded': 'possible',
  'mail-held': 'possible',
  'mail-loop': 'possible',
  'mail-storm': 'possible',
  undeliverable: 'useless',
};

/** Whether an answer to the letter would reach nobody, or not whom it is about: then none goes out. */
export function asksForNoAnswer(letter: StaffLetter | LetterOf<'text-message'>): boolean {
  if (letter.letter === 'management' || letter.letter === 'text-message') return true;
  return letter.letter === 'alert' && ANSWERING[letter.why] === 'useless';
}

const BOUNDS = { letters: 2_000, lines: 60 };

/** What the customer wrote last, and that an answer to the letter goes to them; nothing where none would. */
export function answerByMail(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): Block[] {
  const words = STAFF_WORDS[staffLanguage(writing.policy)];
  switch (answering(letter, ticket)) {
    case 'asked-for':
      if (!saysWhatIsWritten(writing)) return [paragraph(`${words.readFirst} ${words.answerGoesOut}`)];
      return [...latestOfCustomer(ticket, writing), paragraph(words.answer)];
    case 'possible':
      return [paragraph(words.answerGoesOut)];
    case 'useless':
      return [];
  }
}

function answering(letter: StaffLetter, ticket: OpenedTicket): Answering {
  if (asksForNoAnswer(letter) || !isReachable(ticket.customer) || !isUnderway(ticket)) return 'useless';
  return letter.letter === 'alert' ? ANSWERING[letter.why] : 'asked-for';
}

function latestOfCustomer(ticket: OpenedTicket, { policy }: Writing): Block[] {
  const latest = ticket.messages.findLast(({ from }) => from === 'customer');
  if (!latest) return [];
  const language = staffLanguage(policy);
  const { words, attachments, at } = latest;
  const who = senderOf(latest, ticket, language);
  const when = sayInstant(at, policy, language, { relativeTo: ticket.lastActivityAt });
  const text = excerpt(words.text, BOUNDS);
  const files = attachedIn(attachments, language);
  return [
    ...(text ? [quote(text, { who, when })] : []),
    ...(files ? [paragraph(files)] : []),
    ...(words.key || text.endsWith(' …') ? [paragraph(STAFF_WORDS[language].theRest)] : []),
  ];
}
