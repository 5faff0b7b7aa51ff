import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/promises/instant';
import { KINDS } from '../../../shared/promises/policy';
import type { Command } from '../../../shared/ticket/command';
import { isUnderway } from '../../../shared/ticket/due';
import type { TicketId } from '../../../shared/ticket/ids';
import { Refusal } from '../../../shared/ticket/refusal';
import { at } from '../../support/desk-time';
import { anna, bo, cato, dina, erik, given, look, mailAt, type Story } from '../../support/ticket-story';

const OTHER = '0000-0001' as TicketId;
const words = { text: 'Hei' };
const agents = fc.constantFrom(anna, bo, cato, dina);

type Doing = (now: Instant, story: Story) => Command;

const doing: fc.Arbitrary<Doing> = fc.oneof(
  agents.map(
    (agent): Doing =>
      () => ({ type: 'assign', agent, by: agent }),
  ),
  fc.tuple(agents, agents).map(
    ([agent, by]) =>
      () =>
        ({ type: 'assign', agent, by }) as const,
  ),
  fc.constantFrom(...KINDS).map(
    (kind): Doing =>
      () => ({ type: 'triage', kind, by: bo }),
  ),
  agents.map(
    (by): Doing =>
      (_, story) => ({ type: 'write-reply', words, cc: [], seen: story.opened().messages.length, by }),
  ),
  fc.constant<Doing>((now) => ({ type: 'come-back', until: now + 2 * DAY, by: bo })),
  fc.constant<Doing>(() => ({ type: 'come-back', version: '5.2', by: bo })),
  fc.constant<Doing>((now) => ({ type: 'wait', until: now + DAY, reason: 'svar', by: bo })),
  fc.constant<Doing>((now) => ({
    type: 'log-call',
    direction: 'out',
    answered: false,
    callBackAt: now + HOUR,
    by: bo,
  })),
  fc.constant<Doing>(() => ({ type: 'log-call', direction: 'in', answered: true, words, by: bo })),
  fc.constantFrom<(2 | 3)[]>(2, 3).map(
    (to): Doing =>
      () => ({ type: 'hand-over', to, reason: 'videre', by: bo }),
  ),
  fc.constant<Doing>(() => ({ type: 'postpone', reason: 'senere', by: bo })),
  fc.constant<Doing>(() => ({ type: 'tie-to-version', version: '5.3', by: bo })),
  fc.constant<Doing>(() => ({ type: 'lift-to-management', reason: 'haster', by: bo })),
  fc.constant<Doing>(() => ({ type: 'acknowledge-escalation', by: erik })),
  fc.constant<Doing>(() => ({ type: 'join-incident', from: OTHER, begun: false, by: bo })),
  fc.constant<Doing>(() => ({ type: 'leave-incident', from: OTHER, by: bo })),
  fc.constant<Doing>(() => ({ type: 'declare-incident', title: 'Treghet', by: bo })),
  fc.constant<Doing>((now) => ({ type: 'attach-tickets', tickets: [{ id: OTHER, receivedAt: now - HOUR }], by: bo })),
  fc.constant<Doing>((now) => mailAt(now)),
  fc.constant<Doing>(() => ({ type: 'resolve', words, by: bo })),
  fc.constant<Doing>(() => ({ type: 'reopen', by: bo })),
  fc.constant<Doing>(() => look),
);

const step = fc.record({ after: fc.integer({ min: 0, max: 5 * DAY }), doing });

function played(steps: readonly { after: number; doing: Doing }[]): { story: Story; now: Instant }[] {
  let now = at('mon 10:00');
  let story = given(mailAt(now));
  return steps.map(({ after, doing }) => {
    now += after;
    story = orAsItWas(story, () => story.when(doing(now, story), now));
    return { story, now };
  });
}

// What is refused has changed nothing.
function orAsItWas(before: Story, act: () => Story): Story {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return before;
    throw error;
  }
}

describe('a ticket that is open or waits', () => {
  it('always has a next instant, which no look at the clock leaves behind', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
        for (const { story, now } of played(steps)) {
          const seen = story.when(look, now);
          if (!isUnderway(seen.opened())) continue;
          expect(seen.wakesAt()).toBeGreaterThan(now);
          expect(seen.wakesAt()).toBeLessThan(now + 365 * 100 * DAY);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is begun by taking it or by answering, and by nothing else', () => {
    const quiet: readonly Command[] = [
      { type: 'assign', agent: bo, by: anna },
      { type: 'triage', kind: 'minor', by: bo },
      { type: 'write-note', words, by: bo },
      { type: 'hand-over', to: 3, reason: 'videre', by: bo },
      { type: 'wait', until: at('tue 10:00'), reason: 'svar', by: bo },
      { type: 'log-call', direction: 'out', answered: false, callBackAt: at('mon 12:00'), by: bo },
      { type: 'log-time', minutes: 5, level: 2, what: 'lest', by: bo },
      { type: 'lift-to-management', reason: 'haster', by: bo },
      { type: 'declare-incident', title: 'Treghet', by: bo },
      { type: 'tie-to-version', version: '5.3', by: bo },
      { type: 'resolve', by: bo },
    ];
    for (const command of quiet) {
      const story = given(mailAt(at('mon 10:00'))).when(command, at('mon 10:00') + MINUTE);
      expect([command.type, story.opened().begun]).toEqual([command.type, undefined]);
    }
  });
});
