import { managementLeft, retriaged } from '../promises/change';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Circumstances } from './circumstances';
import type { Act } from './command';
import { isReachable } from './customer';
import { clockGoesOn, clockStops, isUnderway } from './due';
import type { TicketEvent } from './events';
import type { AgentId } from './ids';
import { Refusal } from './refusal';
import { agentOf, names, seniors } from './staff';
import type { OpenedTicket } from './ticket';

/** What an agent's act brings. Throws `Refusal` where the ticket's state or the promise forbids it. */
export function eventsOfAct(ticket: OpenedTicket, command: Act, circumstances: Circumstances): TicketEvent[] {
  const { now, policy } = circumstances;
  switch (command.type) {
    case 'assign':
      return assign(underway(ticket), command, circumstances);
    case 'triage':
      return triage(underway(ticket), command, circumstances);
    case 'write-reply':
      return reply(underway(ticket), command, now);
    case 'write-note':
      return [{ type: 'note-written', at: now, by: command.by, words: command.words }];
    case 'hand-over':
      return handOver(underway(ticket), command, now);
    case 'lift-to-management':
      return [{ type: 'lifted-to-management', at: now, by: underwayBy(ticket, command.by), reason: command.reason }];
    case 'wait':
      return wait(underway(ticket), command, circumstances);
    case 'log-time':
      return [logged(command, now)];
    case 'give-estimate':
      return estimate(underway(ticket), command, now);
    case 'postpone':
      return postpone(underway(ticket), command, now);
    case 'resolve':
      return resolve(underway(ticket), command, now, policy);
    case 'reopen':
      return reopen(ticket, command, now, policy);
  }
}

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

// Taking it oneself begins the work; being given it by somebody else does not.
function assign(
  ticket: OpenedTicket,
  { agent: name, by }: ActOf<'assign'>,
  { now, policy, staff }: Circumstances,
): TicketEvent[] {
  const agent = agentOf(staff, name);
  if (agent.works === 'management') {
    throw new Refusal('not-allowed', `${agent.id} belongs to management, which works on no ticket. Use “escalation”.`);
  }
  const { kind } = ticket.commitment;
  if (policy.kinds[kind].seniorsOnly && ticket.kind && !agent.senior) {
    const able = names(seniors(staff));
    throw new Refusal('senior-needed', `A ticket of kind ${kind} is for seniors (P8). Give it to one of: ${able}.`, {
      able,
    });
  }
  if (ticket.assignee === agent.id && (agent.id !== by || ticket.begun)) return [];
  const assigned: TicketEvent = { type: 'ticket-assigned', at: now, agent: agent.id, by };
  return agent.id === by ? [assigned, ...begin(ticket, by, 'taken', now)] : [assigned];
}

function triage(
  ticket: OpenedTicket,
  { kind, by, because: reason }: ActOf<'triage'>,
  { now, policy }: Circumstances,
): TicketEvent[] {
  if (ticket.kind === kind) return [];
  const { receivedAt, told, status } = ticket;
  const because = ticket.kind === undefined ? 'first-triage' : (reason ?? 'misjudged');
  const stands = { ...ticket.commitment, ...clockAsItStands(ticket, now, policy) };
  const commitment = retriaged({ commitment: stands, receivedAt, told, to: kind, because, now, policy });
  const { managementAt } = commitment;
  if (status.is !== 'waiting' || managementAt === undefined)
    return [{ type: 'ticket-triaged', at: now, kind, by, commitment }];
  const left = managementLeft(managementAt, now, policy, kind);
  return [{ type: 'ticket-triaged', at: now, kind, by, commitment, managementLeft: left }];
}

// The clock to management (P8) as its pauses have left it; while we wait, as if it went on now.
function clockAsItStands({ status, commitment, managementAt }: OpenedTicket, now: Instant, policy: Policy) {
  if (status.is === 'waiting') return clockGoesOn(status, commitment.kind, now, policy);
  return managementAt === undefined ? {} : { managementAt };
}

// Two who answer at once would say the same twice, or contradict each other: the second is shown what came between.
function reply(ticket: OpenedTicket, { by, words, cc, seen }: ActOf<'write-reply'>, now: Instant): TicketEvent[] {
  const count = ticket.messages.length;
  if (seen !== count) {
    const message = `You had seen ${seen} messages, there are ${count}. Read the new ones, then send your answer again.`;
    throw new Refusal('conversation-moved-on', message, {
      seen: count,
      words,
      since: ticket.messages.slice(seen),
    });
  }
  reachable(ticket);
  return [{ type: 'reply-written', at: now, by, words, cc }, ...begin(ticket, by, 'answered', now)];
}

function handOver(ticket: OpenedTicket, { to, by, reason }: ActOf<'hand-over'>, now: Instant): TicketEvent[] {
  if (ticket.level === to) throw new Refusal('already-at-level', `The ticket is at level ${to} already.`);
  return [{ type: 'handed-over', at: now, to, by, reason }];
}

function wait(
  ticket: OpenedTicket,
  { until, by, reason }: ActOf<'wait'>,
  { now, policy }: Circumstances,
): TicketEvent[] {
  if (until <= now) throw new Refusal('in-the-past', 'The date to look again has passed. Choose a later one.');
  const { status } = ticket;
  const left = status.is === 'waiting' ? status : clockStops(ticket, now, policy);
  const { managementLeft: open } = left;
  return [{ type: 'waiting-began', at: now, until, by, reason, ...(open !== undefined && { managementLeft: open }) }];
}

function logged({ by, minutes, level, what, workedAt = undefined }: ActOf<'log-time'>, now: Instant): TicketEvent {
  if (workedAt !== undefined && workedAt > now) {
    throw new Refusal('in-the-future', 'Work is logged after it was done: “workedAt” lies ahead.');
  }
  return { type: 'time-logged', at: now, by, minutes, level, what, workedAt: workedAt ?? now };
}

function estimate(ticket: OpenedTicket, command: ActOf<'give-estimate'>, now: Instant): TicketEvent[] {
  const { by, hours, words, validUntil } = command;
  if (validUntil <= now)
    throw new Refusal('in-the-past', 'The estimate would have run out already. Choose a later “validUntil”.');
  reachable(ticket);
  return [{ type: 'estimate-given', at: now, by, hours, words, validUntil }, ...begin(ticket, by, 'answered', now)];
}

// P7: only a less severe error may wait for a later version, and the customer is told why.
function postpone(ticket: OpenedTicket, { by, reason, version }: ActOf<'postpone'>, now: Instant): TicketEvent[] {
  if (ticket.kind !== 'minor') {
    throw new Refusal(
      'only-minor-errors-wait',
      'Only a less severe error may be postponed to a later version (P7). Triage it first.',
    );
  }
  return [{ type: 'fix-postponed', at: now, by, reason, ...(version && { version }) }];
}

function resolve(ticket: OpenedTicket, { by, words }: ActOf<'resolve'>, now: Instant, policy: Policy): TicketEvent[] {
  if (words) reachable(ticket);
  const left =
    ticket.status.is === 'waiting' ? ticket.status.managementLeft : clockStops(ticket, now, policy).managementLeft;
  return [
    ...(words ? begin(ticket, by, 'answered', now) : []),
    {
      type: 'ticket-resolved',
      at: now,
      by,
      ...(words && { words }),
      ...(left !== undefined && { managementLeft: left }),
    },
  ];
}

function reopen(
  { status, commitment }: OpenedTicket,
  { by, reason }: ActOf<'reopen'>,
  now: Instant,
  policy: Policy,
): TicketEvent[] {
  if (status.is !== 'resolved')
    throw new Refusal('not-resolved', 'Only a resolved ticket can be reopened; this one is open.');
  const goesOn = clockGoesOn(status, commitment.kind, now, policy);
  return [{ type: 'ticket-reopened', at: now, by, ...(reason && { reason }), ...goesOn }];
}

function begin(
  { begun, commitment }: OpenedTicket,
  by: AgentId,
  how: 'taken' | 'answered',
  now: Instant,
): TicketEvent[] {
  if (begun) return [];
  const { beginTarget, beginLatest } = commitment;
  return [{ type: 'work-begun', at: now, by, how, inTime: now < beginLatest, withinTarget: now < beginTarget }];
}

function underway(ticket: OpenedTicket): OpenedTicket {
  if (isUnderway(ticket)) return ticket;
  if (ticket.status.is === 'parked') throw new Refusal('parked', 'The ticket is parked. Release it first.');
  throw new Refusal('already-resolved', 'The ticket is resolved. Reopen it first.');
}

const underwayBy = (ticket: OpenedTicket, by: AgentId): AgentId => underway(ticket) && by;

// What was said on the phone is an answer too (promise: “begun”), so a caller needs no address.
function reachable({ customer, channel }: OpenedTicket): void {
  if (!isReachable(customer) && channel !== 'phone') {
    throw new Refusal('unreachable', 'We know no address of this customer. Call back, and note what was said.');
  }
}
