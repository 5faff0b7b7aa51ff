import type { OpenedTicket } from '../../ticket/ticket';
import { REPLY_MARKER } from '../reply-marker';
import { acknowledgement } from './acknowledgement';
import { comingBack } from './coming-back';
import { estimate } from './estimate';
import type { LetterText } from './letter-text';
import { offerOfMail } from './offer-of-mail';
import { postponement } from './postponement';
import { reply } from './reply';
import { resolution } from './resolution';
import { type StaffLetter, staffLetter } from './staff-letter';
import { waitingReminder } from './waiting-reminder';
import { isSaidInChat, type MailLetter, type Writing } from './writing';

export { addressed, addressedToManagement, type PostOffice, receiversOf } from './addressed';
export { asksForNoAnswer } from './answer-by-mail';
export { textMessage } from './text-message';
export { type ActLink, isSaidInChat, type MailLetter, type Writing } from './writing';

/** Any letter in words: to the customer in the ticket's language, to staff in the policy's first. */
export function writeLetter(letter: MailLetter, ticket: OpenedTicket, writing: Writing): LetterText {
  if ('to' in letter) return staffLetter(letter, ticket, writing);
  const text = customerLetter(letter, ticket, writing);
  return isSaidInChat(ticket) ? text : { ...text, answerAbove: REPLY_MARKER[ticket.language] };
}

function customerLetter(letter: Exclude<MailLetter, StaffLetter>, ticket: OpenedTicket, writing: Writing): LetterText {
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
    case 'coming-back':
      return comingBack(letter, ticket, writing);
    case 'waiting-reminder':
      return waitingReminder(letter, ticket, writing);
    case 'offer-of-mail':
      return offerOfMail(ticket);
  }
}
