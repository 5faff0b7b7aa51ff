import { guessLanguage } from '../mail/language';
import type { Policy } from '../promises/policy';
import type { Language } from '../ticket/events';

/** The language to answer in: the one written in, if the desk speaks it, else the desk's first. */
export function languageOf(text: string, { languages }: Policy): Language {
  const guess = guessLanguage(text);
  return guess && languages.includes(guess) ? guess : (languages[0] ?? 'nb');
}
