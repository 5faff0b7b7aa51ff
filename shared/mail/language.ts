import type { Language } from '../ticket/events';
import { freshText } from './fresh-text';

const LETTERS_LOOKED_AT = 4_000;

/** A lead that long settles it: what comes after may be an error message, a disclaimer or somebody else's mail. */
const SETTLED = 3;
const HITS_MIN = 2;

// Frequent words of the one that the other doesn't have ("for", "men", "to", "i" are words in both), and some that tell
// more, since a mail of five words may hold but one. Neighbours' words are here too: Swedes and Danes read Norwegian.
const NORWEGIAN = `og er som har av vi du de dere en et fra ut inn hva hvem hvor hvis skal vil være blir ble noe
  noen dette denne det den den dei om med til ved etter kun bare alle mange mitt mine meg deg oss deres hei hallo heisann
  eg ein eit kva kvar korleis kvifor vere vert nokon noko berre mykje saman dykk dykkar nå sende sendt
  hej och att inte jag ska hvad af`;
const TELLING_NORWEGIAN = `jeg ikke ikkje takk hvordan hvorfor hilsen helsing mvh vennlig vennleg venleg vedlegg vedlagt ønsker ønskjer
  påmelding påmeldingen deltaker deltakere deltakar deltakarar faktura fakturaen kvittering passord passordet innlogging
  ringe ring gjerne fungerer virker feil beskjed svar tusen`;
const ENGLISH = `the and is are was were you your we our of have has had could can cannot with this that these would not or if it its
  an do does did how what when where why who from but by any get got been there their them us please hi hey hello dear
  on in my`;
const TELLING_ENGLISH = `thanks thank regards sincerely cheers attached please unable password invoice registration registered participants
  need help know working wrong receipt wondering`;

interface Score {
  readonly language: Language;
  readonly weight: number;
}

const SCORES: ReadonlyMap<string, Score> = new Map([
  ...scored(NORWEGIAN, { language: 'nb', weight: 1 }),
  ...scored(ENGLISH, { language: 'en', weight: 1 }),
  ...scored(TELLING_NORWEGIAN, { language: 'nb', weight: 2 }),
  ...scored(TELLING_ENGLISH, { language: 'en', weight: 2 }),
]);

function scored(words: string, score: Score): [string, Score][] {
  return words.split(/\s+/).map((word) => [word, score]);
}

/** The language somebody writes in, as far as a few words tell; nynorsk counts as Norwegian. What they quote counts for nothing. */
export function guessLanguage(text: string): Language | undefined {
  const { fresh } = freshText({ text: text.slice(0, LETTERS_LOOKED_AT), isReply: true });
  const hits: Record<Language, number> = { nb: 0, en: 0 };
  for (const word of wordsIn(beforeTheName(fresh))) {
    const score = scoreOf(word);
    if (score) hits[score.language] += score.weight;
    if (Math.abs(hits.nb - hits.en) >= SETTLED) break;
  }
  if (hits.nb === hits.en || Math.max(hits.nb, hits.en) < HITS_MIN) return undefined;
  return hits.nb > hits.en ? 'nb' : 'en';
}

const CLOSING =
  /^\s*(?:(?:med )?(?:vennlig|vennleg|venleg|beste|med) (?:hilsen|helsing)|hilsen|helsing|mvh|(?:kind|best|warm|with) regards|regards|sincerely|cheers)\b.*$/im;

// Titles, slogans and disclaimers are often in another language than the mail.
function beforeTheName(text: string): string {
  const closing = CLOSING.exec(text);
  return closing ? text.slice(0, closing.index + closing[0].length) : text;
}

const SHOUTED = /^\p{Lu}{2,}$/u;
const CAPITALISED = /^\p{Lu}/u;

/** The words in lower case, without names and abbreviations, which are the same in any language. */
function wordsIn(text: string): string[] {
  const shouting = !/\p{Ll}/u.test(text);
  const found = [...text.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)];
  return found
    .filter(
      ({ 0: word, index }) => shouting || (!SHOUTED.test(word) && (!CAPITALISED.test(word) || begins(text, index))),
    )
    .map(([word]) => word.toLowerCase());
}

const begins = (text: string, at: number): boolean => /(?:^|[.!?:,\n])\s*$/.test(text.slice(Math.max(0, at - 3), at));

const CONTRACTED = /['’](?:t|ve|re|ll|m|d)$/;

function scoreOf(word: string): Score | undefined {
  if (CONTRACTED.test(word)) return { language: 'en', weight: 2 };
  return SCORES.get(word) ?? (/[æøå]/.test(word) ? { language: 'nb', weight: 1 } : undefined);
}
