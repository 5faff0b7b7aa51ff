import { addressesIn } from './address';

type Field = 'name' | 'email' | 'phone' | 'subject' | 'message';

export type FormLabels = { readonly [field in Field]?: readonly string[] | undefined };
export type FormAnswers = { readonly [field in Field]?: string };

interface Labelled {
  readonly field: Field;
  /** What stands beside the label, on its line. */
  readonly beside: string;
  /** By a colon, or because nothing else is on the line; what merely begins with the label may be a sentence. */
  readonly isPlain: boolean;
}

const LINES_MAX = 2_000;
const LINE_MAX = 1_000;
const FIELDS: readonly Field[] = ['name', 'email', 'phone', 'subject', 'message'];

/**
 * What a form's mail answers to its labels: `Navn: Kari`, the cells of a table, or a label with its answer below. Each
 * counts where it stands first, so that what a visitor writes under one label is no answer to another.
 */
export function answersIn(text: string, labels: FormLabels): FormAnswers {
  const lines = text.split('\n');
  const readAs = lines.slice(0, LINES_MAX).map((line) => labelledAs(line.slice(0, LINE_MAX), labels));
  const places = new Map(FIELDS.map((field) => [field, placeOf(field, readAs)]));
  const starts = new Set([...places.values()]);
  const answers: { [field in Field]?: string } = {};
  for (const [field, place] of places) {
    const answer = place === -1 ? '' : answerAt(lines, place, readAs[place]?.beside ?? '', field, starts);
    if (answer) answers[field] = answer;
  }
  return answers;
}

function placeOf(field: Field, readAs: readonly (Labelled | undefined)[]): number {
  const plain = readAs.findIndex((read) => read?.field === field && read.isPlain);
  return plain === -1 ? readAs.findIndex((read) => read?.field === field) : plain;
}

function labelledAs(line: string, labels: FormLabels): Labelled | undefined {
  const said = line.replace(/^[\s>*•-]+/, '').trimEnd();
  const fits = FIELDS.flatMap((field) =>
    (labels[field] ?? []).flatMap((label) => {
      const rest = restAfter(said, label);
      if (rest === undefined) return [];
      const [marks = '', colon] = /^\*?\s*(:?)\*?\s*/.exec(rest) ?? [];
      const beside = rest.slice(marks.length);
      return [{ field, beside, isPlain: colon === ':' || beside === '', length: label.length }];
    }),
  );
  return fits.sort((one, other) => other.length - one.length)[0];
}

/** What follows the label: its colon, nothing, or the next of a table's cells, which became words on a line. */
function restAfter(line: string, label: string): string | undefined {
  if (line.slice(0, label.length).toLowerCase() !== label.toLowerCase()) return undefined;
  const rest = line.slice(label.length);
  return /^\*?\s*:|^\*?(?:\s|$)/.test(rest) ? rest : undefined;
}

function answerAt(
  lines: readonly string[],
  place: number,
  beside: string,
  field: Field,
  starts: ReadonlySet<number>,
): string {
  const below = lines.findIndex((_, at) => at > place && starts.has(at));
  const rest = lines.slice(place + 1, below === -1 ? undefined : below);
  if (field === 'message') return [beside, ...rest].join('\n').trim();
  return beside || (rest.find((line) => line.trim()) ?? '').slice(0, LINE_MAX).trim();
}

/** The first address in an answer, which may be a link. */
export const emailIn = (answer = ''): string | undefined =>
  addressesIn(/[^\s<>()",;:]+@[^\s<>()",;:]+/.exec(answer.slice(0, LINE_MAX))?.[0] ?? '')[0]?.address;

const DATES = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?/g;
// As many digits as a short Norwegian number has, at most those of E.164.
const PHONE = /(?<![\d\p{L}])(?:\+|00)?\d(?:[ .()-]{0,2}\d){4,14}(?!\d)/u;

/** The first phone number in a text: its digits alone, with `+` where a country is named. */
export function phoneIn(text = ''): string | undefined {
  const number = PHONE.exec(text.slice(0, LINE_MAX).replace(DATES, '|'))?.[0];
  return number?.replace(/^00/, '+').replace(/[^\d+]/g, '');
}
