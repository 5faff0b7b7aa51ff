import type { ReactNode } from 'react';
import type { KindPolicy } from '../../shared/promises/policy';
import { ruleInWords } from '../../shared/promises/rules-in-words';
import type { Language, Words } from '../../shared/promises/say';
import { calendarsShown, capitalized } from './service-level';
import type { InPage, Shown } from './service-level-parts';

interface Row {
  readonly name: string;
  readonly means: readonly string[];
  readonly begins: readonly string[];
}

/** What kinds of cases there are, what we mean by them, and when we begin; a kind told of in the same words is told of once. */
export function KindsTable({ shown }: InPage): ReactNode {
  const { words } = shown;
  const rows = rowsOf(shown);
  const head = rows.some(({ means }) => means.length > 0)
    ? [words.kind, words.meaning, words.beginning]
    : [words.kind, words.beginning];
  return (
    <table className="kinds">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Kind key={keyOf(row)} row={row} head={head} />
        ))}
      </tbody>
    </table>
  );
}

const Kind = ({ row, head }: { readonly row: Row; readonly head: readonly string[] }): ReactNode => (
  <tr>
    <th scope="row">{row.name}</th>
    {head.length > 2 && <Cell label={head[1]} texts={row.means} />}
    <Cell label={head.at(-1)} texts={row.begins} />
  </tr>
);

// Where the table is too wide for the screen its cells stand below one another, each with its column's title.
const Cell = ({
  label,
  texts,
}: {
  readonly label: string | undefined;
  readonly texts: readonly string[];
}): ReactNode => (
  <td data-label={label}>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </td>
);

function rowsOf(shown: Shown): Row[] {
  const rows = Object.values(shown.policy.kinds)
    .toSorted((a, b) => b.rank - a.rank)
    .map((kind) => rowOf(kind, shown));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function rowOf(kind: KindPolicy, { policy, language, words }: Shown): Row {
  const isCounted = kind.said === 'target-and-latest' && calendarsShown(policy).length > 1;
  const calendar = policy.calendars[kind.calendar]?.name[language] ?? kind.calendar;
  return {
    name: capitalized(kind.name[language]),
    means: inLanguage(kind.means ?? [], language),
    begins: [ruleInWords(kind, policy, language), ...(isCounted ? [words.counted(calendar)] : [])],
  };
}

const keyOf = ({ name, means, begins }: Row): string => [name, ...means, ...begins].join('\n');

const inLanguage = (texts: readonly Words[], language: Language): string[] => texts.map((text) => text[language]);
