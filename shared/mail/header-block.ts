import { isBlank, type Line } from './reply-lines';

const LINES_MAX = 6;
const LABEL = /^(\p{L}{2,9})\*?\s?:\*?\s*(.*)$/u;

// Bokmål, nynorsk, English, Swedish, Danish and German.
const WORDS = {
  from: 'fra frå from från von',
  date: 'sendt dato sent date skickat datum gesendet',
  to: 'til to till an',
  copy: 'kopi cc kopia',
  subject: 'emne subject ämne betreff',
};

const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(' ').map((word) => [word, label] as const)),
);

/**
 * How many lines a block of headers takes that begins at this one, as Outlook puts it above what it quotes: From, Date
 * and one more within six lines. The date says its year or time, unlike that of a journey from and to somewhere.
 */
export function headerBlockAt(lines: readonly Line[], at: number): number {
  const found = new Map<string, string>();
  let last = at;
  if (!labelled(lines[at])) return 0;
  for (const place of wordyPlaces(lines, at)) {
    const [label, value] = labelled(lines[place]) ?? [];
    if (label === undefined || value === undefined) continue;
    found.set(label, value);
    last = place;
  }
  const dated = /\d{4}|\d[:.]\d{2}/.test(found.get('date') ?? '');
  return dated && found.has('from') && found.size > 2 ? last + 1 - at : 0;
}

function labelled(line: Line | undefined): readonly [label: string, value: string] | undefined {
  const [, word = '', value = ''] = LABEL.exec(line?.text ?? '') ?? [];
  const label = LABELS.get(word.toLowerCase());
  return label === undefined ? undefined : [label, value];
}

// Some set an empty line between any two.
function wordyPlaces(lines: readonly Line[], at: number): number[] {
  const places = Array.from({ length: 2 * LINES_MAX }, (_, ahead) => at + ahead);
  return places.filter((place) => lines[place] && !isBlank(lines[place])).slice(0, LINES_MAX);
}
