import type { Language } from '../../ticket/events';
import type { TicketId } from '../../ticket/ids';
import { oneLine } from '../repair';

const ANSWERED = /^(?:(?:re|sv|svar|aw|antw)\s*(?:[[(]\d+[\])])?\s*:\s*)+/i;
const UNTITLED: Record<Language, string> = { nb: '(uten emne)', en: '(no subject)' };
const CODE_POINTS_MAX = 160;

/** A ticket's subject as a letter may show it: on one line, of 160 code points at the most, never empty. */
export function titled(subject: string, language: Language, untitled = UNTITLED[language]): string {
  const letters = [...oneLine(subject)];
  const short = letters.length > CODE_POINTS_MAX ? [...letters.slice(0, CODE_POINTS_MAX - 1), '…'] : letters;
  return short.join('') || untitled;
}

/** A ticket's subject in an answer: one `Re:`, however often it was answered. A forward (`VS:`) stays one. */
export const answering = (subject: string, language: Language): string =>
  `Re: ${titled(oneLine(subject).replace(ANSWERED, ''), language)}`;

/** With the ticket's number, by which it is found again. */
export const numbered = (subject: string, id: TicketId): string =>
  subject.includes(`[${id}]`) ? subject : `${subject} [${id}]`;
