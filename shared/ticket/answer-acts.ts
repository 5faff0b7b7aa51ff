import type { Instant } from '../promises/instant';
import { releaseNamed } from '../promises/releases';
import { reachable } from './allowed';
import { begin } from './begin';
import type { Terms } from './circumstances';
import type { ActOf } from './command';
import type { TicketEvent } from './events';
import type { OpenedTicket } from './opened-ticket';
import { Refusal } from './refusal';
import { notOut, tied } from './version-acts';

// Two who answer at once would say the same twice, or contradict each other: the second is shown what came between.
export function reply(ticket: OpenedTicket, command: ActOf<'write-reply'>, terms: Terms): TicketEvent[] {
  const { by, words, cc, attachments = [], seen, toAll } = command;
  const count = ticket.messages.length;
  if (seen !== count) {
    const message = `You had seen ${seen} messages, there are ${count}. Read the new ones, then send your answer again.`;
    throw new Refusal('conversation-moved-on', message, {
      seen: count,
      words,
      since: ticket.messages.slice(seen),
    });
  }
  if (toAll) leading(ticket);
  else reachable(ticket);
  const enclosed = { ...(attachments.length > 0 && { attachments }), ...(toAll && ({ toAll } as const)) };
  const written: TicketEvent = { type: 'reply-written', at: terms.now, by, words, cc, ...enclosed };
  return [written, ...begin(ticket, by, 'answered', terms)];
}

/** P14: to say when we come back is an answer; the reminder sees to it that we do. */
export function comeBack(ticket: OpenedTicket, command: ActOf<'come-back'>, terms: Terms): TicketEvent[] {
  const { by, until, version, words } = command;
  const { now: at, releases } = terms;
  if (until !== undefined && until <= at)
    throw new Refusal('in-the-past', 'The date to come back has passed. Choose a later one.');
  reachable(ticket);
  const release = version === undefined ? undefined : notOut(releaseNamed(releases, version));
  const promised: TicketEvent = {
    type: 'coming-back-promised',
    at,
    by,
    ...(until !== undefined && { until }),
    ...(release && { version: release.name }),
    ...(words && { words }),
  };
  return [promised, ...(release ? tied(ticket, release, by, at) : []), ...begin(ticket, by, 'answered', terms)];
}

/** A call in which something was said is an answer; one that nobody answered is a task with a time (P10). */
export function logCall(ticket: OpenedTicket, command: ActOf<'log-call'>, terms: Terms): TicketEvent[] {
  const { by, direction, answered, minutes, words, callBackAt } = command;
  const { now: at } = terms;
  refuseBadCallBack(command, at);
  const logged: TicketEvent = {
    type: 'call-logged',
    at,
    by,
    direction,
    answered,
    ...(minutes !== undefined && { minutes }),
    ...(words && { words }),
    ...(callBackAt !== undefined && { callBackAt }),
  };
  return [logged, ...(answered && words ? begin(ticket, by, 'answered', terms) : [])];
}

/** @throws {Refusal} where nobody answered and no time is set to call again, or one that has passed. */
export function refuseBadCallBack(
  { answered, callBackAt }: Pick<ActOf<'log-call'>, 'answered' | 'callBackAt'>,
  now: Instant,
): void {
  if (!answered && callBackAt === undefined)
    throw new Refusal('call-back-missing', 'Nobody answered: say in “callBackAt” when somebody calls again.');
  if (callBackAt !== undefined && callBackAt <= now)
    throw new Refusal('in-the-past', 'The time to call back has passed. Choose a later one.');
}

export function estimate(ticket: OpenedTicket, command: ActOf<'give-estimate'>, terms: Terms): TicketEvent[] {
  const { by, hours, words, validUntil } = command;
  const { now } = terms;
  if (validUntil <= now)
    throw new Refusal('in-the-past', 'The estimate would have run out already. Choose a later “validUntil”.');
  reachable(ticket);
  return [{ type: 'estimate-given', at: now, by, hours, words, validUntil }, ...begin(ticket, by, 'answered', terms)];
}

export function resolve(ticket: OpenedTicket, { by, words, toAll }: ActOf<'resolve'>, terms: Terms): TicketEvent[] {
  if (toAll) leading(ticket);
  else if (words) reachable(ticket);
  return [
    ...(words ? begin(ticket, by, 'answered', terms) : []),
    { type: 'ticket-resolved', at: terms.now, by, ...(words && { words }), ...(toAll && ({ toAll } as const)) },
  ];
}

function leading({ incident }: OpenedTicket): void {
  if (!incident) throw new Refusal('no-incident', 'The ticket leads no incident. Answer it alone, without “toAll”.');
}
