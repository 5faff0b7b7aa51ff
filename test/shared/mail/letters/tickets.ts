import { commitmentFor } from '../../../../shared/promises/deadlines';
import type { Instant } from '../../../../shared/promises/instant';
import { defaultPolicy, type Kind } from '../../../../shared/promises/policy';
import type { TicketEvent } from '../../../../shared/ticket/events';
import { agentId, type TicketId } from '../../../../shared/ticket/ids';
import type { Roster } from '../../../../shared/ticket/roster';
import type { Staff } from '../../../../shared/ticket/staff';
import { type OpenedTicket, replay, unopened } from '../../../../shared/ticket/ticket';

export const policy = defaultPolicy;
export const anna = agentId('anna');
export const staff: Staff = [
  { id: anna, name: 'Anna Berg', email: 'anna@desk.test', works: 2, senior: true },
  { id: agentId('bo'), name: 'Bo Dahl', email: 'bo@desk.test', works: 2, senior: false },
  { id: agentId('cato'), name: 'Cato Eide', email: 'cato@desk.test', works: 3, senior: false },
  { id: agentId('dina'), name: 'Dina Foss', email: 'dina@desk.test', works: 3, senior: true },
  { id: agentId('erik'), name: 'Erik Gran', email: 'erik@desk.test', works: 'management', senior: false },
];

/** Bo is level 2's person on duty all week. */
export const roster: Roster = {
  shifts: [{ from: '2026-11-23', to: '2026-11-29', duty: agentId('bo'), senior: anna, onCall: [anna] }],
};

/** An instant of local time in the week of Monday 23 November 2026. */
export const at = (weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri', time: string): Instant =>
  Date.parse(`2026-11-${23 + ['mon', 'tue', 'wed', 'thu', 'fri'].indexOf(weekday)}T${time}+01:00`);

export const receivedAt = at('tue', '10:12');

type Opening = Extract<TicketEvent, { type: 'ticket-opened' }>;

const opening: Opening = {
  type: 'ticket-opened',
  at: receivedAt,
  channel: 'mail',
  customer: { name: 'Kari Nordmann', email: 'kari@kunde.test', organisation: 'Kunde AS' },
  subject: 'Får ikke åpnet påmeldingen',
  language: 'nb',
  receivedAt,
  commitment: commitmentFor('request', receivedAt, policy),
  acknowledged: true,
};

const firstMail: TicketEvent = {
  type: 'message-received',
  at: receivedAt,
  message: {
    words: { text: 'Passordet mitt er hemmelig123.' },
    attachments: [],
    receivedAt,
    mail: { messageId: '<first@kunde.test>', references: ['<older@kunde.test>'] },
  },
};

/** A ticket that was opened by Kari's mail, and to which some more has happened. */
export function ticketWith(more: readonly TicketEvent[] = [], differently: Partial<Opening> = {}): OpenedTicket {
  const ticket = replay([{ ...opening, ...differently }, firstMail, ...more], unopened('7K3M-Q9XD' as TicketId));
  if (ticket.state === 'unopened') throw new Error('The ticket was never opened.');
  return ticket;
}

export const triagedAs = (kind: Kind, t: Instant = receivedAt): TicketEvent => ({
  type: 'ticket-triaged',
  at: t,
  kind,
  by: anna,
  commitment: commitmentFor(kind, receivedAt, policy),
});

export const answered = (text: string, cc: readonly string[] = []): TicketEvent => ({
  type: 'reply-written',
  at: at('tue', '11:00'),
  by: anna,
  words: { text },
  cc,
});
