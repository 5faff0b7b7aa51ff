import { openedBy } from '../../shared/desk/opened-ticket';
import type { Desk, KeptCommit } from '../../shared/desk/ports';
import { letterIdOf } from '../../shared/mail/letter-tag';
import { traceOf } from '../../shared/promises/deadlines';
import type { Kind, Policy } from '../../shared/promises/policy';
import { heldTo } from '../../shared/ticket/circumstances';
import { isUncertain } from '../../shared/ticket/delivery';
import type { TicketId } from '../../shared/ticket/ids';
import { type Summary, summaryOf } from '../../shared/ticket/summary';
import { isoIn, isoOrNull } from './iso';
import { entryJson } from './timeline-json';
import { traceJson } from './trace-json';
import { workJson } from './work-json';

/** A row of a list. What is not known, or not so yet, is null. */
export function rowJson(row: Summary, policy: Policy) {
  const iso = isoIn(policy);
  return {
    id: row.id,
    subject: row.subject,
    channel: row.channel,
    status: row.status,
    parked: row.parked ?? null,
    suspected: row.suspected ?? null,
    fixIn: row.fixIn ?? null,
    partOf: row.partOf ?? null,
    leadsIncident: row.leads ?? false,
    ...kindJson(row.kind),
    level: row.level,
    assignee: row.assignee ?? null,
    customer: row.customer,
    receivedAt: iso(row.receivedAt),
    begunAt: isoOrNull(row.begunAt, iso),
    resolvedAt: isoOrNull(row.resolvedAt, iso),
    promise: {
      beginTarget: iso(row.beginTarget),
      beginLatest: iso(row.beginLatest),
      managementAt: isoOrNull(row.managementAt, iso),
      missed: row.missed,
    },
    nextAt: iso(row.nextAt),
    seen: row.seen,
  };
}

function kindJson(kind: Kind | undefined) {
  switch (kind) {
    case undefined:
      return { kind: null, severity: null };
    case 'critical':
    case 'severe':
    case 'minor':
      return { kind: 'error', severity: kind };
    case 'request':
    case 'assignment':
    case 'security':
      return { kind, severity: null };
  }
}

/** A whole ticket: the row, the promise with how it came about, what happened in order, and the letters it owes or sent. */
export async function ticketJson(desk: Desk, id: TicketId) {
  const history = await desk.tickets.history(id);
  const { ticket, version } = openedBy(id, history);
  const { now, policies } = await desk.circumstances();
  const policy = heldTo(ticket, policies);
  const row = rowJson(summaryOf(ticket, version, policy), policy);
  const timeline = await Promise.all(
    history.flatMap(({ events }) => events).map((event) => entryJson(desk, id, event, isoIn(policy))),
  );
  return {
    ...row,
    customer: ticket.customer,
    language: ticket.language,
    ...(ticket.follows && { follows: ticket.follows }),
    ...workJson(ticket, now, policy),
    undeliverable: ticket.undeliverable,
    held: ticket.held.flatMap(({ doubt, confirmed }, held) => (confirmed ? [] : [{ held, doubt }])),
    promise: { ...row.promise, trace: traceJson(traceOf(ticket.commitment, policy, ticket.pauses), isoIn(policy)) },
    timeline,
    letters: history.flatMap((commit) => lettersJson(commit, policy)),
  };
}

function lettersJson({ ticket, version, effects, deliveries, feedback }: KeptCommit, policy: Policy) {
  return effects.flatMap((effect, index) => {
    const delivery = deliveries[index];
    if (effect.type !== 'letter' || !delivery) return [];
    const iso = isoIn(policy);
    const told = Object.entries(feedback[index] ?? {}).map(([mark, at]) => [mark, iso(at)]);
    return [
      {
        id: letterIdOf({ ticket, version, index }),
        letter: effect.letter,
        is: delivery.is,
        uncertain: isUncertain(delivery),
        ...('at' in delivery && { at: iso(delivery.at) }),
        ...('reason' in delivery && { reason: delivery.reason }),
        ...Object.fromEntries(told),
      },
    ];
  });
}
