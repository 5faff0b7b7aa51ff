import type { Instant } from '../../promises/instant';
import { sayInstant } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { type Block, facts, type LetterText, paragraph, quote } from './letter-text';
import { ALERTS, LABELS, MANAGEMENT, MISS, OPEN_TICKET, WARNING } from './staff-words';
import { elapsed, kindOf, standing } from './standing';
import { titled } from './subject';
import { type LetterOf, nameOf, type Writing } from './writing';

export type StaffLetter = LetterOf<'alert' | 'warning' | 'miss' | 'management'>;

/** To whoever must do something now: what has happened, what to do, and how the ticket stands. */
export function staffLetter(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): LetterText {
  const { title, now, more = [] } = newsIn(letter, ticket, writing);
  return {
    subject: `[${ticket.id}] ${title}: ${titled(ticket.subject, 'nb')}`,
    preview: now,
    blocks: [paragraph(now), ...more, standing(ticket, writing), ...wayIn(ticket, writing)],
  };
}

interface News {
  readonly title: string;
  readonly now: string;
  readonly more?: readonly Block[];
}

function newsIn(letter: StaffLetter, ticket: OpenedTicket, writing: Writing): News {
  switch (letter.letter) {
    case 'alert':
      return alert(letter, ticket, writing);
    case 'warning':
      return warning(letter, ticket, writing);
    case 'miss':
      return miss(letter, ticket, writing);
    case 'management':
      return management(letter, ticket, writing);
  }
}

function alert({ why }: LetterOf<'alert'>, ticket: OpenedTicket, { policy }: Writing): News {
  const { title, now } = ALERTS[why];
  if (why === 'handed-over') return { title: `${title} til nivå ${ticket.level}`, now };
  if (why === 'senior-needed') return { title: `${title} (${kindOf(ticket, policy)})`, now };
  return { title, now };
}

function warning({ latest }: LetterOf<'warning'>, ticket: OpenedTicket, writing: Writing): News {
  const title = writing.policy.warnAt === 0.5 ? WARNING.halfway : WARNING.later;
  return { title, now: WARNING.begin(said(latest, ticket, writing)) };
}

function miss({ latest }: LetterOf<'miss'>, ticket: OpenedTicket, writing: Writing): News {
  const { begun } = ticket;
  const whatNow = begun ? MISS.begun(said(begun.at, ticket, writing)) : MISS.begin;
  const should = MISS.should(said(latest, ticket, writing));
  return { title: MISS.title, now: `${should} ${whatNow}`, more: [paragraph(MISS.stands)] };
}

function management({ reason, by }: LetterOf<'management'>, ticket: OpenedTicket, writing: Writing): News {
  const { title, tooLong, byHand, someone, decide } = MANAGEMENT;
  const howLong = [facts([LABELS.elapsed, elapsed(ticket, writing.policy)]), paragraph(decide)];
  if (reason !== undefined) {
    return { title, now: byHand(nameOf(by, writing.staff) ?? someone), more: [quote(reason), ...howLong] };
  }
  const { promise = 'P8' } = writing.policy.kinds[ticket.commitment.kind].management ?? {};
  return { title, now: tooLong(promise), more: howLong };
}

const said = (t: Instant, { receivedAt }: OpenedTicket, { policy }: Writing): string =>
  sayInstant(t, policy, 'nb', { relativeTo: receivedAt });

const wayIn = ({ id }: OpenedTicket, { site }: Writing): Block[] =>
  site ? [{ is: 'link', text: OPEN_TICKET, href: `${site}/tickets/${id}` }] : [];
