import type { Policy } from '../../shared/promises/policy';
import type { Language } from '../../shared/promises/say';

/** Why a link opens nothing. */
export type Closed = 'forged' | 'run-out' | 'gone';

/** Nothing but its own letters. */
export const CLOSED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Says so to whoever followed a link, who may be a customer, in each language of the desk. */
export const closedLinkPage = (why: Closed, { languages }: Policy): string =>
  `<!DOCTYPE html><html lang="${languages[0] ?? 'nb'}"><head><meta charset="utf-8">` +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
  `<title>${WORDS[why][languages[0] ?? 'nb'].heading}</title><style>${CSS}</style></head><body>` +
  `${languages.map((language) => sectionIn(language, WORDS[why][language])).join('')}</body></html>`;

interface Said {
  readonly heading: string;
  readonly advice: string;
}

const sectionIn = (language: Language, { heading, advice }: Said): string =>
  `<section lang="${language}"><h1>${heading}</h1><p>${advice}</p></section>`;

const WORDS: Readonly<Record<Closed, Readonly<Record<Language, Said>>>> = {
  'run-out': {
    nb: {
      heading: 'Lenken er utløpt',
      advice: 'Be om en ny lenke: Svar på e-posten du fikk den i. Arbeider du med saken, så åpne den på nytt.',
    },
    en: {
      heading: 'The link has expired',
      advice: 'Ask for a new link by replying to the e-mail that it came in. If you work on the case, open it again.',
    },
  },
  forged: {
    nb: {
      heading: 'Lenken virker ikke',
      advice: 'Den er ikke laget av oss, eller noe av den mangler. Kopier hele lenken, eller be om en ny lenke.',
    },
    en: {
      heading: 'The link does not work',
      advice: 'It was not made by us, or a part of it is missing. Copy the whole link, or ask for a new link.',
    },
  },
  gone: {
    nb: { heading: 'Dette finnes ikke lenger', advice: 'Spør oss om du trenger det; saken har sitt nummer i emnet.' },
    en: {
      heading: 'This is no longer here',
      advice: 'Ask us if you need it; the case has its number in the subject.',
    },
  },
};

const CSS = `
body { margin: 3rem auto; max-width: 34rem; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.375rem; margin: 0 0 .5rem }
section + section { margin-top: 2.5rem }
`;
