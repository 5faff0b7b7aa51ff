import { promiseInWords } from '../../promises/in-words';
import { calendarNamed } from '../../promises/policy-calendar';
import { sayInstant, sayTime } from '../../promises/say';
import type { OpenedTicket } from '../../ticket/ticket';
import { type Block, facts, finePrint, type LetterText, paragraph } from './letter-text';
import { askForAddress } from './offer-of-mail';
import { answering, numbered, titled } from './subject';
import { greeting, howToAddMore, type InEach, isSaidInChat, signedByVendor, type Writing } from './writing';

const nb = {
  thanks: (id: string) => `Takk for at du kontaktet oss. Henvendelsen er registrert som sak ${id}.`,
  subject: 'Emne',
  received: 'Mottatt',
  number: 'Saksnummer',
  onThePhone: 'Ringer du oss, er det fint om du oppgir saksnummeret.',
  closed: (opens: string) => `Chatten er stengt nå. Den åpner igjen ${opens}.`,
  today: (clock: string) => `i dag ${clock}`,
  on: (instant: string) => instant,
  automatic: 'Dette er en automatisk bekreftelse på at vi har mottatt henvendelsen.',
};

const en: typeof nb = {
  thanks: (id) => `Thank you for contacting us. Your inquiry is registered as case ${id}.`,
  subject: 'Subject',
  received: 'Received',
  number: 'Case number',
  onThePhone: 'If you call us, please give the case number.',
  closed: (opens) => `The chat is closed now. It opens again ${opens}.`,
  today: (clock) => `today ${clock}`,
  on: (instant) => `on ${instant}`,
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
      ...outsideChatHours(ticket, writing),
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

// Whoever writes in the chat at night is told when somebody is there, and need not sit and wait for it.
function outsideChatHours(ticket: OpenedTicket, { policy }: Writing): Block[] {
  const { customer, receivedAt, language, lastActivityAt } = ticket;
  const { calendar } = calendarNamed(policy.chat.calendar, policy);
  if (!isSaidInChat(ticket) || calendar.isOpen(receivedAt)) return [];
  const { closed, today, on } = WORDS[language];
  const opensAt = calendar.nextOpen(receivedAt);
  const isToday = calendar.dateOf(opensAt) === calendar.dateOf(lastActivityAt);
  const opens = isToday
    ? today(sayTime(opensAt, policy, language))
    : on(sayInstant(opensAt, policy, language, { relativeTo: lastActivityAt }));
  return [paragraph([closed(opens), ...(customer.email ? [] : [askForAddress(ticket)])].join(' '))];
}
