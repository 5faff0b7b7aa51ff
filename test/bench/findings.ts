/** What one part of the bench found: figures to read, and floors that must hold. */
export interface Findings {
  readonly title: string;
  /** What was measured and how, for whoever reads the figures. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly floor?: Floor;
}

export interface Floor {
  readonly says: string;
  readonly holds: boolean;
}

/** The findings as a table. */
export function asTable({ title, notes, rows }: Findings): string {
  const [what, figure] = [widest(rows.map((row) => row.what)), widest(rows.map((row) => row.figure))];
  const lines = rows.map((row) => `  ${row.what.padEnd(what)}  ${row.figure.padStart(figure)}${said(row.floor)}`);
  return [title, ...notes.map((note) => `  ${note}`), '', ...lines, ''].join('\n');
}

/** What does not hold, a line each. */
export const brokenFloors = (all: readonly Findings[]): string[] =>
  all.flatMap(({ title, rows }) =>
    rows.flatMap(({ what, figure, floor }) =>
      floor && !floor.holds ? [`${title}: ${what} ${figure}, ${floor.says}`] : [],
    ),
  );

export const atLeast = (value: number, floor: number, written: (value: number) => string): Floor => ({
  says: `at least ${written(floor)}`,
  holds: value >= floor,
});

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const aSecond = (rate: number): string => `${rate < 100 ? rate.toFixed(1) : thousands(rate)}/s`;
export const thousands = (count: number): string => Math.round(count).toLocaleString('en');

const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

const said = (floor: Floor | undefined): string => (floor ? `  ${floor.holds ? '✓' : '✗'} ${floor.says}` : '');
