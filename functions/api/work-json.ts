import type { Instant } from '../../shared/promises/instant';
import { MINUTE } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { clauseNamed } from '../../shared/promises/triage';
import { timeAtLevels } from '../../shared/ticket/levels';
import type { Message, OpenedTicket } from '../../shared/ticket/ticket';
import { isoIn, isoOrNull } from './iso';

/** How the work on a ticket stands: who judged it and by what, whose it is, what is still to be done by when, and what it belongs to. */
export function workJson(ticket: OpenedTicket, now: Instant, policy: Policy) {
  const iso = isoIn(policy);
  const { status, comingBack, escalation, seniorHasIt, seniorAlarm, incident } = ticket;
  return {
    suspicion: suspicionJson(ticket, iso),
    triage: triageJson(ticket, iso),
    contact: ticket.contact ?? null,
    levels: levelsJson(ticket, now, policy),
    senior: { calls: seniorAlarm?.calls ?? 0, hasIt: seniorHasIt ?? null },
    escalation: escalation
      ? { toldAt: iso(escalation.toldAt), acknowledgedBy: escalation.acknowledgedBy ?? null }
      : null,
    comeBackAt: isoOrNull(comingBack?.at, iso),
    comeBackWith: comingBack?.version ?? null,
    callBackAt: isoOrNull(ticket.callBackAt, iso),
    version: ticket.fixIn ?? null,
    ...(status.is === 'waiting' && { waitingUntil: iso(status.until), reminders: status.reminded ?? 0 }),
    ...(status.is === 'merged' && { mergedInto: status.into }),
    links: ticket.links,
    incident: incident && {
      title: incident.title,
      tickets: incident.tickets,
      firstReceivedAt: iso(incident.firstReceivedAt),
      publishedAt: isoOrNull(incident.published?.at, iso),
    },
    messages: ticket.messages.map((message, n) => messageJson(message, n, iso)),
  };
}

type Iso = (at: Instant) => string;

const suspicionJson = ({ suspected }: OpenedTicket, iso: Iso) =>
  suspected ? { of: suspected.of, words: suspected.words, at: iso(suspected.at) } : null;

function triageJson({ triage }: OpenedTicket, iso: Iso) {
  if (!triage) return null;
  const { answers, clause, by, at } = triage;
  const { nb, en } = clauseNamed(clause) ?? {};
  return { answers, clause: { id: clause, nb, en }, by, at: iso(at) };
}

/** Working minutes with each level, without the time that we waited or it was resolved. */
function levelsJson(ticket: OpenedTicket, now: Instant, policy: Policy) {
  const { 2: level2, 3: level3, handovers } = timeAtLevels(ticket, now, policy);
  const minutes = (ms: number) => Math.round(ms / MINUTE);
  return { minutesAtLevel2: minutes(level2), minutesAtLevel3: minutes(level3), handovers };
}

/** The places by which messages and their files are named, from 0; what they say is in the timeline. */
const messageJson = ({ from, at, attachments, redacted }: Message, message: number, iso: Iso) => ({
  message,
  from,
  at: iso(at),
  attachments: attachments.map(({ name, type, bytes }, attachment) => ({ attachment, name, type, bytes })),
  ...(redacted && { redacted: { ...redacted, at: iso(redacted.at) } }),
});
