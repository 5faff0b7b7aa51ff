import type { Instant, LocalDate } from '../promises/instant';
import type { TicketId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';

/** What is parked, as level 2 reads of it on a working day: what has come since the last digest first, then the oldest. */
export interface Digest {
  readonly date: LocalDate;
  readonly parked: readonly ParkedMail[];
}

export interface ParkedMail {
  readonly ticket: TicketId;
  readonly from: { readonly name?: string; readonly email?: string };
  readonly subject: string;
  readonly reason?: string;
  readonly since: Instant;
  readonly isNew: boolean;
}

export function digestOf(date: LocalDate, rows: readonly Summary[], before: Digest | undefined): Digest {
  const known = new Set(before?.parked.map(({ ticket }) => ticket));
  const parked = rows.map((row) => parkedMail(row, !known.has(row.id)));
  return { date, parked: parked.toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || a.since - b.since) };
}

const parkedMail = ({ id, customer, subject, parked, receivedAt }: Summary, isNew: boolean): ParkedMail => ({
  ticket: id,
  from: { ...(customer.name && { name: customer.name }), ...(customer.email && { email: customer.email }) },
  subject,
  ...(parked && { reason: parked }),
  since: receivedAt,
  isNew,
});
