import * as fc from 'fast-check';
import { policies as ours } from '../../../infra/policies';
import { DAY, HOUR, type Instant } from '../../../shared/promises/instant';
import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, KINDS, type Policy } from '../../../shared/promises/policy';
import { type Recorded, type Rehearsal, rehearsalOf } from '../../../shared/report/rehearsal';
import type { Command } from '../../../shared/ticket/command';
import type { TicketEvent } from '../../../shared/ticket/events';
import { Refusal } from '../../../shared/ticket/refusal';
import { changeUnder } from '../../../shared/ticket/versions';
import { at, on } from '../../support/desk-time';
import { anna, bo, dina, given, look, mailAt, type Story, TICKET } from '../../support/ticket-story';
import { STRICTER, twoVersions } from '../../support/two-versions';

const { severe } = defaultPolicy.kinds;
const PATIENT: Policy = {
  ...defaultPolicy,
  version: 'patient',
  kinds: {
    ...defaultPolicy.kinds,
    severe: { ...severe, management: { promise: 'P8', calendar: 'working', openTime: '40 hours' } },
  },
};

const triaged: Command = { type: 'triage', kind: 'severe', by: anna };
const wait: Command = { type: 'wait', until: at('tue 12:00'), reason: 'Spurt om skjermbilde', by: anna };
const take: Command = { type: 'assign', agent: bo, by: bo };

interface Played {
  readonly story: Story;
  readonly history: readonly TicketEvent[];
}

const opening = (story: Story): Played => ({ story, history: story.events });

function then({ story, history }: Played, command: Command, now: Instant): Played {
  const next = story.when(command, now);
  return { story: next, history: [...history, ...next.events] };
}

const recordedOf = ({ history }: Played): Recorded => ({ id: TICKET, history });

const WEEK = { from: at('mon 00:00'), to: at('next mon 00:00') };

const rehearse = (played: Played, other: Policy, now: Instant, range = WEEK): Rehearsal =>
  rehearsalOf([recordedOf(played)], { policies: ours, other, ...range, now });

describe('a rehearsal', () => {
  const stopped = opening(given(mailAt(at('mon 10:00'))));

  it('of the same promise finds no difference, though the desk stood still while it was missed', () => {
    const { kinds, changes } = rehearse(stopped, defaultPolicy, at('wed 10:00'));
    const missed = { kept: 0, missed: 1 };
    expect(kinds).toEqual([{ kind: 'untriaged', tickets: 1, before: missed, after: missed }]);
    expect(changes).toEqual([]);
  });

  it('counts tickets that arrived in the range alone, and looks at all that are open', () => {
    const { kinds, changes } = rehearse(stopped, STRICTER, at('mon 11:00'), { ...WEEK, from: at('tue 00:00') });
    expect(kinds).toEqual([]);
    expect(changes.map(({ ticket }) => ticket.id)).toEqual([TICKET]);
    const upToThen = { from: at('mon 00:00'), to: at('mon 10:00') };
    expect(rehearse(stopped, STRICTER, at('mon 11:00'), upToThen).kinds).toEqual([]);
  });

  it('shows that management would be told later, where nothing else moves', () => {
    const untold = opening(given(mailAt(at('mon 10:00'), { acknowledge: false })));
    const { changes } = rehearse(then(untold, triaged, at('mon 10:05')), PATIENT, at('mon 11:00'));
    expect(changes).toMatchObject([
      {
        before: { beginLatest: at('tue 16:00'), managementAt: at('wed 10:00') },
        after: { beginLatest: at('tue 16:00'), managementAt: at('next mon 10:00') },
      },
    ]);
  });

  it('leaves out what nobody had heard of by now', () => {
    expect(rehearse(stopped, STRICTER, at('mon 09:00'))).toEqual({ kinds: [], changes: [] });
  });
});

describe('what a version would change', () => {
  const apply: Command = { type: 'apply-policy', version: STRICTER.version, by: anna };
  const friday = (time: string) => on(`2026-01-30T${time}:00+01:00`);
  const monday = (time: string) => on(`2026-02-02T${time}:00+01:00`);
  const request = opening(given(mailAt(friday('10:00')), twoVersions));

  it.each([
    ['is due', request, monday('12:00')],
    ['was missed while nobody looked', request, monday('15:30')],
    [
      'waits until a time that has passed',
      then(request, { ...wait, until: friday('14:00') }, friday('11:00')),
      monday('12:00'),
    ],
    ['has been begun', then(request, take, friday('11:00')), monday('12:00')],
  ])('is what the act does a moment later, to a ticket that %s', (_, { story }, now) => {
    const change = changeUnder(story.ticket, STRICTER, { now, policies: twoVersions });
    const applied = story.when(apply, now);
    const { beginTarget, beginLatest } = applied.opened().commitment;
    const after = { version: STRICTER.version, beginTarget, beginLatest };
    expect(change?.after).toEqual({
      ...after,
      ...(applied.managementAt() && { managementAt: applied.managementAt() }),
    });
    const { events } = applied;
    const fromThen = events.slice(events.findIndex(({ type }) => type === 'policy-applied'));
    expect(change?.missedAtOnce).toBe(fromThen.some(({ type }) => type === 'promise-missed'));
  });

  it('is nothing about a ticket that is held to it already, or is resolved', () => {
    const held = request.story.when(apply, monday('09:00')).ticket;
    expect(changeUnder(held, STRICTER, { now: monday('09:00'), policies: twoVersions })).toBeUndefined();
    const resolved = request.story.when({ type: 'resolve', by: anna }, monday('09:00')).ticket;
    expect(changeUnder(resolved, STRICTER, { now: monday('09:00'), policies: twoVersions })).toBeUndefined();
  });
});

type Doing = 'look' | 'mail' | 'late mail' | 'wait' | 'reply' | 'estimate' | 'solution';

/** Anything that people may do, after so long; the alarm rings in time, or not before somebody comes by. */
const step = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 8 * HOUR }), fc.integer({ min: 0, max: 10 * DAY })),
  punctual: fc.boolean(),
  act: fc.oneof(
    fc.constantFrom<Doing>('look', 'mail', 'late mail', 'wait', 'reply', 'estimate', 'solution'),
    fc
      .tuple(fc.constantFrom(...KINDS), fc.constantFrom('misjudged', 'new-facts'))
      .map(([kind, because]): Command => ({ type: 'triage', kind, because, by: anna })),
    fc
      .tuple(fc.constantFrom(anna, bo, dina), fc.constantFrom(anna, bo, dina))
      .map(([agent, by]): Command => ({ type: 'assign', agent, by })),
    fc.constantFrom<Command>(
      { type: 'hand-over', to: 3, reason: 'utvikling', by: bo },
      { type: 'resolve', by: bo },
      { type: 'reopen', by: bo },
      { type: 'release', by: bo },
    ),
  ),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandOf({ act }: Step, story: Story, now: Instant): Command {
  const words = { text: 'Hei' };
  switch (act) {
    case 'look':
      return look;
    case 'mail':
      return mailAt(now);
    case 'late mail':
      return mailAt(now - 5 * HOUR);
    case 'wait':
      return { type: 'wait', until: now + 2 * DAY, reason: 'svar', by: bo };
    case 'reply':
      return { type: 'write-reply', words, cc: [], seen: story.opened().messages.length, by: bo };
    case 'estimate':
      return { type: 'give-estimate', hours: 2, words, validUntil: now + DAY, by: bo };
    case 'solution':
      return { type: 'resolve', words, by: bo };
    default:
      return act;
  }
}

/** Looks at the ticket whenever its alarm rings until then. */
function rung(played: Played, until: Instant): Played {
  const wakes = played.story.wakesAt();
  return wakes === undefined || wakes > until ? played : rung(then(played, look, wakes), until);
}

function tried(played: Played, command: Command, now: Instant): Played {
  try {
    return then(played, command, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return played;
  }
}

function play(steps: readonly Step[], inquiry: ReturnType<typeof mailAt>, policy: Policy): Played & { now: Instant } {
  let now = inquiry.message.receivedAt;
  let played = opening(given(inquiry, policiesOf([policy])));
  for (const each of steps) {
    now += each.after;
    if (each.punctual) played = rung(played, now);
    played = tried(played, commandOf(each, played.story, now), now);
  }
  return { ...played, now };
}

it('the same promise rehearsed on anything that was recorded makes no difference', () => {
  const begunBy = fc.subarray<'taken' | 'answered' | 'assigned'>(['taken', 'answered', 'assigned'], { minLength: 1 });
  const inquiry = fc.record({ acknowledge: fc.boolean(), park: fc.constantFrom(undefined, 'karantene') });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      inquiry,
      begunBy,
      fc.nat(6 * DAY),
      (steps, { acknowledge, park }, acts, later) => {
        const policy: Policy = { ...defaultPolicy, begunBy: acts };
        const first = mailAt(at('mon 10:00'), { acknowledge, ...(park && { park }) });
        const { now, ...played } = play(steps, first, policy);
        const range = { from: at('mon 00:00'), to: now + 1, now: now + later };
        const { kinds, changes } = rehearsalOf([recordedOf(played)], {
          policies: policiesOf([policy]),
          other: policy,
          ...range,
        });
        expect(changes).toEqual([]);
        for (const { before, after } of kinds) expect(after).toEqual(before);
      },
    ),
    { numRuns: 500 },
  );
});
