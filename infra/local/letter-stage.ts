import { commitmentFor } from '../../shared/promises/deadlines';
import { type Instant, MINUTE } from '../../shared/promises/instant';
import type { Kind, Policy } from '../../shared/promises/policy';
import type { Language } from '../../shared/promises/say';
import type { EventOf, TicketEvent } from '../../shared/ticket/events';
import { agentId, type TicketId } from '../../shared/ticket/ids';
import type { Staff } from '../../shared/ticket/staff';
import { type OpenedTicket, replay, unopened } from '../../shared/ticket/ticket';
import type { Cast } from './letter-cast';

/** What a made-up ticket is made of: who writes, in which language, and what is promised. */
export interface Staging {
  readonly cast: Cast;
  readonly language: Language;
  readonly policy: Policy;
}

export const anna = agentId('anna');
export const cato = agentId('cato');
export const dina = agentId('dina');
export const SAMPLE_STAFF: Staff = [
  { id: anna, name: 'Anna Berg', email: 'anna@desk.test', works: 2, senior: true },
  { id: cato, name: 'Cato Eide', email: 'cato@desk.test', works: 3, senior: true },
  { id: dina, name: 'Dina Foss', email: 'dina@desk.test', works: 2, senior: true },
];

/** A Tuesday in January. */
const RECEIVED_AT: Instant = Date.parse('2026-01-13T10:12+01:00');

/** So many minutes after the ticket was received. */
export const later = (minutes: number): Instant => RECEIVED_AT + minutes * MINUTE;

const minutesUntil = (t: Instant): number => (t - RECEIVED_AT) / MINUTE;

/** The ticket as it is when the letter falls due. */
export function ticketAfter(happened: readonly TicketEvent[], staging: Staging, opening: Opening = {}): OpenedTicket {
  const opens = { ...opened(staging, opening.receivedAt), ...opening };
  const ticket = replay(
    [opens, asked(staging, minutesUntil(opens.receivedAt)), ...happened],
    unopened('7K3M-Q9XD' as TicketId),
  );
  if (ticket.state === 'unopened') throw new Error('The ticket was never opened.');
  return ticket;
}

/** What is otherwise about how a ticket was opened. */
export type Opening = Partial<Omit<EventOf<'ticket-opened'>, 'type'>>;

const opened = ({ cast, language, policy }: Staging, receivedAt = RECEIVED_AT): EventOf<'ticket-opened'> => ({
  type: 'ticket-opened',
  at: receivedAt,
  channel: 'mail',
  customer: cast.customer,
  subject: cast.subject[language],
  language,
  receivedAt,
  commitment: commitmentFor(policy.untriaged, receivedAt, policy),
  acknowledged: true,
});

const asked = ({ cast, language }: Staging, minutes: number): TicketEvent => ({
  type: 'message-received',
  at: later(minutes),
  message: { words: { text: cast.asks[language] }, attachments: cast.attachments, receivedAt: later(minutes) },
});

const answered = ({ cast, language }: Staging, minutes: number): TicketEvent => ({
  type: 'reply-written',
  at: later(minutes),
  by: anna,
  words: { text: cast.answer[language] },
  cc: [],
});

const taken: readonly TicketEvent[] = [
  { type: 'ticket-assigned', at: later(20), agent: anna, by: anna },
  { type: 'work-begun', at: later(20), by: anna, how: 'taken', inTime: true, withinTarget: true },
];

/** What there is of a conversation before the letter's own message, which is its fourth, number 3. */
export const conversation = (staging: Staging): TicketEvent[] => [...taken, answered(staging, 45), asked(staging, 200)];

export const triaged = (kind: Kind, { policy }: Staging): TicketEvent => ({
  type: 'ticket-triaged',
  at: later(5),
  kind,
  by: anna,
  commitment: commitmentFor(kind, RECEIVED_AT, policy),
});

/** What is answered in the letter. */
export const reply = (staging: Staging): TicketEvent => answered(staging, 240);

/** The alarm of a critical error at night, so many times: one by one, then all of them. */
export const called = (times: number): TicketEvent[] =>
  Array.from({ length: times }, (_, attempt) => ({
    type: 'senior-called',
    at: later(5 + 15 * attempt),
    agents: CHAIN.slice(attempt, attempt + 1).length > 0 ? CHAIN.slice(attempt, attempt + 1) : CHAIN,
    attempt,
  }));

const CHAIN = [anna, dina, cato];

/** Whoever has no address yet writes in the chat. */
export const inTheChat = ({ cast }: Staging, { address }: { readonly address: boolean }): Opening => ({
  channel: 'chat',
  customer: {
    ...(cast.customer.name && { name: cast.customer.name }),
    ...(address && cast.customer.email && { email: cast.customer.email }),
    conversation: { provider: 'standard', id: 'c-1' },
  },
});

/** Why something is done: postponed, handed over, lifted. */
export const reasonOf = ({ cast, language }: Staging): string => cast.reason[language];
