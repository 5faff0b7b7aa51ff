import type { Language } from '../ticket/events';

const LETTERS_LOOKED_AT = 4_000;
const HITS_MIN = 2;

// Frequent words of the one that the other doesn't have ("for", "men", "to" are words in both).
const BOKMAAL =
  'og ikke jeg det er på som har kan av vi du dere en et fra hva hvordan når også får må skal vil være blir noe';
const NYNORSK = 'eg ikkje de dykk ein eit frå kva korleis òg vere vert nokon noko berre mykje saman';
const NORWEGIAN_LETTERS = 'hei takk hilsen helsing mvh vennlig venleg vår deres dykkar etter';
const ENGLISH =
  'the and is are was you your we of not have has can could with this that please would hello hi thanks thank regards my do how what when from but';

const FREQUENT: Readonly<Record<Language, ReadonlySet<string>>> = {
  nb: new Set([BOKMAAL, NYNORSK, NORWEGIAN_LETTERS].join(' ').split(' ')),
  en: new Set(ENGLISH.split(' ')),
};

/** The language somebody writes in, as far as a few words tell; nynorsk counts as Norwegian. */
export function guessLanguage(text: string): Language | undefined {
  const words =
    text
      .slice(0, LETTERS_LOOKED_AT)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const [nb, en] = [hits(words, FREQUENT.nb), hits(words, FREQUENT.en)];
  if (nb === en || Math.max(nb, en) < HITS_MIN) return undefined;
  return nb > en ? 'nb' : 'en';
}

const hits = (words: readonly string[], frequent: ReadonlySet<string>): number =>
  words.filter((word) => frequent.has(word)).length;
