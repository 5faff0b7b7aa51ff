import type { OpenedTicket } from '../../ticket/ticket';
import { REPLY_MARKER } from '../reply-marker';
import { actLinks } from './act-links';
import { alertNews } from './alert-news';
import { answerByMail } from './answer-by-mail';
import { customerInShort } from './customer-name';
import { type LetterText, paragraph } from './letter-text';
import { managementNews } from './management-news';
import { type News, saysWhatIsWritten, staffSays } from './news';
import { STAFF_WORDS } from './staff-words';
import { standing } from './standing';
import { titled } from './subject';
import { type LetterOf, staffLanguage, type Writing } from './writing';

export type StaffLetter = LetterOf<'alert' | 'warning' | 'miss' | 'management'>;

/** To whoever must do something now: what has happened, what to do, what the customer wrote, and how the ticket stands. */
export function staffLetter(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): LetterText {
  const { title, now, more = [] } = newsIn(letter, ticket, writing);
  const answer = answerByMail(letter, ticket, writing);
  return {
    subject: `[${ticket.id}] ${title}: ${aboutWhat(ticket, writing)}`,
    preview: now,
    ...(answer.length > 0 && { answerAbove: REPLY_MARKER[staffLanguage(writing.policy)] }),
    blocks: [paragraph(now), ...more, ...actLinks(ticket, writing), ...answer, standing(ticket, writing)],
  };
}

function aboutWhat({ subject, customer }: OpenedTicket, writing: Writing): string {
  const language = staffLanguage(writing.policy);
  if (saysWhatIsWritten(writing)) return titled(subject, language);
  return titled(customerInShort(customer), language, STAFF_WORDS[language].unknown);
}

function newsIn(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): News {
  switch (letter.letter) {
    case 'alert':
      return alertNews(letter, ticket, writing);
    case 'warning':
      return warning(letter, ticket, writing);
    case 'miss':
      return miss(letter, ticket, writing);
    case 'management':
      return managementNews(letter, ticket, writing);
  }
}

function warning({ latest }: LetterOf<'warning'>, ticket: OpenedTicket, writing: Writing): News {
  const { halfway, nearly, beginBy } = wordsFor(writing);
  const title = writing.policy.warnAt === 0.5 ? halfway : nearly;
  return { title, now: beginBy(staffSays(latest, ticket, writing)) };
}

function miss({ latest }: LetterOf<'miss'>, ticket: OpenedTicket, writing: Writing): News {
  const { missed, should, beginNow, begunAt, stands } = wordsFor(writing);
  const { begun } = ticket;
  const whatNow = begun ? begunAt(staffSays(begun.at, ticket, writing)) : beginNow;
  return { title: missed, now: `${should(staffSays(latest, ticket, writing))} ${whatNow}`, more: [paragraph(stands)] };
}

const wordsFor = ({ policy }: Writing) => STAFF_WORDS[staffLanguage(policy)];
