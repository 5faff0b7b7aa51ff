import { sayDate } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { CameDue, Gathered, ToBegin } from '../../report/gathered';
import { ALERTS } from './alert-words';
import { type Block, paragraph } from './letter-text';
import { type Column, instantIn, kindIn, type Listing, listOf } from './listed-tickets';
import type { InEach } from './writing';

/** A part of a digest; the first one's title is its subject. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const hasGathered = ({ toBegin, cameDue }: Gathered): boolean => toBegin.length + cameDue.length > 0;

/** What gathered while support was closed: what has to be begun, and then what came due. */
export function gatheredSection({ closedFrom, toBegin, cameDue }: Gathered, listing: Listing): Section {
  const { language, policy } = listing;
  const words = WORDS[language];
  const closedOn = zoneOf(policy.timeZone).dateOf(closedFrom);
  return {
    title: words.title(toBegin.length, cameDue.length),
    blocks: [
      paragraph(words.explained(sayDate(closedOn, language, { relativeTo: closedOn }))),
      ...listOf(words.toBegin, toBegin, columnsToBegin(words, listing), listing),
      ...listOf(words.cameDue, cameDue, columnsCameDue(words, listing), listing),
    ],
  };
}

const columnsToBegin = (words: Said, listing: Listing): readonly Column<ToBegin>[] => [
  [words.kind, (one) => kindIn(one, listing)],
  [words.received, ({ receivedAt }) => instantIn(receivedAt, listing)],
  [words.latest, ({ latest }) => instantIn(latest, listing)],
];

const columnsCameDue = (words: Said, listing: Listing): readonly Column<CameDue>[] => [
  [words.what, ({ why }) => ALERTS[listing.language][why].title],
  [words.since, ({ at }) => instantIn(at, listing)],
];

const nb = {
  title: (toBegin: number, cameDue: number) => `Mens det var stengt: ${toBegin} å begynne på, ${cameDue} å følge opp`,
  explained: (closedFrom: string) =>
    `Dette har samlet seg siden brukerstøtten stengte ${closedFrom}. Begynn øverst: Den øverste saken har kortest frist.`,
  toBegin: 'Skal påbegynnes',
  cameDue: 'Forfalt i mellomtiden',
  kind: 'Type',
  received: 'Mottatt',
  latest: 'Senest',
  what: 'Hva',
  since: 'Siden',
};

type Said = typeof nb;

const en: Said = {
  title: (toBegin, cameDue) => `While we were closed: ${toBegin} to begin, ${cameDue} to follow up`,
  explained: (closedFrom) =>
    `This has gathered since support closed on ${closedFrom}. Begin at the top: the first case is due soonest.`,
  toBegin: 'To be begun',
  cameDue: 'Came due in the meantime',
  kind: 'Kind',
  received: 'Received',
  latest: 'At the latest',
  what: 'What',
  since: 'Since',
};

const WORDS: InEach<Said> = { nb, en };
