import { sayDates } from '../../promises/say';
import { zoneOf } from '../../promises/zone';
import type { Digest, ParkedMail } from '../../report/digest';
import { oneLine } from '../repair';
import { customerInFull } from './customer-name';
import { gatheredSection, hasGathered, type Section } from './gathered-section';
import { type Block, finePrint, heading, type LetterText, paragraph } from './letter-text';
import { instantIn, type Listing } from './listed-tickets';
import { reasonIn } from './reasons';
import { titled } from './subject';
import type { InEach } from './writing';

/** How many of the new ones, and of the earlier ones, are listed each: Gmail cuts a letter at 102 kB. */
const ROWS_MAX = 30;

/**
 * The daily digest to level 2: on the first open morning what gathered while support was closed, and every day the mail
 * that was parked, which somebody should look through, lest a customer be among it.
 */
export function digestLetter(
  { date, parked, gathered }: Digest,
  { policy, language }: Pick<Listing, 'policy' | 'language'>,
): LetterText {
  const listing = { policy, language, relativeTo: zoneOf(policy.timeZone).instantOf(date, '00:00') };
  const sections = [
    ...(gathered && hasGathered(gathered) ? [gatheredSection(gathered, listing)] : []),
    ...(parked.length > 0 ? [parkedSection(parked, listing)] : []),
  ];
  const [subject = '', ...others] = sections.map(({ title }) => title);
  return {
    subject,
    preview: others[0] ?? DIGEST_WORDS[language].lookThrough,
    blocks: [
      heading(1, `${subject}, ${sayDates(date, date, language)}`),
      ...sections.flatMap(({ title, blocks }, i) => (i === 0 ? blocks : [heading(2, title), ...blocks])),
    ],
  };
}

function parkedSection(parked: readonly ParkedMail[], listing: Listing): Section {
  const words = DIGEST_WORDS[listing.language];
  const fresh = parked.filter(({ isNew }) => isNew);
  const earlier = parked.filter(({ isNew }) => !isNew);
  return {
    title: words.title(parked.length, fresh.length),
    blocks: [
      paragraph(words.lookThrough),
      ...listOf(words.fresh, fresh, words, listing),
      ...listOf(words.earlier, earlier, words, listing),
      finePrint(words.comesDaily),
    ],
  };
}

function listOf(title: string, mails: readonly ParkedMail[], words: DigestWords, listing: Listing): Block[] {
  if (mails.length === 0) return [];
  const { language } = listing;
  const rows = mails
    .slice(0, ROWS_MAX)
    .map(({ ticket, from, subject, reason, since }) => [
      ticket,
      customerInFull(from) || words.unknown,
      titled(subject, language),
      reasonIn(language, oneLine(reason ?? '')),
      instantIn(since, listing),
    ]);
  const table: Block = {
    is: 'table',
    head: [words.ticket, words.from, words.subject, words.reason, words.since],
    rows,
  };
  const more = mails.length - rows.length;
  return [heading(2, title), table, ...(more > 0 ? [paragraph(words.more(more))] : [])];
}

const nb = {
  title: (all: number, fresh: number) => `Parkert e-post: ${all}, ${fresh || 'ingen'} ${fresh === 1 ? 'ny' : 'nye'}`,
  lookThrough:
    'Denne e-posten er lagt til side uten at noen er varslet, og ingen frist løper for den. Se gjennom listen, og frigi det som kommer fra en kunde.',
  fresh: 'Nye siden sist',
  earlier: 'Fra før',
  ticket: 'Sak',
  from: 'Fra',
  subject: 'Emne',
  reason: 'Hvorfor',
  since: 'Siden',
  unknown: 'ukjent',
  more: (count: number) => `Og ${count} til, som står i listen over parkert e-post.`,
  comesDaily: 'Kommer hver arbeidsdag så lenge noe er parkert.',
};

type DigestWords = typeof nb;

const en: DigestWords = {
  title: (all, fresh) => `Parked mail: ${all}, ${fresh || 'none'} new`,
  lookThrough:
    'This mail was put aside without telling anybody, and no deadline runs for it. Look through the list, and release what comes from a customer.',
  fresh: 'New since last time',
  earlier: 'From before',
  ticket: 'Case',
  from: 'From',
  subject: 'Subject',
  reason: 'Why',
  since: 'Since',
  unknown: 'unknown',
  more: (count) => `And ${count} more, which are in the list of parked mail.`,
  comesDaily: 'Comes on every working day for as long as anything is parked.',
};

const DIGEST_WORDS: InEach<DigestWords> = { nb, en };
