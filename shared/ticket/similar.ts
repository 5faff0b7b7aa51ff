import { HOUR, type Instant } from '../promises/instant';
import type { TicketId } from './ids';
import type { Summary } from './summary';

/** What an incident is known by: since when it has been, and what was said of it. */
export interface Cause {
  readonly firstReceivedAt: Instant;
  /** The title, the subject, and how the customer's first message begins. */
  readonly texts: readonly string[];
}

export type Row = Pick<Summary, 'id' | 'subject' | 'receivedAt' | 'partOf' | 'leads'>;

/** A ticket that may be of the same cause, and why. */
export interface Similar {
  readonly id: TicketId;
  readonly subject: string;
  readonly receivedAt: Instant;
  /** The words of its subject that the incident has too. */
  readonly words: readonly string[];
}

/** Somebody may have written before whoever is taken for the first. */
const BEFORE = 4 * HOUR;

/** How much of a subject must be said of the incident too. */
const SHARE_MIN = 1 / 2;

/**
 * The tickets that look like an incident's: received since shortly before it began, and with half of the words of their
 * subject, the most alike first. It only suggests; what belongs to an incident and what does not is for an agent to say.
 */
export function similarTo({ firstReceivedAt, texts }: Cause, rows: readonly Row[]): Similar[] {
  const known = texts.flatMap(tellingWords);
  return rows
    .filter(({ receivedAt, partOf, leads }) => receivedAt >= firstReceivedAt - BEFORE && !partOf && !leads)
    .flatMap(({ id, subject, receivedAt }) => {
      const words = tellingWords(subject);
      const shared = words.filter((word) => known.some((other) => areAlike(word, other)));
      const isSimilar = shared.length > 0 && shared.length >= SHARE_MIN * words.length;
      return isSimilar ? [{ id, subject, receivedAt, words: shared, share: shared.length / words.length }] : [];
    })
    .toSorted((one, other) => other.share - one.share || other.words.length - one.words.length)
    .map(({ share: _, ...similar }) => similar);
}

/** Whether a subject has all of the words that somebody has named. */
export function hasWords(subject: string, named: string): boolean {
  const words = wordsIn(subject);
  return wordsIn(named).every((word) => words.some((other) => areAlike(word, other)));
}

const SHORT = 3;

const tellingWords = (text: string): string[] => [
  ...new Set(wordsIn(text).filter((word) => word.length >= SHORT && !SAYS_NOTHING.has(word))),
];

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const STEM_MIN = 4;
const ENDING_MAX = 4;

/** A word in two of its forms: skjema and skjemaet, påmelding and påmeldingene, treg and tregt. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short === long) return true;
  return short.length >= STEM_MIN && long.length - short.length <= ENDING_MAX && long.startsWith(short);
}

/** What is in every subject says nothing of the cause. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  `alle alt andre bare ble blir både denne der dere deres det dette disse eller enn etter for fordi fra får gang
   gjør går ham han har hatt hei henne her hos hun hva hvem hver hvis hvor hvordan hvorfor ikke inn ingen jeg kan kommer
   kunne man med meg mellom men mer min mitt mot mye når noe noen oss over også seg selv ser sin sitt skal som
   til uten var ved vet vil våre vært være
   about all and are but can cannot could does from get getting has have hello how into not our she should that the
   their them then there they this was were what when where which will with you your
   feil feilmelding problem problemer problemet hjelp haster spørsmål støtte sak henvendelse virker fungerer svar viktig
   error errors help issue issues please problems question support ticket urgent work working works`.split(/\s+/),
);
