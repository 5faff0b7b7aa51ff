import type { Instant } from '../../promises/instant';
import { sayInstant } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { REPLY_MARKER } from '../reply-marker';
import { alertNews, type News } from './alert-news';
import { answerByMail } from './answer-by-mail';
import { excerpt } from './excerpt';
import { type Block, facts, type LetterText, paragraph, quote } from './letter-text';
import { STAFF_WORDS } from './staff-words';
import { elapsed, standing } from './standing';
import { titled } from './subject';
import { type LetterOf, nameOf, staffLanguage, type Writing } from './writing';

export type StaffLetter = LetterOf<'alert' | 'warning' | 'miss' | 'management'>;

/** To whoever must do something now: what has happened, what to do, what the customer wrote, and how the ticket stands. */
export function staffLetter(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): LetterText {
  const language = staffLanguage(writing.policy);
  const { title, now, more = [] } = newsIn(letter, ticket, writing);
  const answer = answerByMail(letter, ticket, writing);
  return {
    subject: `[${ticket.id}] ${title}: ${titled(ticket.subject, language)}`,
    preview: now,
    ...(answer.length > 0 && { answerAbove: REPLY_MARKER[language] }),
    blocks: [paragraph(now), ...more, ...answer, standing(ticket, writing), ...wayIn(ticket, writing)],
  };
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
      return management(letter, ticket, writing);
  }
}

function warning({ latest }: LetterOf<'warning'>, ticket: OpenedTicket, writing: Writing): News {
  const { halfway, nearly, beginBy } = wordsFor(writing);
  const title = writing.policy.warnAt === 0.5 ? halfway : nearly;
  return { title, now: beginBy(said(latest, ticket, writing)) };
}

function miss({ latest }: LetterOf<'miss'>, ticket: OpenedTicket, writing: Writing): News {
  const { missed, should, beginNow, begunAt, stands } = wordsFor(writing);
  const { begun } = ticket;
  const whatNow = begun ? begunAt(said(begun.at, ticket, writing)) : beginNow;
  return { title: missed, now: `${should(said(latest, ticket, writing))} ${whatNow}`, more: [paragraph(stands)] };
}

const REASON = { letters: 4_000, lines: 100 };

function management({ reason, by }: LetterOf<'management'>, ticket: OpenedTicket, writing: Writing): News {
  const words = wordsFor(writing);
  const { lifted: title, tooLong, byHand, someone } = words;
  const howLong = [facts([words.elapsed, elapsed(ticket, writing.policy)]), paragraph(words.decide)];
  if (reason !== undefined) {
    const why = quote(excerpt(reason, REASON));
    return { title, now: byHand(nameOf(by, writing.staff) ?? someone), more: [why, ...howLong] };
  }
  const { promise = 'P8' } = writing.policy.kinds[ticket.commitment.kind].management ?? {};
  return { title, now: tooLong(promise), more: howLong };
}

const wordsFor = ({ policy }: Writing) => STAFF_WORDS[staffLanguage(policy)];

const said = (t: Instant, { receivedAt }: OpenedTicket, { policy }: Writing): string =>
  sayInstant(t, policy, staffLanguage(policy), { relativeTo: receivedAt });

const wayIn = ({ id }: OpenedTicket, { policy, site }: Writing): Block[] =>
  site ? [{ is: 'link', text: STAFF_WORDS[staffLanguage(policy)].open, href: `${site}/tickets/${id}` }] : [];
