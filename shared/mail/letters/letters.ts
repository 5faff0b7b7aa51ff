import type { Letter } from '../../ticket/effects';
import type { OpenedTicket } from '../../ticket/ticket';
import { acknowledgement } from './acknowledgement';
import { estimate } from './estimate';
import type { LetterText } from './letter-text';
import { postponement } from './postponement';
import { reply } from './reply';
import { resolution } from './resolution';
import { staffLetter } from './staff-letter';
import type { Writing } from './writing';

export { addressed, addressedToManagement, type PostOffice, type WayBack } from './addressed';

/** Any letter in words: to the customer in the ticket's language, to staff in Norwegian. */
export function writeLetter(letter: Letter, ticket: OpenedTicket, writing: Writing): LetterText {
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
    case 'alert':
    case 'warning':
    case 'miss':
    case 'management':
      return staffLetter(letter, ticket, writing);
  }
}
