import type { Instant } from '../promises/instant';
import type { Kind, Policy } from '../promises/policy';
import { managementAt, promisedAt, wakeAt } from './due';
import type { Channel, Customer, Level } from './events';
import type { AgentId, TicketId } from './ids';
import type { OpenedTicket, Suspicion } from './ticket';

/** A ticket as a list shows it: a projection, perhaps a moment late; the ticket itself is read from its history. */
export interface Summary {
  readonly id: TicketId;
  readonly version: number;
  readonly subject: string;
  readonly channel: Channel;
  readonly status: OpenedTicket['status']['is'];
  /** Why it is parked, while it is. */
  readonly parked?: string;
  readonly kind?: Kind;
  readonly level: Level;
  readonly assignee?: AgentId;
  readonly customer: Pick<Customer, 'name' | 'email' | 'phone' | 'organisation' | 'standing'>;
  /** The version that is to bring the fix. */
  readonly fixIn?: string;
  /** What its words suggest, while nobody has judged it. */
  readonly suspected?: Suspicion['of'];
  /** The ticket that leads its incident; and whether it leads one. */
  readonly partOf?: TicketId;
  readonly leads?: true;
  readonly receivedAt: Instant;
  readonly begunAt?: Instant;
  readonly resolvedAt?: Instant;
  readonly beginTarget: Instant;
  readonly beginLatest: Instant;
  readonly managementAt?: Instant;
  readonly missed: boolean;
  /** The number of messages, which a reply sends back. */
  readonly seen: number;
  /** The next promised instant, by which a queue is sorted; for a resolved ticket, when it was resolved. */
  readonly nextAt: Instant;
  /** When the ticket's alarm is due, for the sweep that looks after lost ones. */
  readonly wakeAt?: Instant;
}

export function summaryOf(ticket: OpenedTicket, version: number, policy: Policy): Summary {
  const { id, subject, channel, status, kind, level, assignee, receivedAt, begun, commitment, missed, messages } =
    ticket;
  const wake = wakeAt(ticket, policy);
  const management = managementAt(ticket, policy);
  const resolvedAt = status.is === 'resolved' ? status.at : undefined;
  return {
    id,
    version,
    subject,
    channel,
    status: status.is,
    ...(status.is === 'parked' && { parked: status.reason }),
    ...(kind && { kind }),
    level,
    ...(assignee && { assignee }),
    customer: customerOf(ticket.customer),
    ...bearingsOf(ticket),
    receivedAt,
    ...(begun && { begunAt: begun.at }),
    ...(resolvedAt !== undefined && { resolvedAt }),
    beginTarget: commitment.beginTarget,
    beginLatest: commitment.beginLatest,
    ...(management !== undefined && { managementAt: management }),
    missed: missed.length > 0,
    seen: messages.length,
    nextAt: resolvedAt ?? (status.is === 'parked' ? receivedAt : promisedAt(ticket, policy)),
    ...(wake !== undefined && { wakeAt: wake }),
  };
}

const customerOf = ({ name, email, phone, organisation, standing }: Customer): Summary['customer'] => ({
  ...(name && { name }),
  ...(email && { email }),
  ...(phone && { phone }),
  ...(organisation && { organisation }),
  ...(standing && { standing }),
});

const bearingsOf = ({ fixIn, suspected, partOf, incident }: OpenedTicket) => ({
  ...(fixIn && { fixIn: fixIn.version }),
  ...(suspected && { suspected: suspected.of }),
  ...(partOf && { partOf }),
  ...(incident && { leads: true as const }),
});
