import { policies as ours } from '../../infra/policies';
import type { Instant } from '../../shared/promises/instant';
import type { Policies } from '../../shared/promises/policies';
import type { Release } from '../../shared/promises/releases';
import { type Circumstances, heldTo } from '../../shared/ticket/circumstances';
import type { Command, Inquiry } from '../../shared/ticket/command';
import { decide } from '../../shared/ticket/decide';
import { managementAt, wakeAt } from '../../shared/ticket/due';
import { type Effect, effectsOf } from '../../shared/ticket/effects';
import type { TicketEvent } from '../../shared/ticket/events';
import { type AgentId, agentId, type TicketId } from '../../shared/ticket/ids';
import type { Roster } from '../../shared/ticket/roster';
import type { Staff } from '../../shared/ticket/staff';
import { type OpenedTicket, replay, type Ticket, unopened } from '../../shared/ticket/ticket';

export const [anna, bo, cato, dina, erik] = ['anna', 'bo', 'cato', 'dina', 'erik'].map(agentId) as [
  AgentId,
  AgentId,
  AgentId,
  AgentId,
  AgentId,
];

const person = (id: AgentId, works: 2 | 3 | 'management', senior = false) => ({
  id,
  name: id,
  email: `${id}@desk.test`,
  works,
  senior,
});

export const STAFF: Staff = [
  { ...person(anna, 2, true), phone: '+4790000001' },
  person(bo, 2),
  person(cato, 3),
  { ...person(dina, 3, true), phone: '+4790000004' },
  person(erik, 'management'),
];

/** Anna is on duty, and first on call. */
export const ROSTER: Roster = {
  shifts: [{ from: '2024-01-01', to: '2099-12-31', duty: anna, senior: anna, onCall: [anna, dina] }],
};

export const TICKET = '7K3M-Q9XD' as TicketId;

/** A mail from Kari that came at the time. */
export const mailAt = (receivedAt: Instant, changes: Partial<Inquiry> = {}): Inquiry => ({
  type: 'receive-inquiry',
  channel: 'mail',
  customer: { name: 'Kari Nordmann', email: 'kari@kunde.example' },
  subject: 'Får ikke åpnet skjemaet',
  language: 'nb',
  message: { words: { text: 'Hei, skjemaet åpner seg ikke.' }, attachments: [], receivedAt },
  acknowledge: true,
  ...changes,
});

/** A story of one ticket: each step is a command at a time; what it brought can be looked at. */
export interface Story {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly effects: readonly Effect[];
  when(command: Command, now: Instant): Story;
  /** The ticket, which the story has opened. */
  opened(): OpenedTicket;
  wakesAt(): Instant | undefined;
  /** When management is told, unless that clock stands still. */
  managementAt(): Instant | undefined;
}

/** Version 5.2 is the next that can hold a fix. */
export const RELEASES: readonly Release[] = [
  { name: '5.2', freeze: '2099-11-01', date: '2099-11-15' },
  { name: '5.3', freeze: '2099-12-01', date: '2099-12-15' },
];

/** Who works at the desk of a story, and what is planned there. */
type Setting = Pick<Circumstances, 'staff' | 'roster' | 'releases'>;
const SETTING: Setting = { staff: STAFF, roster: ROSTER, releases: RELEASES };

export const given = (inquiry: Inquiry = mailAt(0), policies: Policies = ours, setting: Partial<Setting> = {}): Story =>
  tell({ ticket: unopened(TICKET), events: [], effects: [] }, policies, { ...SETTING, ...setting }).when(
    inquiry,
    inquiry.message.receivedAt,
  );

type Told = Pick<Story, 'ticket' | 'events' | 'effects'>;

function tell(told: Told, policies: Policies, setting: Setting): Story {
  const { ticket } = told;
  const opened = () => {
    if (ticket.state === 'opened') return ticket;
    throw new Error('The story has not opened its ticket.');
  };
  return {
    ...told,
    opened,
    when(command, now) {
      const events = decide(ticket, command, { now, policies, ...setting });
      const after = replay(events, ticket);
      const effects = events.length ? effectsOf(ticket, events, after, policies) : [];
      return tell({ ticket: after, events, effects }, policies, setting);
    },
    wakesAt: () => wakeAt(opened(), heldTo(opened(), policies)),
    managementAt: () => managementAt(opened(), heldTo(opened(), policies)),
  };
}

export const types = (events: readonly TicketEvent[]): string[] => events.map(({ type }) => type);

/** The letters that are owed, each as `kind` or `kind → audience`. */
export const letters = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) =>
    effect.type === 'letter' ? [`${effect.letter}${'why' in effect ? ` ${effect.why}` : ''}${toOf(effect)}`] : [],
  );

const toOf = (effect: Effect) => ('to' in effect ? ` → ${effect.to.map(audience).join(', ')}` : '');
const audience = (to: unknown) => (typeof to === 'string' ? to : Object.values(to as object).join());

export const look: Command = { type: 'look' };
