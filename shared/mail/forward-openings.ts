import { handsOn } from './dividers';
import { headerBlockAt } from './header-block';
import { type Line, nextWords } from './reply-lines';

const SUBJECT = /^\s*(?:fwd?|vs|vb|wg|tr|rv|vl|vid[ae]resendt?)\s*:/i;

/** Whether a subject says that the mail hands another on. */
const saysForwarded = (subject: string): boolean => SUBJECT.test(subject);

interface ForwardOpening {
  /** Where the words of whoever hands it on end. */
  readonly line: number;
  /** Where the headers of the original begin. */
  readonly block: number;
}

/**
 * Where a mail that is handed on begins. Outlook puts nothing above its headers, which then look as in a reply: only
 * the subject tells.
 */
export function forwardedAt(lines: readonly Line[], subject: string): ForwardOpening | undefined {
  const isForward = saysForwarded(subject);
  for (const [place, line] of lines.entries()) {
    const isDivider = handsOn(line);
    const block = isDivider || RULE.test(line.text) ? nextWords(lines, place + 1) : place;
    if ((isDivider || isForward) && headerBlockAt(lines, block) > 0) return { line: place, block };
  }
  return undefined;
}

/** Outlook on the web rules its forwards off. */
const RULE = /^_{8,}$/;
