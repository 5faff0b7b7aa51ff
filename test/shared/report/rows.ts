import type { Instant } from '../../../shared/promises/instant';
import type { TicketId } from '../../../shared/ticket/ids';
import type { Summary } from '../../../shared/ticket/summary';

/** The row of an open ticket that nobody has triaged or begun on. */
export const row = (id: string, receivedAt: Instant, changes: Partial<Summary> = {}): Summary => ({
  id: id as TicketId,
  version: 1,
  subject: 'Får ikke åpnet skjemaet',
  channel: 'mail',
  status: 'open',
  level: 2,
  customer: { name: 'Kari', email: 'kari@kunde.example' },
  receivedAt,
  beginTarget: receivedAt,
  beginLatest: receivedAt,
  missed: false,
  seen: 1,
  nextAt: receivedAt,
  ...changes,
});
