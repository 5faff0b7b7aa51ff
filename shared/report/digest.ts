import type { Instant, LocalDate } from '../promises/instant';
import type { TicketId } from '../ticket/ids';
import type { Summary } from '../ticket/summary';
import type { Gathered } from './gathered';

/** What level 2 reads on a working day: what is parked, and on the first one after a closure what has gathered. */
export interface Digest {
  readonly date: LocalDate;
  /** What has come since the last digest first, then the oldest. */
  readonly parked: readonly ParkedMail[];
  readonly gathered?: Gathered;
}

export interface ParkedMail {
  readonly ticket: TicketId;
  readonly from: { readonly name?: string; readonly email?: string };
  readonly subject: string;
  readonly reason?: string;
  readonly since: Instant;
  readonly isNew: boolean;
}

export function digestOf(
  date: LocalDate,
  rows: readonly Summary[],
  before: Digest | undefined,
  gathered?: Gathered,
): Digest {
  const known = new Set(before?.parked.map(({ ticket }) => ticket));
  const parked = rows.map((row) => parkedMail(row, !known.has(row.id)));
  return {
    date,
    parked: parked.toSorted((a, b) => Number(b.isNew) - Number(a.isNew) || a.since - b.since),
    ...(gathered && { gathered }),
  };
}

/** Whether there is nothing to tell. */
export const isEmpty = ({ parked, gathered }: Digest): boolean =>
  parked.length + (gathered?.toBegin.length ?? 0) + (gathered?.cameDue.length ?? 0) === 0;

const parkedMail = ({ id, customer, subject, parked, receivedAt }: Summary, isNew: boolean): ParkedMail => ({
  ticket: id,
  from: { ...(customer.name && { name: customer.name }), ...(customer.email && { email: customer.email }) },
  subject,
  ...(parked && { reason: parked }),
  since: receivedAt,
  isNew,
});
