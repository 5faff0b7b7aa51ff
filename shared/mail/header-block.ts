import { isBlank, type Line } from './reply-lines';

const LINES_MAX = 6;
const LABEL = /^(\p{L}{1,13})\*{0,2}\s?:\*{0,2}\s*(.*)$/u;

// Bokmål, nynorsk, English, Swedish and Danish, German; then those whose colleagues write to Norwegian desks.
const WORDS = {
  from: 'fra frå from från von van de lähettäjä',
  sent: 'sendt sent skickat gesendet verzonden envoyé enviado lähetetty',
  date: 'dato date datum fecha päivämäärä päiväys',
  to: 'til to till an aan à para vastaanottaja',
  copy: 'kopi cc kopia',
  subject: 'emne subject ämne betreff onderwerp objet asunto aihe',
} as const;

type Label = keyof typeof WORDS;

const LABELS: ReadonlyMap<string, Label> = new Map(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(' ').map((word) => [word, label as Label] as const)),
);

/**
 * How many lines a block of headers takes that begins at this one, as Outlook puts it above what it quotes: From, Date
 * and one more within six lines, which say that it is a mail's and not that of a journey from and to somewhere.
 */
export function headerBlockAt(lines: readonly Line[], at: number): number {
  const found = new Map<Label, string>();
  let last = at;
  if (!labelled(lines[at])) return 0;
  for (const place of wordyPlaces(lines, at)) {
    const [label, value] = labelled(lines[place]) ?? [];
    if (label === undefined || value === undefined) continue;
    if (!found.has(label)) found.set(label, value);
    last = place;
  }
  return isOfMail(found) ? last + 1 - at : 0;
}

const YEAR = /\d{4}/;
const TIME = /\d[:.]\d{2}(?!\d)/;
const ADDRESS = /[^\s@]@[^\s@]/;

function isOfMail(found: ReadonlyMap<Label, string>): boolean {
  const [from = '', sent = ''] = [found.get('from'), found.get('sent')];
  const date = sent || (found.get('date') ?? '');
  if (found.size < 3 || !/^\P{N}*\p{L}/u.test(from) || !(YEAR.test(date) || TIME.test(date))) return false;
  return found.has('subject') || ADDRESS.test(from) || (YEAR.test(sent) && TIME.test(sent));
}

function labelled(line: Line | undefined): readonly [label: Label, value: string] | undefined {
  const [, word = '', value = ''] = LABEL.exec(line?.text ?? '') ?? [];
  const label = LABELS.get(word.toLowerCase());
  return label === undefined ? undefined : [label, value];
}

// Some set an empty line between any two.
function wordyPlaces(lines: readonly Line[], at: number): number[] {
  const places = Array.from({ length: 2 * LINES_MAX }, (_, ahead) => at + ahead);
  return places.filter((place) => lines[place] && !isBlank(lines[place])).slice(0, LINES_MAX);
}
