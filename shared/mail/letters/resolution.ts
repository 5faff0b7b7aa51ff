import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import { lastDayToReopen } from '../../ticket/due';
import type { OpenedTicket } from '../../ticket/ticket';
import { historyBefore } from './history';
import { finePrint, type LetterText, paragraph, paragraphs } from './letter-text';
import { answering } from './subject';
import {
  answerHere,
  greeting,
  type InEach,
  type LetterOf,
  numberOf,
  signedByAuthor,
  signedByVendor,
  type Writing,
} from './writing';

const nb = {
  solved: 'Vi regner saken som løst.',
  noAnswer: 'Vi har ikke hørt fra deg, og lukker derfor saken.',
  reopens: (answerHere: string, days: number, until: string) =>
    `Er det noe som gjenstår, kan du ${answerHere} innen ${days} arbeidsdager, altså senest ${until}. Da tar vi saken opp igjen.`,
};

const en: typeof nb = {
  solved: 'We consider the case resolved.',
  noAnswer: 'We have not heard from you, so we are closing the case.',
  reopens: (answerHere, days, until) =>
    `If anything remains, ${answerHere} within ${days} working days, that is by ${until}, and we will take it up again.`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/**
 * Says that the case is solved, or closed since we have not heard from the customer, and until when it is taken up again;
 * below the agent's words where there are any.
 */
export function resolution(letter: LetterOf<'resolution'>, ticket: OpenedTicket, writing: Writing): LetterText {
  const { message, because } = letter;
  const words = WORDS[ticket.language];
  const solved = because === 'no-answer' ? words.noAnswer : words.solved;
  const isSolved = paragraph(`${solved} ${howToReopen(ticket, writing)}`);
  return {
    subject: answering(ticket.subject, ticket.language),
    preview: solved,
    blocks: [
      ...(message === undefined
        ? [greeting(ticket), isSolved, signedByVendor(ticket, writing)]
        : [...paragraphs(writing.words ?? ''), isSolved, signedByAuthor(ticket, message, writing)]),
      finePrint(numberOf(ticket)),
      ...(message === undefined ? [] : historyBefore(message, ticket, writing)),
    ],
  };
}

function howToReopen(ticket: OpenedTicket, { policy }: Writing): string {
  const { language, status, lastActivityAt } = ticket;
  const { dateOf } = zoneOf(policy.timeZone);
  const resolvedAt = status.is === 'resolved' ? status.at : lastActivityAt;
  const said = sayDate(lastDayToReopen(resolvedAt, policy), language, { relativeTo: dateOf(resolvedAt) });
  return WORDS[language].reopens(answerHere(ticket), policy.reopenWithinWorkingDays, said);
}
