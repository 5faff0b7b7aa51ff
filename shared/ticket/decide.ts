import { answerDueFor, managementLeft, retriaged } from '../promises/change';
import { commitmentFor } from '../promises/deadlines';
import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import type { Act, Command, Inquiry } from './command';
import { clockGoesOn, clockStops, comeDue, isUnderway, reopensUntil } from './due';
import type { Customer, TicketEvent } from './events';
import type { AgentId } from './ids';
import { Refusal } from './refusal';
import { agentOf, names, type Staff, seniors } from './staff';
import { type OpenedTicket, replay, type Ticket } from './ticket';

/** What a decision may depend on besides the ticket: the desk's clock, the promise in force, and who works here. */
export interface Circumstances {
  readonly now: Instant;
  readonly policy: Policy;
  readonly staff: Staff;
}

/**
 * What happens to the ticket: first what has come due, then what the command brings, then what that uncovers.
 * Nothing, when there is nothing new. Throws `Refusal` where the ticket's state or the promise forbids the act.
 */
export function decide(ticket: Ticket, command: Command, circumstances: Circumstances): TicketEvent[] {
  const { now, policy } = circumstances;
  const due = comeDue(ticket, now, policy);
  const answer = answerTo(command, replay(due, ticket), circumstances);
  const events = [...due, ...answer];
  return answer.length === 0 ? events : [...events, ...comeDue(replay(events, ticket), now, policy)];
}

function answerTo(command: Command, ticket: Ticket, circumstances: Circumstances): TicketEvent[] {
  if (command.type === 'receive-inquiry') return receive(ticket, command, circumstances);
  if (ticket.state === 'unopened') throw new Refusal('no-such-ticket', `There is no ticket ${ticket.id}.`);
  if (command.type === 'look') return [];
  if (command.type === 'note-automatic-mail') {
    const { reason, words, raw } = command;
    return [{ type: 'automatic-mail-noted', at: circumstances.now, reason, words, ...(raw && { raw }) }];
  }
  return act(ticket, command, circumstances);
}

function receive(ticket: Ticket, inquiry: Inquiry, circumstances: Circumstances): TicketEvent[] {
  return ticket.state === 'unopened' ? open(inquiry, circumstances) : followUp(ticket, inquiry, circumstances);
}

function open(inquiry: Inquiry, { now, policy }: Circumstances): TicketEvent[] {
  const { channel, customer, subject, language, message, acknowledge, loggedBy, follows, park } = inquiry;
  const { receivedAt } = message;
  return [
    {
      type: 'ticket-opened',
      at: now,
      channel,
      customer,
      subject,
      language,
      receivedAt,
      commitment: commitmentFor(policy.untriaged, receivedAt, policy),
      acknowledged: acknowledge && park === undefined && isReachable(customer),
      ...(loggedBy && { loggedBy }),
      ...(follows && { follows }),
    },
    { type: 'message-received', at: now, message },
    ...(park === undefined ? [] : [{ type: 'ticket-parked', at: now, reason: park } as const]),
  ];
}

function followUp(ticket: OpenedTicket, { message }: Inquiry, { now, policy }: Circumstances): TicketEvent[] {
  const { status, begun, commitment } = ticket;
  const answerDue = begun && { answerDue: answerDueFor(message.receivedAt, policy) };
  const received: TicketEvent = { type: 'message-received', at: now, message, ...answerDue };
  if (status.is === 'waiting') {
    return [
      received,
      { type: 'waiting-ended', at: now, why: 'answered', ...clockGoesOn(status, commitment.kind, now, policy) },
    ];
  }
  if (status.is !== 'resolved' || now > reopensUntil(status.at, policy)) return [received];
  return [
    received,
    { type: 'ticket-reopened', at: now, by: 'customer', ...clockGoesOn(status, commitment.kind, now, policy) },
  ];
}

function act(ticket: OpenedTicket, command: Act, circumstances: Circumstances): TicketEvent[] {
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
  { kind, by, because }: ActOf<'triage'>,
  { now, policy }: Circumstances,
): TicketEvent[] {
  if (ticket.kind === kind) return [];
  const { commitment: before, receivedAt, told, status } = ticket;
  const why = ticket.kind === undefined ? 'first-triage' : (because ?? 'misjudged');
  const commitment = retriaged({ commitment: before, receivedAt, told, to: kind, because: why, now, policy });
  const { managementAt } = commitment;
  const left =
    status.is === 'waiting' && managementAt !== undefined
      ? { managementLeft: managementLeft(managementAt, status.since, policy, kind) }
      : {};
  return [{ type: 'ticket-triaged', at: now, kind, by, commitment, ...left }];
}

// Two who answer at once would say the same twice, or contradict each other: the second is shown what came between.
function reply(ticket: OpenedTicket, { by, words, cc, seen }: ActOf<'write-reply'>, now: Instant): TicketEvent[] {
  const count = ticket.messages.length;
  if (seen !== count) {
    const message = `You had seen ${seen} messages, there are ${count}. Read the new ones, then send your answer again.`;
    throw new Refusal('conversation-moved-on', message, {
      seen: count,
      text: words.text,
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

/** Whether a letter can reach the customer: in the conversation of a chat, or by mail. */
export const isReachable = ({ email, conversation }: Customer): boolean => Boolean(conversation ?? email);

// What was said on the phone is an answer too (promise: “begun”), so a caller needs no address.
function reachable({ customer, channel }: OpenedTicket): void {
  if (!isReachable(customer) && channel !== 'phone') {
    throw new Refusal('unreachable', 'We know no address of this customer. Call back, and note what was said.');
  }
}
