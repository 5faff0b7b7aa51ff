import type { Instant } from '../promises/instant';
import type { Policy } from '../promises/policy';
import { underway } from './allowed';
import { comeBack, estimate, logCall, reply, resolve } from './answer-acts';
import { begin, begunAnew } from './begin';
import type { Terms } from './circumstances';
import type { Act, ActOf } from './command';
import type { TicketEvent } from './events';
import { confirmMail } from './held-mail';
import type { AgentId } from './ids';
import { applyPolicy, triage } from './promise-acts';
import { redact } from './redact-act';
import { Refusal } from './refusal';
import { onDuty } from './roster';
import { givenToSenior, hasTaken, isForSeniors, takenOver } from './seniors';
import {
  attachTickets,
  declareIncident,
  detachTicket,
  link,
  merge,
  publishIncident,
  withdrawIncident,
} from './shared-acts';
import { agentOf, isSenior, names, ofLevel, seniors } from './staff';
import { type OpenedTicket, replay } from './ticket';
import { postpone, tieToVersion } from './version-acts';

/** What an agent's act brings. Throws `Refusal` where the ticket's state or the promise forbids it. */
export function eventsOfAct(ticket: OpenedTicket, command: Act, terms: Terms): TicketEvent[] {
  const events = broughtBy(ticket, command, terms);
  return [...events, ...takenOver(ticket, events, command.by, terms)];
}

function broughtBy(ticket: OpenedTicket, command: Act, terms: Terms): TicketEvent[] {
  const { now } = terms;
  switch (command.type) {
    case 'assign':
      return assign(underway(ticket), command, terms);
    case 'triage':
      return triage(underway(ticket), command, terms);
    case 'dismiss-suspicion':
      return dismiss(ticket, command, now);
    case 'write-reply':
      return reply(underway(ticket), command, terms);
    case 'log-call':
      return logCall(underway(ticket), command, terms);
    case 'come-back':
      return comeBack(underway(ticket), command, terms);
    case 'write-note':
      return [{ type: 'note-written', at: now, by: command.by, words: command.words }];
    case 'hand-over':
      return handOver(underway(ticket), command, terms);
    case 'lift-to-management':
      underway(ticket);
      return [{ type: 'lifted-to-management', at: now, by: command.by, reason: command.reason }];
    case 'acknowledge-escalation':
      return acknowledge(ticket, command, terms);
    case 'wait':
      return wait(underway(ticket), command, terms);
    case 'log-time':
      return [logged(command, now)];
    case 'give-estimate':
      return estimate(underway(ticket), command, terms);
    case 'postpone':
      return postpone(underway(ticket), command, terms);
    case 'tie-to-version':
      return tieToVersion(underway(ticket), command, terms);
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
    case 'redact':
      return redact(ticket, command, terms);
    case 'merge':
      return merge(underway(ticket), command, now);
    case 'link':
      return link(ticket, command, now);
    case 'declare-incident':
      return declareIncident(underway(ticket), command, now);
    case 'attach-tickets':
      return attachTickets(underway(ticket), command, terms);
    case 'detach-ticket':
      return detachTicket(ticket, command, now);
    case 'publish-incident':
      return publishIncident(ticket, command, now);
    case 'withdraw-incident':
      return withdrawIncident(ticket, command, now);
    case 'apply-policy':
      return applyPolicy(underway(ticket), command, terms);
  }
}

// To take it oneself is another thing than to be given it by somebody else.
function assign(ticket: OpenedTicket, command: ActOf<'assign'>, terms: Terms): TicketEvent[] {
  const { agent: name, by, unlessTaken } = command;
  const { now, policy, staff } = terms;
  const agent = agentOf(staff, name);
  const takenBy = hasTaken(ticket, policy);
  if (unlessTaken && takenBy && takenBy !== by) throw new Refusal('taken', `${takenBy} has taken the ticket.`);
  if (agent.works === 'management') {
    throw new Refusal('not-allowed', `${agent.id} belongs to management, which works on no ticket. Use “escalation”.`);
  }
  if (isForSeniors(ticket, policy) && !isSenior(agent)) {
    const able = names(seniors(staff));
    const kind = ticket.commitment.kind;
    throw new Refusal('senior-needed', `A ticket of kind ${kind} is for seniors (P8). Give it to one of: ${able}.`, {
      able,
    });
  }
  if (ticket.assignee === agent.id && !(agent.id === by && isNewToThem(ticket, by, policy))) return [];
  const assigned: TicketEvent = { type: 'ticket-assigned', at: now, agent: agent.id, by };
  return [assigned, ...begin(ticket, agent.id, agent.id === by ? 'taken' : 'assigned', terms)];
}

// Whoever was given it takes it all the same: nobody has begun by being given something.
const isNewToThem = (ticket: OpenedTicket, by: AgentId, policy: Policy): boolean =>
  !ticket.begun || (isForSeniors(ticket, policy) && ticket.seniorHasIt !== by);

function dismiss({ suspected }: OpenedTicket, { by, reason }: ActOf<'dismiss-suspicion'>, now: Instant): TicketEvent[] {
  if (suspected) return [{ type: 'suspicion-dismissed', at: now, by, reason }];
  throw new Refusal(
    'not-suspected',
    'Nothing is suspected here any longer. Triage the ticket where that is to be done.',
  );
}

// Level 2 stays whom the customer has to do with; what is for seniors goes on to one of them.
function handOver(ticket: OpenedTicket, { to, by, reason }: ActOf<'hand-over'>, terms: Terms): TicketEvent[] {
  if (ticket.level === to) {
    const instead = 'Give it to somebody there with “assignment”, or write a note.';
    throw new Refusal('already-at-level', `The ticket is at level ${to} already. ${instead}`);
  }
  const contact = to === 3 ? contactAt2(ticket, by, terms) : undefined;
  const handed: TicketEvent = { type: 'handed-over', at: terms.now, to, by, reason, ...(contact && { contact }) };
  const after = replay([handed], ticket);
  return [handed, ...(after.state === 'opened' ? givenToSenior(after, by, terms) : [])];
}

// Whoever of level 2 has had it, or hands it over, else the person on duty.
function contactAt2({ assignee, contact }: OpenedTicket, by: AgentId, terms: Terms): AgentId | undefined {
  const level2 = ofLevel(terms.staff, 2).map(({ id }) => id);
  return [assignee, contact, by].find((id) => id && level2.includes(id)) ?? onDuty(terms.now, terms)?.id;
}

function acknowledge(
  { escalation }: OpenedTicket,
  { by }: ActOf<'acknowledge-escalation'>,
  { now, staff }: Terms,
): TicketEvent[] {
  if (!escalation)
    throw new Refusal('not-escalated', 'The ticket has not been lifted to management. Use “escalation”.');
  if (agentOf(staff, by).works !== 'management') {
    throw new Refusal(
      'not-allowed',
      'It is management that acknowledges what was lifted to them. Take the ticket instead.',
    );
  }
  return escalation.acknowledgedBy ? [] : [{ type: 'escalation-acknowledged', at: now, by }];
}

function wait(ticket: OpenedTicket, { until, by, reason, remind }: ActOf<'wait'>, terms: Terms): TicketEvent[] {
  const { now, policy } = terms;
  if (until <= now) throw new Refusal('in-the-past', 'The date to look again has passed. Choose a later one.');
  const reminds = remind ?? (policy.waiting.remind && !isForSeniors(ticket, policy));
  return [{ type: 'waiting-began', at: now, until, by, reason, ...(reminds && { remind: true }) }];
}

function logged({ by, minutes, level, what, workedAt = undefined }: ActOf<'log-time'>, now: Instant): TicketEvent {
  if (workedAt !== undefined && workedAt > now) {
    throw new Refusal('in-the-future', 'Work is logged after it was done: “workedAt” lies ahead.');
  }
  return { type: 'time-logged', at: now, by, minutes, level, what, workedAt: workedAt ?? now };
}

function reopen(ticket: OpenedTicket, { by, reason }: ActOf<'reopen'>, { now, policy }: Terms): TicketEvent[] {
  const { is } = ticket.status;
  if (is === 'parked' || is === 'merged') underway(ticket);
  if (is !== 'resolved') throw new Refusal('not-resolved', 'Only a resolved ticket can be reopened; this one is open.');
  return [{ type: 'ticket-reopened', at: now, by, ...(reason && { reason }), ...begunAnew(ticket, now, now, policy) }];
}

function release({ status }: OpenedTicket, { by }: ActOf<'release'>, now: Instant): TicketEvent[] {
  if (status.is === 'parked') return [{ type: 'ticket-released', at: now, by }];
  throw new Refusal('not-parked', 'Only a parked ticket can be released; this one is not parked.');
}
