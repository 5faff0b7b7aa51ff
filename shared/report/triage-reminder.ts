import { triageDueFor } from '../promises/deadlines';
import type { Instant, LocalDate } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Summary } from '../ticket/summary';
import { type ListedTicket, listedTicket } from './listed-ticket';

/** What nobody has triaged, as the person on duty is reminded of it: what should have been by now first. */
export interface TriageReminder {
  readonly date: LocalDate;
  readonly closesAt: Instant;
  readonly untriaged: readonly Untriaged[];
}

export interface Untriaged extends ListedTicket {
  /** Whether it was to be triaged on a day before. */
  readonly isLeft: boolean;
}

/** Of open tickets, those to be triaged by the close of a date. One within an incident is judged with that. */
export function triageReminderOf(
  { date, closesAt }: Pick<TriageReminder, 'date' | 'closesAt'>,
  rows: readonly Summary[],
  policy: Policy,
): TriageReminder {
  const untriaged = rows
    .filter(({ kind, partOf }) => kind === undefined && partOf === undefined)
    .map((row) => ({ row, due: triageDueFor(row.receivedAt, policy) }))
    .filter(({ due }) => due <= closesAt)
    .toSorted((a, b) => a.row.receivedAt - b.row.receivedAt)
    .map(({ row, due }) => ({ ...listedTicket(row), isLeft: due < closesAt }));
  return { date, closesAt, untriaged };
}
