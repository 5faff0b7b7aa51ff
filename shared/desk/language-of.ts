import { guessLanguage } from '../mail/language';
import type { Policy } from '../promises/policy';
import type { Language } from '../ticket/events';

/** The language to answer in: the one written in, else the desk's first. */
export const languageOf = (text: string, { languages }: Policy): Language =>
  guessLanguage(text) ?? languages[0] ?? 'nb';
