import { Fragment, type ReactNode } from 'react';
import type { LabelledFact } from './letter-text';
import { look } from './look';

// Outlook knows no `white-space`: what an agent has set out in lines and indents is kept by breaks and hard spaces.
export const Lines = ({ text }: { readonly text: string }): ReactNode => text.split(/\r?\n/).map(line);

function line(text: string, place: number): ReactNode {
  return (
    <Fragment key={place}>
      {place > 0 && <br />}
      {text.replace(/^ +/, (indent) => '\u00a0'.repeat(indent.length))}
    </Fragment>
  );
}

export const Facts = ({ facts }: { readonly facts: readonly LabelledFact[] }): ReactNode => (
  <table style={look.table}>
    <tbody>{facts.map(fact)}</tbody>
  </table>
);

function fact({ label, value }: LabelledFact, place: number): ReactNode {
  return (
    <tr key={place}>
      <th scope="row" style={look.label}>
        {label}
      </th>
      <td style={look.value}>{value}</td>
    </tr>
  );
}

export interface TableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table whose first column names its rows. */
export const Table = ({ head, rows }: TableProps): ReactNode => (
  <table style={look.table}>
    <thead>
      <tr>{head.map(columnHead)}</tr>
    </thead>
    <tbody>{rows.map(row)}</tbody>
  </table>
);

function columnHead(title: string, place: number): ReactNode {
  return (
    <th key={place} scope="col" style={look.columnHead}>
      {title}
    </th>
  );
}

const row = (cells: readonly string[], place: number): ReactNode => <tr key={place}>{cells.map(cell)}</tr>;

function cell(text: string, place: number): ReactNode {
  if (place > 0) {
    return (
      <td key={place} style={look.cell}>
        {text}
      </td>
    );
  }
  return (
    <th key={place} scope="row" style={look.cell}>
      {text}
    </th>
  );
}
