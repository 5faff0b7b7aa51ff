import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { type LetterText, paragraph, quote } from './letter-text';
import { answering } from './subject';
import { footnote, greeting, type InEach, type LetterOf, signedByVendor, type Writing } from './writing';

const nb = {
  postponed: (version: string) => `Rettingen av feilen du meldte fra om, er utsatt til ${version} av systemet.`,
  laterVersion: 'en senere versjon',
  version: (name: string) => `versjon ${name}`,
  reason: 'Grunnen er:',
};

const en: typeof nb = {
  postponed: (version) => `The fix of the error that you reported has been postponed to ${version} of the system.`,
  laterVersion: 'a later version',
  version: (name) => `version ${name}`,
  reason: 'The reason is:',
};

const WORDS: InEach<typeof nb> = { nb, en };

/** Tells the customer that a less severe error waits for a later version, and why (P7). */
export function postponement(letter: LetterOf<'postponement'>, ticket: OpenedTicket, writing: Writing): LetterText {
  const { subject, language } = ticket;
  const words = WORDS[language];
  const version = letter.version ? words.version(oneLine(letter.version)) : words.laterVersion;
  const postponed = words.postponed(version);
  return {
    subject: answering(subject, language),
    preview: postponed,
    blocks: [
      greeting(ticket),
      paragraph(`${postponed} ${words.reason}`),
      quote(letter.reason),
      signedByVendor(ticket, writing),
      footnote(ticket),
    ],
  };
}
