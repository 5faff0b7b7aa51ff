import { Fragment, type ReactNode } from 'react';
import { fact } from './html-parts';
import { look } from './look';

export interface TableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const COLUMNS_ABREAST = 3;

/** A table whose first column names its rows. One too wide for a phone is set as a list: no client can be told to do so by itself. */
export const Table = (table: TableProps): ReactNode =>
  table.head.length > COLUMNS_ABREAST ? <Listed {...table} /> : <Abreast {...table} />;

const Abreast = ({ head, rows }: TableProps): ReactNode => (
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

const Listed = ({ head, rows }: TableProps): ReactNode => (
  <table style={look.table}>
    <tbody>{rows.map((cells, place) => listedRow(head, cells, place))}</tbody>
  </table>
);

function listedRow(head: readonly string[], [name, ...cells]: readonly string[], place: number): ReactNode {
  return (
    <Fragment key={place}>
      <tr>
        <th scope="rowgroup" colSpan={2} style={look.listedName}>
          {name}
        </th>
      </tr>
      {cells.map((text, column) => fact({ label: head[column + 1] ?? '', value: text }, column))}
    </Fragment>
  );
}
