import { policies } from '../../infra/policies';
import type { Commit } from '../../shared/desk/ports';
import type { Instant } from '../../shared/promises/instant';
import { DAY, HOUR, MINUTE } from '../../shared/promises/instant';
import { defaultPolicy as policy } from '../../shared/promises/policy';
import type { Command } from '../../shared/ticket/command';
import { decide } from '../../shared/ticket/decide';
import { effectsOf } from '../../shared/ticket/effects';
import { factsOf } from '../../shared/ticket/facts';
import { commandId, type TicketId } from '../../shared/ticket/ids';
import { type Summary, summaryOf } from '../../shared/ticket/summary';
import { type OpenedTicket, replay, type Ticket, unopened } from '../../shared/ticket/ticket';
import { anna, bo, cato, dina, look, mailAt, RELEASES, ROSTER, STAFF } from '../support/ticket-story';

/** A command of a story, and when it comes. */
export interface Step {
  readonly at: Instant;
  readonly command: Command;
}

/** A ticket as a story has made it, with all that the desk keeps of it. */
export interface Told {
  readonly ticket: OpenedTicket;
  readonly commits: readonly Commit[];
  readonly summary: Summary;
}

/** Does with each command what `handle` does, but for keeping it: decides, folds, and says what is owed and shown. */
export function tell(id: TicketId, steps: readonly Step[]): Told {
  const told: { ticket: Ticket; commits: Commit[]; summary?: Summary } = { ticket: unopened(id), commits: [] };
  for (const { at, command } of steps) {
    const events = decide(told.ticket, command, {
      now: at,
      policies,
      staff: STAFF,
      roster: ROSTER,
      releases: RELEASES,
    });
    const after = replay(events, told.ticket);
    if (events.length === 0 || after.state === 'unopened') continue;
    const version = told.commits.length + 1;
    const effects = effectsOf(told.ticket, events, after, policies);
    const facts = factsOf(told.ticket, events, after, version, at);
    told.commits.push({ ticket: id, version, command: commandId(`bench ${version}`), at, events, effects, facts });
    Object.assign(told, { ticket: after, summary: summaryOf(after, version, policy) });
  }
  const { ticket, commits, summary } = told;
  if (ticket.state === 'opened' && summary) return { ticket, commits, summary };
  throw new Error('The story has not opened its ticket.');
}

/** Stories that end well, as support has them: of a ticket that was received then. */
export const SOLVED: readonly ((receivedAt: Instant) => readonly Step[])[] = [
  (t) => [
    arrives(t),
    { at: t + 20 * MINUTE, command: { type: 'triage', kind: 'request', by: bo } },
    { at: t + 30 * MINUTE, command: { type: 'assign', agent: 'bo', by: bo } },
    answers(t + HOUR, 1),
    { at: t + 2 * HOUR, command: { type: 'resolve', by: bo } },
  ],
  (t) => [
    arrives(t),
    { at: t + 40 * MINUTE, command: { type: 'assign', agent: 'bo', by: bo } },
    answers(t + 3 * HOUR, 1),
    arrives(t + 5 * HOUR),
    { at: t + 6 * HOUR, command: look },
    answers(t + DAY, 3),
    { at: t + DAY + HOUR, command: { type: 'resolve', by: bo, words: { text: 'Da lukker vi saken.' } } },
  ],
  (t) => [
    arrives(t),
    { at: t + 10 * MINUTE, command: { type: 'triage', kind: 'severe', by: anna } },
    { at: t + 4 * HOUR, command: look },
    { at: t + 5 * HOUR, command: { type: 'hand-over', to: 3, reason: 'Feilen er i koden.', by: anna } },
    { at: t + 6 * HOUR, command: { type: 'assign', agent: 'dina', by: dina } },
    { at: t + DAY, command: { type: 'resolve', by: dina, words: { text: 'Feilen er rettet.' } } },
  ],
  (t) => [
    arrives(t),
    { at: t + HOUR, command: { type: 'triage', kind: 'minor', by: bo } },
    { at: t + 2 * HOUR, command: { type: 'assign', agent: 'cato', by: cato } },
    { at: t + 3 * HOUR, command: { type: 'wait', until: t + DAY, reason: 'Venter på skjermbilde.', by: cato } },
    { at: t + DAY, command: look },
    { at: t + DAY + HOUR, command: { type: 'resolve', by: cato } },
  ],
];

const WORDS =
  'Hei! Vi får ikke åpnet påmeldingsskjemaet for kurset vårt i mars. Det kommer bare en hvit side når vi trykker på lenken.';

export const arrives = (at: Instant): Step => ({
  at,
  command: mailAt(at, { message: { words: { text: WORDS }, attachments: [], receivedAt: at } }),
});

const answers = (at: Instant, seen: number): Step => ({
  at,
  command: {
    type: 'write-reply',
    words: { text: 'Hei! Prøv en gang til nå, så skal det virke.' },
    cc: [],
    seen,
    by: bo,
  },
});
