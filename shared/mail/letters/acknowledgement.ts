import { promiseInWords } from '../../promises/in-words';
import { sayInstant } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { facts, finePrint, type LetterText, paragraph } from './letter-text';
import { answering, numbered, titled } from './subject';
import { greeting, howToAddMore, type InEach, signedByVendor, type Writing } from './writing';

const nb = {
  thanks: (id: string) => `Takk for at du kontaktet oss. Henvendelsen er registrert som sak ${id}.`,
  subject: 'Emne',
  received: 'Mottatt',
  number: 'Saksnummer',
  onThePhone: 'Ringer du oss, er det fint om du oppgir saksnummeret.',
  automatic: 'Dette er en automatisk bekreftelse på at vi har mottatt henvendelsen.',
};

const en: typeof nb = {
  thanks: (id) => `Thank you for contacting us. Your inquiry is registered as case ${id}.`,
  subject: 'Subject',
  received: 'Received',
  number: 'Case number',
  onThePhone: 'If you call us, please give the case number.',
  automatic: 'This is an automatic reply to say that we have received your inquiry.',
};

const WORDS: InEach<typeof nb> = { nb, en };

/** Says what is promised, and why then. Of what the customer wrote it repeats the subject alone: it may be sent to a forged address. */
export function acknowledgement(ticket: OpenedTicket, writing: Writing): LetterText {
  const { id, language, subject, receivedAt, commitment, lastActivityAt } = ticket;
  const { policy } = writing;
  const words = WORDS[language];
  const { promise, why } = promiseInWords(commitment, receivedAt, policy, language, lastActivityAt);
  return {
    subject: numbered(answering(subject, language), id),
    preview: promise,
    blocks: [
      greeting(ticket),
      paragraph(words.thanks(id)),
      paragraph(why ? `${promise} ${why}` : promise),
      facts(
        [words.subject, titled(subject, language)],
        [words.received, sayInstant(receivedAt, policy, language)],
        [words.number, id],
      ),
      paragraph(`${howToAddMore(ticket)} ${words.onThePhone}`),
      signedByVendor(ticket, writing),
      finePrint(words.automatic),
    ],
  };
}
