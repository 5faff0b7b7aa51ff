import type { Letter } from '../../ticket/effects';
import type { OpenedTicket } from '../../ticket/ticket';
import { REPLY_MARKER } from '../reply-marker';
import { acknowledgement } from './acknowledgement';
import { estimate } from './estimate';
import type { LetterText } from './letter-text';
import { postponement } from './postponement';
import { reply } from './reply';
import { resolution } from './resolution';
import { type StaffLetter, staffLetter } from './staff-letter';
import type { Writing } from './writing';

export { addressed, addressedToManagement, type PostOffice, type WayBack } from './addressed';

/** Any letter in words: to the customer in the ticket's language, to staff in Norwegian. */
export function writeLetter(letter: Letter, ticket: OpenedTicket, writing: Writing): LetterText {
  if ('to' in letter) return staffLetter(letter, ticket, writing);
  const text = customerLetter(letter, ticket, writing);
  return ticket.customer.conversation ? text : { ...text, answerAbove: REPLY_MARKER[ticket.language] };
}

function customerLetter(letter: Exclude<Letter, StaffLetter>, ticket: OpenedTicket, writing: Writing): LetterText {
  switch (letter.letter) {
    case 'acknowledgement':
      return acknowledgement(ticket, writing);
    case 'reply':
      return reply(letter, ticket, writing);
    case 'resolution':
      return resolution(letter, ticket, writing);
    case 'estimate':
      return estimate(letter, ticket, writing);
    case 'postponement':
      return postponement(letter, ticket, writing);
  }
}
