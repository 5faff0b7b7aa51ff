import type { Language } from './say';

interface Manner {
  readonly both: (target: string, latest: string) => string;
  readonly latestOnly: (latest: string) => string;
}

// 'normalt' and 'senest' are words of P6 and P16, for instants and for rules alike.
const MANNERS: Record<Language, Manner> = {
  nb: {
    both: (target, latest) => `Vi begynner normalt ${target}, senest ${latest}.`,
    latestOnly: (latest) => `Vi begynner senest ${latest}.`,
  },
  en: {
    both: (target, latest) => `We normally begin ${target}, and ${latest} at the latest.`,
    latestOnly: (latest) => `We begin ${latest} at the latest.`,
  },
};

/** 'Vi begynner normalt i dag, senest mandag 19. januar kl. 15.00.'; without a target the latest alone. */
export function beginInWords(target: string | undefined, latest: string, language: Language): string {
  const { both, latestOnly } = MANNERS[language];
  return target === undefined ? latestOnly(latest) : both(target, latest);
}
