import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { historyBefore } from './history';
import { type LetterText, paragraph, paragraphs } from './letter-text';
import { answering } from './subject';
import {
  footnote,
  greeting,
  type InEach,
  type LetterOf,
  signedByAuthor,
  signedByVendor,
  type Writing,
} from './writing';

const nb = {
  comeBack: 'Vi trenger mer tid på saken, og kommer tilbake så snart vi har en løsning.',
  withVersion: (version: string) => `Vi trenger mer tid på saken, og kommer tilbake når versjon ${version} er ute.`,
  today: 'Uansett hører du fra oss i dag.',
  by: (date: string) => `Uansett hører du fra oss senest ${date}.`,
};

const en: typeof nb = {
  comeBack: 'We need more time for this, and will come back to you as soon as we have a solution.',
  withVersion: (version) => `We need more time for this, and will come back to you when version ${version} is out.`,
  today: 'In any case you will hear from us today.',
  by: (date) => `In any case you will hear from us by ${date}.`,
};

const WORDS: InEach<typeof nb> = { nb, en };

/**
 * Says that we come back as soon as there is a solution, or with a version (P14), and by when we write anyway where that
 * is promised; below the agent's words where there are any.
 */
export function comingBack(letter: LetterOf<'coming-back'>, ticket: OpenedTicket, writing: Writing): LetterText {
  const { message, until, version } = letter;
  const words = WORDS[ticket.language];
  const comeBack = version ? words.withVersion(oneLine(version)) : words.comeBack;
  const promise = paragraph(until === undefined ? comeBack : `${comeBack} ${byWhen(until, ticket, writing)}`);
  return {
    subject: answering(ticket.subject, ticket.language),
    preview: comeBack,
    blocks: [
      ...(message === undefined
        ? [greeting(ticket), promise, signedByVendor(ticket, writing)]
        : [...paragraphs(writing.words ?? ''), promise, signedByAuthor(ticket, message, writing)]),
      footnote(ticket),
      ...historyBefore(message, ticket, writing),
    ],
  };
}

// The day alone: at the very minute it is we who are reminded.
function byWhen(until: number, { language, lastActivityAt }: OpenedTicket, { policy }: Writing): string {
  const { dateOf } = zoneOf(policy.timeZone);
  const { today, by } = WORDS[language];
  const [date, relativeTo] = [dateOf(until), dateOf(lastActivityAt)];
  return date === relativeTo ? today : by(sayDate(date, language, { relativeTo }));
}
