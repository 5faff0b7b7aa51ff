import { answerDueFor, countedFrom } from '../promises/change';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { awaitedSince } from './awaited';
import { begin, begunAnew } from './begin';
import type { Terms } from './circumstances';
import type { ActOf, FromAnother } from './command';
import { isUnderway } from './due';
import type { TicketEvent } from './events';
import type { AgentId } from './ids';
import type { Incident, OpenedTicket } from './opened-ticket';
import { Refusal } from './refusal';
import { isForSeniors } from './seniors';

/** What joins tickets: to be about the same, to belong to one cause. What it means for the other is told to the other. */

export function merge(ticket: OpenedTicket, { into, by }: ActOf<'merge'>, now: Instant): TicketEvent[] {
  otherThan(ticket, into, 'merged into itself');
  if (ticket.incident) {
    throw new Refusal('leads-incident', 'The ticket leads an incident. Merge the other one into this.');
  }
  if (ticket.held.some(({ confirmed }) => !confirmed)) {
    throw new Refusal('mail-held', 'A mail waits here for somebody to confirm it. Look at it first.');
  }
  if (ticket.comingBack || ticket.callBackAt !== undefined) {
    const instead = 'Keep that first, or merge the other one into this.';
    throw new Refusal('promised', `We have promised this customer to come back or to call. ${instead}`);
  }
  return [{ type: 'ticket-merged', at: now, into, by }];
}

export function link(ticket: OpenedTicket, { to, by }: ActOf<'link'>, now: Instant): TicketEvent[] {
  otherThan(ticket, to, 'linked to itself');
  return ticket.links.includes(to) ? [] : [{ type: 'ticket-linked', at: now, to, by }];
}

function otherThan({ id }: OpenedTicket, other: string, what: string): void {
  if (id === other) throw new Refusal('same-ticket', `A ticket can't be ${what}. Name another one.`);
}

export function declareIncident(
  ticket: OpenedTicket,
  { title, by }: ActOf<'declare-incident'>,
  now: Instant,
): TicketEvent[] {
  if (ticket.incident) return [];
  if (ticket.partOf) {
    throw new Refusal('part-of-incident', `The ticket belongs to the incident that ${ticket.partOf} leads.`);
  }
  return [{ type: 'incident-declared', at: now, title, by }];
}

/** One clock for all: it runs from when the first of them was received. */
export function attachTickets(
  ticket: OpenedTicket,
  { tickets, by }: ActOf<'attach-tickets'>,
  { now, policy }: Terms,
): TicketEvent[] {
  const incident = incidentOf(ticket);
  const added = tickets.filter(({ id }) => id !== ticket.id && !incident.tickets.includes(id));
  if (added.length === 0) return [];
  const firstReceivedAt = Math.min(incident.firstReceivedAt, ...added.map(({ receivedAt }) => receivedAt));
  const isEarlier = firstReceivedAt < incident.firstReceivedAt;
  const { commitment, pauses } = ticket;
  return [
    {
      type: 'tickets-attached',
      at: now,
      tickets: added.map(({ id }) => id),
      by,
      firstReceivedAt,
      ...(isEarlier && { commitment: countedFrom(firstReceivedAt, { commitment, pauses, now }, policy) }),
    },
  ];
}

export function detachTicket(
  ticket: OpenedTicket,
  { ticket: detached, by }: ActOf<'detach-ticket'>,
  now: Instant,
): TicketEvent[] {
  if (incidentOf(ticket).tickets.includes(detached))
    return [{ type: 'ticket-detached', at: now, ticket: detached, by }];
  throw new Refusal('no-such-ticket', `${detached} does not belong to this incident.`);
}

export function publishIncident(
  ticket: OpenedTicket,
  { words, by }: ActOf<'publish-incident'>,
  now: Instant,
): TicketEvent[] {
  incidentOf(ticket);
  return [{ type: 'incident-published', at: now, words, by }];
}

export function withdrawIncident(
  ticket: OpenedTicket,
  { by }: ActOf<'withdraw-incident'>,
  now: Instant,
): TicketEvent[] {
  return incidentOf(ticket).published ? [{ type: 'incident-withdrawn', at: now, by }] : [];
}

/** The incident that a ticket leads. Throws `Refusal` where it leads none. */
export function incidentOf({ incident }: OpenedTicket): Incident {
  if (incident) return incident;
  throw new Refusal('no-incident', 'The ticket leads no incident. Declare one first, with a title.');
}

/** What was done to another ticket means this for ours. What has come to nothing meanwhile changes nothing. */
export function fromAnother(ticket: OpenedTicket, command: FromAnother, terms: Terms): TicketEvent[] {
  const { from, by } = command;
  const { now: at, policy } = terms;
  switch (command.type) {
    case 'join-incident':
      return mayJoin(ticket, command, policy) ? joined(ticket, command, terms) : [];
    case 'leave-incident':
      if (ticket.partOf !== from) return [];
      return [{ type: 'incident-left', at, by, ...begunAnew(ticket, at, at, policy) }];
    case 'begin-with-incident':
      return ticket.partOf === from && isUnderway(ticket) ? begunTogether(ticket, by, terms) : [];
    case 'answer-with-incident':
      return ticket.partOf === from && isUnderway(ticket) ? answer(ticket, command, terms) : [];
    case 'absorb':
      return absorb(ticket, command, terms);
    case 'be-linked':
      return ticket.links.includes(from) ? [] : [{ type: 'ticket-linked', at, to: from, by }];
  }
}

type CommandOf<T extends FromAnother['type']> = Extract<FromAnother, { type: T }>;

// What needs a senior is not put under a clock that calls none.
const mayJoin = (ticket: OpenedTicket, { kind }: CommandOf<'join-incident'>, policy: Policy): boolean =>
  isUnderway(ticket) && !ticket.partOf && !ticket.incident && (!isForSeniors(ticket, policy) || ticket.kind === kind);

// What awaits its first answer is answered with the others, by the one clock: what its own customer writes after that is not.
const begunTogether = (ticket: OpenedTicket, by: AgentId, terms: Terms): TicketEvent[] =>
  begin({ ...ticket, messages: [] }, by, 'taken', terms);

// Where somebody has begun on the incident, they have begun on this.
function joined(ticket: OpenedTicket, command: CommandOf<'join-incident'>, terms: Terms): TicketEvent[] {
  const { from: lead, by, begun } = command;
  return [{ type: 'incident-joined', at: terms.now, lead, by }, ...(begun ? begunTogether(ticket, by, terms) : [])];
}

function answer(ticket: OpenedTicket, command: CommandOf<'answer-with-incident'>, terms: Terms): TicketEvent[] {
  const { by, words, attachments, resolve } = command;
  const { now: at } = terms;
  const begun = begin(ticket, by, 'answered', terms);
  const isUnread = hasWrittenSince(ticket);
  if (resolve && !isUnread) return [...begun, { type: 'ticket-resolved', at, by, words }];
  const enclosed = attachments.length > 0 && { attachments };
  const written: TicketEvent = { type: 'reply-written', at, by, words, cc: [], ...enclosed };
  return [written, ...begun, ...(resolve ? ([{ type: 'incident-left', at, by }] as const) : [])];
}

// What its customer has written on is for somebody to read: it is answered with the others, and not closed over.
const hasWrittenSince = ({ messages, partOfSince = 0 }: OpenedTicket): boolean => {
  const last = messages.at(-1);
  return last?.from === 'customer' && last.at > partOfSince;
};

function absorb(ticket: OpenedTicket, command: CommandOf<'absorb'>, terms: Terms): TicketEvent[] {
  const { status } = ticket;
  const { from, by } = command;
  const { now: at, policy } = terms;
  const taken = absorbed(ticket, command, terms);
  if (isUnderway(ticket)) return [taken];
  if (status.is === 'merged' && status.into !== from)
    throw new Refusal('merged', `The ticket goes on in ${status.into}.`, { into: status.into });
  // Two that were merged into each other at once go on in the one whose number comes first.
  if (status.is === 'merged' && ticket.id > from) return [];
  const reopened = { type: 'ticket-reopened', at, by, reason: `${from} goes on in this one.` } as const;
  return [{ ...reopened, ...begunAnew(ticket, at, at, policy) }, taken];
}

// Nobody waits longer for having written twice: of the two promises the earlier stands.
function absorbed(ticket: OpenedTicket, command: CommandOf<'absorb'>, { now: at, policy }: Terms): TicketEvent {
  const { from, by, customer, messages, receivedAt } = command;
  const { commitment, pauses } = ticket;
  const isEarlier = receivedAt < commitment.basis.from;
  const awaited = awaitedSince(messages);
  return {
    type: 'ticket-absorbed',
    at,
    ticket: from,
    by,
    customer,
    messages,
    ...(isEarlier && { commitment: countedFrom(receivedAt, { commitment, pauses, now: at }, policy) }),
    ...(ticket.begun && awaited !== undefined && { answerDue: answerDueFor(awaited, policy) }),
  };
}
