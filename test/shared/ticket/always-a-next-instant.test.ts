import * as fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../shared/promises/instant';
import { KINDS } from '../../../shared/promises/policy';
import type { Command } from '../../../shared/ticket/command';
import { isUnderway } from '../../../shared/ticket/due';
import { Refusal } from '../../../shared/ticket/refusal';
import { at } from '../../support/desk-time';
import { anna, bo, dina, given, look, mailAt, type Story } from '../../support/ticket-story';

/** Anything that people and the clock may do, at any time, in any order. */
const step = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 8 * HOUR }), fc.integer({ min: 0, max: 10 * DAY })),
  act: fc.oneof(
    fc.constant('look' as const),
    fc.constant('mail' as const),
    fc.constantFrom(...KINDS).map((kind) => ({ type: 'triage', kind, by: anna }) as const),
    fc.constantFrom(anna, bo, dina).map((agent) => ({ type: 'assign', agent, by: agent }) as const),
    fc.constant('wait' as const),
    fc.constant('reply' as const),
    fc.constant({ type: 'hand-over', to: 3, reason: 'utvikling', by: bo } as const),
    fc.constant({ type: 'resolve', by: bo } as const),
    fc.constant({ type: 'reopen', by: bo } as const),
  ),
});

type Step = { readonly after: number; readonly act: Command | 'look' | 'mail' | 'wait' | 'reply' };

function commandOf({ act }: Step, story: Story, now: number): Command {
  if (act === 'look') return look;
  if (act === 'mail') return mailAt(now);
  if (act === 'wait') return { type: 'wait', until: now + 2 * DAY, reason: 'svar', by: bo };
  if (act === 'reply')
    return { type: 'write-reply', words: { text: 'Hei' }, cc: [], seen: story.opened().messages.length, by: bo };
  return act;
}

function play(steps: readonly Step[], check: (story: Story, now: number) => void): void {
  let now = at('mon 10:00');
  let story = given(mailAt(now));
  for (const each of steps) {
    now += each.after;
    try {
      story = story.when(commandOf(each, story, now), now);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      story = story.when(look, now);
    }
    check(story, now);
  }
}

const many = fc.array(step, { maxLength: 12 }) as fc.Arbitrary<Step[]>;

it('an open ticket always has a next instant, and it lies ahead', () => {
  fc.assert(
    fc.property(many, (steps) =>
      play(steps, (story, now) => {
        const wakes = story.wakesAt();
        if (isUnderway(story.opened())) expect(wakes).toBeGreaterThan(now);
        else expect(wakes).toBeUndefined();
      }),
    ),
    { numRuns: 300 },
  );
});

it('looking a second time at the same instant brings nothing new', () => {
  fc.assert(
    fc.property(many, (steps) => play(steps, (story, now) => expect(story.when(look, now).events).toEqual([]))),
    { numRuns: 100 },
  );
});

it('a miss stands for ever', () => {
  fc.assert(
    fc.property(many, (steps) => {
      let missed: readonly number[] = [];
      play(steps, (story) => {
        expect(story.opened().missed.slice(0, missed.length)).toEqual(missed);
        missed = story.opened().missed;
      });
    }),
    { numRuns: 100 },
  );
});

it('a ticket that is begun before its latest instant is never missed for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 28 * 60 - 1 }), (minutes) => {
      const now = at('mon 10:00') + minutes * MINUTE;
      expect(
        given(mailAt(at('mon 10:00')))
          .when({ type: 'assign', agent: bo, by: bo }, now)
          .opened().missed,
      ).toEqual(now < at('tue 15:00') ? [] : [at('tue 15:00')]);
    }),
  );
});
