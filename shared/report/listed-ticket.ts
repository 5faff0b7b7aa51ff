import type { Instant } from '../promises/instant';
import type { Kind } from '../promises/policy';
import type { AgentId, TicketId } from '../ticket/ids';
import type { Suspicion } from '../ticket/opened-ticket';
import type { Summary } from '../ticket/summary';

/** A ticket as a letter to staff lists it among others. */
export interface ListedTicket {
  readonly ticket: TicketId;
  readonly from: Pick<Summary['customer'], 'name' | 'email' | 'phone'>;
  readonly subject: string;
  readonly kind?: Kind;
  readonly suspected?: Suspicion['of'];
  readonly assignee?: AgentId;
  readonly receivedAt: Instant;
}

export const listedTicket = ({
  id,
  customer: { name, email, phone },
  subject,
  kind,
  suspected,
  assignee,
  receivedAt,
}: Summary): ListedTicket => ({
  ticket: id,
  from: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) },
  subject,
  ...(kind && { kind }),
  ...(suspected && { suspected }),
  ...(assignee && { assignee }),
  receivedAt,
});
