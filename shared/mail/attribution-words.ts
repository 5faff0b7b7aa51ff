// Bokmål, nynorsk, English, Swedish and Danish, German; then those whose colleagues write to Norwegian desks.
const VERBS =
  'skrev|skreiv|wrote|writes|schrieb|a écrit|schreef|escribió|ha scritto|napisał(?:\\(a\\))?|kirjoitti|quoting|siterer|zitat von';
const PERSONS = 'jeg|eg|vi|du|dere|dykk|han|hun|ho|i|we|you|he|she|they|jag|ich|wir';

// Letters beyond ASCII are no letters to `\b`.
const word = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

const MONTH = word(
  'jan(?:uar|uary|uari)?|feb(?:ruar|ruary|ruari)?|mar(?:s|ch|ts)?|märz?|apr(?:il)?|mai|may|maj|june?|juni|july?|juli|' +
    'aug(?:ust|usti)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[csz](?:ember)?',
);
const NUMERIC_DATE = '\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}|\\d{1,2}-\\d{1,2}-\\d{4}|\\d{4}[-/.]\\d{2}[-/.]\\d{2}';
const FULL_DATE = `(?:${NUMERIC_DATE}|\\d{1,2}(?:\\.|st|nd|rd|th)?\\s\\p{L}{3,12}\\.?,?\\s\\d{4}|\\p{L}{3,9}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4})`;
const CLOCK = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';
const ZONE = '(?:\\s\\(?(?:[A-Z]{2,5}(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{4})\\)?)?';

export const VERB = new RegExp(word(VERBS), 'iu');
export const DATE = new RegExp(
  `${NUMERIC_DATE}|\\d(?:\\.|st|nd|rd|th)?\\s${MONTH}|${MONTH}\\.?\\s\\d|\\d\\.?\\s\\p{L}{3,12}\\.?\\s\\d{4}`,
  'iu',
);
export const TIME = /\d{1,2}:\d{2}|\bkl\.?\s?\d{1,2}[.:]\d{2}/i;
export const ADDRESS = /[^\s@]@[^\s@]/;

// Only programs put an address into angle brackets and then say no more than that its owner wrote.
export const AUTHOR = new RegExp(
  `<\\s?[^\\s<>@]{1,200}@[^\\s<>]{1,200}(?:\\s?<[^\\s<>]{1,300})?\\s?[>)\\]"']{1,4},?\\s?(?:(?:${VERBS})[^<>]{0,60}|følgende|følgjande)?\\s?(?::|-{3,})$`,
  'iu',
);
/** What Gmail says in all its languages. */
export const DATED_AUTHOR = /\d[:.]\d{2}(?!\d).{0,200}[<(]\s?[^\s<>()@]{1,200}@[^\s<>()]{1,200}\s?[>)]/u;

const BEFORE_DATE = /^(?:\S+\s){0,2}(?:den\s)?\S?$/;

/** Whether no more stands before the date than "On Monday,", or who wrote: the words of a customer may share its line. */
export function beginsWithDate(words: string): boolean {
  const before = words.slice(0, words.search(DATE)).replace(/^[-–\s]+/, '');
  return BEFORE_DATE.test(before) || VERB.test(before);
}

const WITHIN_LINE = new RegExp(
  `^[^<>]{1,200}<[^\\s<>@]{1,200}@[^\\s<>]{1,200}>\\s?(?:${VERBS}|følgende)?\\s?:(?=\\s)`,
  'iu',
);

/** The attribution with which a line begins that goes on with what it quotes, as Yahoo on a telephone makes them. */
export const attributionWithin = (line: string): string => WITHIN_LINE.exec(line)?.[0] ?? '';

/** Whether somebody tells who wrote: "I wrote to you on 5 October:". A client names the author. */
export const isPersonsSentence = (words: string): boolean => TOLD.test(words) && !AUTHOR.test(words);

const TOLD = new RegExp(`${word(PERSONS)}\\s(?:\\p{L}+\\s)?${word(VERBS)}|${word(VERBS)}\\s${word(PERSONS)}`, 'iu');

const NAME =
  '"?(?:[^\\s:,]{2,60}|\\p{Lu}[^\\s:]{0,40}(?:\\s(?:\\p{Lu}[^\\s:]{0,40}|og|and|via|hos|at|av|for|de|von|van|[-–&|])){1,6})"?';
const DAY = `(?:\\p{L}{2,9}[.,]{0,2}\\s)?(?:den\\s)?${FULL_DATE}`;
const WHEN = `[-–]*\\s?(?:(?:[Oo]n|[Dd]en|[Aa]m|[Pp]å|[Oo]p|[Ll]e)\\s)?${DAY},?\\s(?:(?:at|kl|kl\\.|um|klokken|klokka)\\s)?${CLOCK}${ZONE}(?:\\sUhr)?`;
const SENTENCES = [
  new RegExp(`^${WHEN},?\\s(?:${VERBS})\\s${NAME}(?:\\sfølgende|\\sfølgjande)?\\s?:$`, 'u'),
  new RegExp(`^${WHEN},?\\s${NAME},?\\s(?:${VERBS})\\s?(?::|-{3,})$`, 'u'),
];

/** Whether the words are those of which clients make a sentence, "Den 5. oktober 2026 kl. 10:12 skrev Support:", and no other. */
export const isClientsSentence = (words: string): boolean => SENTENCES.some((sentence) => sentence.test(words));
