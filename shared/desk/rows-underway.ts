import type { Summary } from '../ticket/summary';
import type { Desk } from './ports';

/** The rows of all open and waiting tickets, the one whose promise comes due next first. */
export async function rowsUnderway({ lists }: Pick<Desk, 'lists'>): Promise<Summary[]> {
  const rows: Summary[] = [];
  for await (const row of lists.underway(Infinity)) rows.push(row);
  return rows;
}
