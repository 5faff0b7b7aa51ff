import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { OpenedTicket } from '../../ticket/ticket';
import { historyBefore } from './history';
import { type LetterText, paragraph } from './letter-text';
import { answering } from './subject';
import { answerHere, footnote, greeting, type InEach, type LetterOf, signedByVendor, type Writing } from './writing';

const nb = {
  waiting: 'Vi venter på svar fra deg for å komme videre med saken.',
  how: (answerHere: string) => `Når du vet mer, kan du ${answerHere}. Har det løst seg, er det fint om du sier fra.`,
  by: (date: string) => `Vi setter pris på å høre fra deg innen ${date}.`,
  closes: (date: string) => `Hører vi ikke fra deg, lukker vi saken ${date}.`,
  reopens: (answerHere: string, days: number) =>
    `Trenger du hjelp med saken etter det, kan du ${answerHere} innen ${days} arbeidsdager. Da åpner vi den igjen.`,
};

const en: typeof nb = {
  waiting: 'We are waiting for your answer so that we can go on with the case.',
  how: (answerHere) => `When you know more, please ${answerHere}. If it has been solved, please let us know.`,
  by: (date) => `We would be glad to hear from you by ${date}.`,
  closes: (date) => `If we do not hear from you, we close the case on ${date}.`,
  reopens: (answerHere, days) =>
    `If you need help with it after that, ${answerHere} within ${days} working days, and we open it again.`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/** Reminds the customer that it is they whom the case waits for; the last time, that it is closed unless we hear. */
export function waitingReminder(
  letter: LetterOf<'waiting-reminder'>,
  ticket: OpenedTicket,
  writing: Writing,
): LetterText {
  const { waiting, how } = WORDS[ticket.language];
  const whatThen = untilWhen(letter, ticket, writing);
  return {
    subject: answering(ticket.subject, ticket.language),
    preview: waiting,
    blocks: [
      greeting(ticket),
      paragraph(`${waiting} ${how(answerHere(ticket))}`),
      ...(whatThen ? [paragraph(whatThen)] : []),
      signedByVendor(ticket, writing),
      footnote(ticket),
      ...historyBefore(undefined, ticket, writing),
    ],
  };
}

function untilWhen({ until, last }: LetterOf<'waiting-reminder'>, ticket: OpenedTicket, { policy }: Writing) {
  if (until === undefined) return undefined;
  const { language, lastActivityAt } = ticket;
  const { dateOf } = zoneOf(policy.timeZone);
  const { by, closes, reopens } = WORDS[language];
  const date = sayDate(dateOf(until), language, { relativeTo: dateOf(lastActivityAt) });
  return last ? `${closes(date)} ${reopens(answerHere(ticket), policy.reopenWithinWorkingDays)}` : by(date);
}
