import type { Instant } from '../promises/instant';
import type { Policies } from '../promises/policies';
import { underway } from '../ticket/allowed';
import { heldTo } from '../ticket/circumstances';
import type { Attached } from '../ticket/command';
import type { CommandId, TicketId } from '../ticket/ids';
import { Refusal, type RefusalReason } from '../ticket/refusal';
import { isForSeniors } from '../ticket/seniors';
import { incidentOf } from '../ticket/shared-acts';
import { hasWords, type Similar, similarTo } from '../ticket/similar';
import type { Agent } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
import { mapEach, TICKETS_AT_ONCE } from './each-of';
import { handle } from './handle';
import { openedTicket } from './opened-ticket';
import type { Desk } from './ports';
import { rowsUnderway } from './rows-underway';

/** Which tickets are attached to an incident: those that are named, those that are suggested, or all that came then. */
export type Which =
  | { readonly tickets: readonly TicketId[] }
  | { readonly suggested: true }
  | { readonly receivedFrom: Instant; readonly receivedTo: Instant; readonly words?: string | undefined };

export interface Skipped {
  readonly ticket: TicketId;
  readonly reason: RefusalReason;
  readonly message: string;
}

/** What came of the tickets that were to be attached. */
export interface Attaching {
  readonly attached: readonly TicketId[];
  readonly skipped: readonly Skipped[];
}

/** More than this in one act nobody has looked through, and the answer would take too long. */
const ATTACHED_MAX = 1_000;

/** Attaches tickets to an incident. One that can't be attached is told of, and keeps no other back. */
export const attachTickets =
  (desk: Desk) =>
  async (lead: TicketId, which: Which, { id: by }: Agent, once: CommandId): Promise<Attaching> => {
    const ticket = await openedTicket(desk, lead);
    const incident = incidentOf(ticket);
    const { policies } = await desk.circumstances();
    const ids = (await chosen(desk, lead, which)).filter((id) => id !== lead && !incident.tickets.includes(id));
    if (ids.length > ATTACHED_MAX)
      throw new Refusal('too-large', `These are ${ids.length} tickets. Attach at most ${ATTACHED_MAX} in one act.`);
    const found = await mapEach(ids, TICKETS_AT_ONCE, (id) => attachable(desk, { lead: ticket, policies }, id));
    const tickets = found.filter((one) => 'receivedAt' in one);
    if (tickets.length > 0) await handle(desk)(lead, { type: 'attach-tickets', tickets, by }, once);
    // The same request sent again has chosen anew, and attached nothing.
    const led = incidentOf(await openedTicket(desk, lead)).tickets;
    const attached = tickets.map(({ id }) => id).filter((id) => led.includes(id));
    return { attached, skipped: found.filter((one) => 'reason' in one) };
  };

/** The tickets that look like those of an incident, the most alike first. */
export const suggestions =
  (desk: Desk) =>
  async (lead: TicketId): Promise<Similar[]> => {
    const ticket = await openedTicket(desk, lead);
    const { title, tickets, firstReceivedAt } = incidentOf(ticket);
    const texts = [title, ticket.subject, ticket.messages[0]?.words.text ?? ''];
    const rows = (await rowsUnderway(desk)).filter(({ id }) => id !== lead && !tickets.includes(id));
    return similarTo({ firstReceivedAt, texts }, rows);
  };

async function chosen(desk: Desk, lead: TicketId, which: Which): Promise<readonly TicketId[]> {
  if ('tickets' in which) return [...new Set(which.tickets)];
  if ('suggested' in which) return (await suggestions(desk)(lead)).map(({ id }) => id);
  const { receivedFrom, receivedTo, words = '' } = which;
  return (await rowsUnderway(desk))
    .filter(({ receivedAt }) => receivedFrom <= receivedAt && receivedAt < receivedTo)
    .filter(({ subject, partOf, leads }) => hasWords(subject, words) && !partOf && !leads)
    .map(({ id }) => id);
}

interface ToAttach {
  readonly lead: OpenedTicket;
  readonly policies: Policies;
}

// A row is a moment late, so each ticket is read.
async function attachable(desk: Desk, { lead, policies }: ToAttach, id: TicketId): Promise<Attached | Skipped> {
  try {
    const ticket = underway(await openedTicket(desk, id));
    const { receivedAt, partOf, incident, kind } = ticket;
    if (partOf) throw new Refusal('part-of-incident', `It belongs to the incident that ${partOf} leads.`);
    if (incident) throw new Refusal('leads-incident', 'It leads an incident itself.');
    if (kind !== lead.kind && isForSeniors(ticket, heldTo(ticket, policies)))
      throw new Refusal(
        'senior-needed',
        'It needs a senior. Triage the incident as that kind first, or leave it apart.',
      );
    return { id, receivedAt };
  } catch (error) {
    if (error instanceof Refusal) return { ticket: id, reason: error.reason, message: error.message };
    throw error;
  }
}
