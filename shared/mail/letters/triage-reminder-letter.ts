import type { Policy } from '../../promises/policy';
import { type Language, sayTime } from '../../promises/say';
import type { TriageReminder, Untriaged } from '../../report/triage-reminder';
import { finePrint, type LetterText, paragraph } from './letter-text';
import { type Column, instantIn, kindIn, type Listing, listOf } from './listed-tickets';
import type { InEach } from './writing';

/** To the person on duty, before the close of a working day: what nobody has triaged, what is left from before first. */
export function triageReminderLetter(
  { closesAt, untriaged }: TriageReminder,
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): LetterText {
  const words = WORDS[language];
  const dueBy = words.dueBy(sayTime(closesAt, policy, language));
  const listing = { policy, language, relativeTo: closesAt };
  const columns = columnsFor(untriaged, words, listing);
  const left = untriaged.filter(({ isLeft }) => isLeft);
  const ofToday = untriaged.filter(({ isLeft }) => !isLeft);
  return {
    subject: words.title(untriaged.length),
    preview: dueBy,
    blocks: [
      paragraph(dueBy),
      ...listOf(words.left, left, columns, listing),
      ...listOf(words.today, ofToday, columns, listing),
      finePrint(words.comesDaily),
    ],
  };
}

// Suspicions are rare: a column for them is there when one of them is.
function columnsFor(untriaged: readonly Untriaged[], words: Said, listing: Listing): Column<Untriaged>[] {
  const received: Column<Untriaged> = [words.received, ({ receivedAt }) => instantIn(receivedAt, listing)];
  const isAnySuspected = untriaged.some(({ suspected }) => suspected);
  return isAnySuspected ? [received, [words.kind, (ticket) => kindIn(ticket, listing)]] : [received];
}

const nb = {
  title: (count: number) => `Ikke vurdert ennå: ${count} ${count === 1 ? 'henvendelse' : 'henvendelser'}`,
  dueBy: (closes: string) =>
    `Du har vakt. Vurder hva slags sak hver av disse er, senest ${closes} i dag. Det gjelder også når brukerstøtten er stengt.`,
  left: 'Igjen fra tidligere dager',
  today: 'Skal vurderes i dag',
  received: 'Mottatt',
  kind: 'Type',
  comesDaily: 'Kommer én gang hver arbeidsdag så lenge noe ikke er vurdert.',
};

type Said = typeof nb;

const en: Said = {
  title: (count) => `Not triaged yet: ${count} ${count === 1 ? 'inquiry' : 'inquiries'}`,
  dueBy: (closes) =>
    `You are on duty. Decide what kind of case each of these is, ${closes} today at the latest. This applies when support is closed, too.`,
  left: 'Left from earlier days',
  today: 'For today',
  received: 'Received',
  kind: 'Kind',
  comesDaily: 'Comes once on each working day for as long as anything is not triaged.',
};

const WORDS: InEach<Said> = { nb, en };
