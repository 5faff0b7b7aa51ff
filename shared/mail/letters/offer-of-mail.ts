import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { type LetterText, paragraph } from './letter-text';
import { answering } from './subject';
import { type InEach, numberOf } from './writing';

const nb = {
  sorry: 'Beklager at du må vente. Vi svarer her i chatten så snart vi kan.',
  byMail: (address: string) => `Går du fra chatten, får du svaret på e-post til ${address}.`,
  leaveAddress:
    'Vil du ikke vente, kan du skrive e-postadressen din her som en egen melding. Går du fra chatten, får du svaret på e-post.',
};

const en: typeof nb = {
  sorry: 'Sorry to keep you waiting. We will answer here in the chat as soon as we can.',
  byMail: (address) => `If you leave the chat, you will get the answer by e-mail at ${address}.`,
  leaveAddress:
    'If you would rather not wait, write your e-mail address here in a message of its own. If you then leave the chat, you will get the answer by e-mail.',
};

const WORDS: InEach<typeof nb> = { nb, en };

/** To a visitor of the chat who has waited (P10): that we are sorry, and that they need not stay: the answer comes by mail. */
export function offerOfMail(ticket: OpenedTicket): LetterText {
  const { subject, language, customer } = ticket;
  const { sorry, byMail } = WORDS[language];
  const how = customer.email ? byMail(oneLine(customer.email)) : askForAddress(ticket);
  return {
    subject: answering(subject, language),
    preview: sorry,
    blocks: [paragraph(`${sorry} ${how}`), paragraph(numberOf(ticket))],
  };
}

/** Asks a visitor for an address, and for nothing else in that message: so it is known for one. */
export const askForAddress = ({ language }: OpenedTicket): string => WORDS[language].leaveAddress;
