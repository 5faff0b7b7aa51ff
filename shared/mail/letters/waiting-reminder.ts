import type { OpenedTicket } from '../../ticket/ticket';
import { historyBefore } from './history';
import { type LetterText, paragraph } from './letter-text';
import { answering } from './subject';
import { answerHere, footnote, greeting, type InEach, signedByVendor, type Writing } from './writing';

const nb = {
  waiting: 'Vi venter på svar fra deg for å komme videre med saken.',
  how: (answerHere: string) => `Når du vet mer, kan du ${answerHere}. Har det løst seg, er det fint om du sier fra.`,
};

const en: typeof nb = {
  waiting: 'We are waiting for your answer so that we can go on with the case.',
  how: (answerHere) => `When you know more, please ${answerHere}. If it has been solved, please let us know.`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/** Reminds the customer that it is they whom the case waits for. */
export function waitingReminder(ticket: OpenedTicket, writing: Writing): LetterText {
  const { waiting, how } = WORDS[ticket.language];
  return {
    subject: answering(ticket.subject, ticket.language),
    preview: waiting,
    blocks: [
      greeting(ticket),
      paragraph(`${waiting} ${how(answerHere(ticket))}`),
      signedByVendor(ticket, writing),
      footnote(ticket),
      ...historyBefore(undefined, ticket, writing),
    ],
  };
}
