import type { Instant } from '../promises/instant';
import { PARKED, reachable, underway } from './allowed';
import { begin, begunAnew } from './begin';
import type { Terms } from './circumstances';
import type { Act, ActOf } from './command';
import type { TicketEvent } from './events';
import { confirmMail } from './held-mail';
import { applyPolicy, triage } from './promise-acts';
import { Refusal } from './refusal';
import { agentOf, names, seniors } from './staff';
import type { OpenedTicket } from './ticket';

/** What an agent's act brings. Throws `Refusal` where the ticket's state or the promise forbids it. */
export function eventsOfAct(ticket: OpenedTicket, command: Act, terms: Terms): TicketEvent[] {
  const { now } = terms;
  switch (command.type) {
    case 'assign':
      return assign(underway(ticket), command, terms);
    case 'triage':
      return triage(underway(ticket), command, terms);
    case 'write-reply':
      return reply(underway(ticket), command, terms);
    case 'come-back':
      return comeBack(underway(ticket), command, terms);
    case 'write-note':
      return [{ type: 'note-written', at: now, by: command.by, words: command.words }];
    case 'hand-over':
      return handOver(underway(ticket), command, now);
    case 'lift-to-management':
      underway(ticket);
      return [{ type: 'lifted-to-management', at: now, by: command.by, reason: command.reason }];
    case 'wait':
      underway(ticket);
      return wait(command, now);
    case 'log-time':
      return [logged(command, now)];
    case 'give-estimate':
      return estimate(underway(ticket), command, terms);
    case 'postpone':
      return postpone(underway(ticket), command, now);
    case 'resolve':
      return resolve(underway(ticket), command, terms);
    case 'reopen':
      return reopen(ticket, command, terms);
    case 'release':
      return release(ticket, command, now);
    case 'set-language':
      return ticket.language === command.language
        ? []
        : [{ type: 'language-set', at: now, language: command.language, by: command.by }];
    case 'confirm-mail':
      return confirmMail(ticket, command, terms);
    case 'apply-policy':
      return applyPolicy(underway(ticket), command, terms);
  }
}

// To take it oneself is another thing than to be given it by somebody else.
function assign(ticket: OpenedTicket, { agent: name, by }: ActOf<'assign'>, terms: Terms): TicketEvent[] {
  const { now, policy, staff } = terms;
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
  return [assigned, ...begin(ticket, agent.id, agent.id === by ? 'taken' : 'assigned', terms)];
}

// Two who answer at once would say the same twice, or contradict each other: the second is shown what came between.
function reply(ticket: OpenedTicket, command: ActOf<'write-reply'>, terms: Terms): TicketEvent[] {
  const { by, words, cc, attachments = [], seen } = command;
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
  const enclosed = attachments.length > 0 && { attachments };
  const written: TicketEvent = { type: 'reply-written', at: terms.now, by, words, cc, ...enclosed };
  return [written, ...begin(ticket, by, 'answered', terms)];
}

// P14: to say when we come back is an answer; the reminder sees to it that we do.
function comeBack(ticket: OpenedTicket, { by, until, words }: ActOf<'come-back'>, terms: Terms): TicketEvent[] {
  const { now } = terms;
  if (until <= now) throw new Refusal('in-the-past', 'The date to come back has passed. Choose a later one.');
  reachable(ticket);
  const promised: TicketEvent = { type: 'coming-back-promised', at: now, by, until, ...(words && { words }) };
  return [promised, ...begin(ticket, by, 'answered', terms)];
}

function handOver(ticket: OpenedTicket, { to, by, reason }: ActOf<'hand-over'>, now: Instant): TicketEvent[] {
  if (ticket.level === to) throw new Refusal('already-at-level', `The ticket is at level ${to} already.`);
  return [{ type: 'handed-over', at: now, to, by, reason }];
}

function wait({ until, by, reason, remind }: ActOf<'wait'>, now: Instant): TicketEvent[] {
  if (until <= now) throw new Refusal('in-the-past', 'The date to look again has passed. Choose a later one.');
  return [{ type: 'waiting-began', at: now, until, by, reason, ...(remind && { remind }) }];
}

function logged({ by, minutes, level, what, workedAt = undefined }: ActOf<'log-time'>, now: Instant): TicketEvent {
  if (workedAt !== undefined && workedAt > now) {
    throw new Refusal('in-the-future', 'Work is logged after it was done: “workedAt” lies ahead.');
  }
  return { type: 'time-logged', at: now, by, minutes, level, what, workedAt: workedAt ?? now };
}

function estimate(ticket: OpenedTicket, command: ActOf<'give-estimate'>, terms: Terms): TicketEvent[] {
  const { by, hours, words, validUntil } = command;
  const { now } = terms;
  if (validUntil <= now)
    throw new Refusal('in-the-past', 'The estimate would have run out already. Choose a later “validUntil”.');
  reachable(ticket);
  return [{ type: 'estimate-given', at: now, by, hours, words, validUntil }, ...begin(ticket, by, 'answered', terms)];
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

function resolve(ticket: OpenedTicket, { by, words }: ActOf<'resolve'>, terms: Terms): TicketEvent[] {
  if (words) reachable(ticket);
  return [
    ...(words ? begin(ticket, by, 'answered', terms) : []),
    { type: 'ticket-resolved', at: terms.now, by, ...(words && { words }) },
  ];
}

function reopen(ticket: OpenedTicket, { by, reason }: ActOf<'reopen'>, { now, policy }: Terms): TicketEvent[] {
  const { is } = ticket.status;
  if (is === 'parked') throw new Refusal('parked', PARKED);
  if (is !== 'resolved') throw new Refusal('not-resolved', 'Only a resolved ticket can be reopened; this one is open.');
  return [{ type: 'ticket-reopened', at: now, by, ...(reason && { reason }), ...begunAnew(ticket, now, now, policy) }];
}

function release({ status }: OpenedTicket, { by }: ActOf<'release'>, now: Instant): TicketEvent[] {
  if (status.is === 'parked') return [{ type: 'ticket-released', at: now, by }];
  throw new Refusal('not-parked', 'Only a parked ticket can be released; this one is not parked.');
}
