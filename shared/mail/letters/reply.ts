import type { OpenedTicket } from '../../ticket/ticket';
import { historyBefore } from './history';
import { type LetterText, paragraphs } from './letter-text';
import { linkedFiles } from './linked-files';
import { answering } from './subject';
import { footnote, type LetterOf, signedByAuthor, type Writing } from './writing';

/** The agent's words and nothing else, under the agent's name. */
export function reply({ message }: LetterOf<'reply'>, ticket: OpenedTicket, writing: Writing): LetterText {
  const { words = '' } = writing;
  return {
    subject: answering(ticket.subject, ticket.language),
    preview: words,
    blocks: [
      ...paragraphs(words),
      ...linkedFiles(ticket, writing),
      signedByAuthor(ticket, message, writing),
      footnote(ticket),
      ...historyBefore(message, ticket, writing),
    ],
  };
}
